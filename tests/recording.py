"""A request object for python-telegram-bot that answers from memory and records what was asked."""

from __future__ import annotations

import json
from typing import Any

from telegram.request import BaseRequest, RequestData

BOT = {"id": 42, "is_bot": True, "first_name": "报问", "username": "our_bot"}
KNOWN: dict[str, Any] = {
    "getMyCommands": [],
    "getMyDescription": {"description": ""},
    "getMyShortDescription": {"short_description": ""},
    "getChatMenuButton": {"type": "default"},
}
"""What Telegram knows of a bot that is new."""


class RecordingRequest(BaseRequest):
    """Plays Telegram: every method succeeds, sent messages get ids, all calls are kept."""

    def __init__(self) -> None:
        self.calls: list[tuple[str, dict[str, Any]]] = []
        self.answers: dict[str, tuple[int, dict[str, Any]]] = {}
        self.files: dict[str, bytes] = {}

    @property
    def read_timeout(self) -> float:
        return 1.0

    async def initialize(self) -> None: ...

    async def shutdown(self) -> None: ...

    async def do_request(
        self,
        url: str,
        method: str,
        request_data: RequestData | None = None,
        read_timeout: Any = None,
        write_timeout: Any = None,
        connect_timeout: Any = None,
        pool_timeout: Any = None,
    ) -> tuple[int, bytes]:
        name = url.rsplit("/", 1)[1]
        values = dict(request_data.parameters) if request_data else {}
        self.calls.append((name, values))
        if name in self.files:
            return 200, self.files[name]
        if name in self.answers:
            code, body = self.answers[name]
            return code, json.dumps(body).encode()
        return 200, json.dumps({"ok": True, "result": self.result(name, values)}).encode()

    def result(self, name: str, values: dict[str, Any]) -> Any:
        if name == "getMe":
            return BOT
        if name == "getFile":
            return {"file_id": "f", "file_unique_id": "f", "file_path": "documents/f"}
        if name in ("sendMessage", "editMessageText"):
            chat = int(values["chat_id"])
            kind = "private" if chat > 0 else "group"
            return {
                "message_id": 1000 + len(self.calls),
                "date": 1,
                "chat": {"id": chat, "type": kind, "first_name": "x", "title": "x"},
                "text": values["text"],
            }
        return KNOWN.get(name, True)

    def sent(self, name: str = "sendMessage") -> list[dict[str, Any]]:
        """The parameters of every call of a method."""
        return [values for called, values in self.calls if called == name]


def message(
    text: str | None,
    *,
    update: int = 1,
    chat: int = 7,
    user: int = 7,
    thread: int | None = None,
    **more: Any,
) -> dict[str, Any]:
    """An update that brings a message."""
    body: dict[str, Any] = {
        "message_id": update,
        "date": 1,
        "chat": {"id": chat, "type": "private" if chat > 0 else "supergroup", "title": "x"},
        "from": {"id": user, "is_bot": False, "first_name": "读者"},
        **more,
    }
    if text is not None:
        body["text"] = text
    if thread:
        body |= {"message_thread_id": thread, "is_topic_message": True}
    return {"update_id": update, "message": body}


def pressed(data: str, *, update: int = 2, chat: int = 7) -> dict[str, Any]:
    """An update that brings a pressed button."""
    under = message("…", update=900, chat=chat)["message"] | {"from": BOT}
    return {
        "update_id": update,
        "callback_query": {
            "id": str(update),
            "from": {"id": 7, "is_bot": False, "first_name": "读者"},
            "chat_instance": "1",
            "message": under,
            "data": data,
        },
    }
