"""A broken line, played on the real bot over a request object that fails as told."""

import asyncio
from typing import Any

import httpx
import pytest
from telegram.error import NetworkError, TelegramError, TimedOut
from telegram.ext import ExtBot

from bot.posting import post
from tests.recording import BOT, RecordingRequest

TOKEN = "123456789:" + "A" * 35


class BreakingRequest(RecordingRequest):
    """Fails the first calls of sendMessage; `arrives` says whether they took effect at that."""

    def __init__(self, failures: list[Exception], *, arrives: bool) -> None:
        super().__init__()
        self.failures = failures
        self.arrives = arrives
        self.chat: dict[int, str] = {}

    async def do_request(self, url: str, *args: Any, **values: Any) -> tuple[int, bytes]:
        sending = url.endswith("sendMessage")
        if sending and self.failures:
            data = values.get("request_data") or args[1]
            if self.arrives:
                self.chat[len(self.chat) + 2] = data.parameters["text"]
            self.calls.append(("sendMessage", dict(data.parameters)))
            raise self.failures.pop(0)
        return await super().do_request(url, *args, **values)

    def result(self, name: str, values: dict[str, Any]) -> Any:
        body = super().result(name, values)
        if name == "sendMessage":
            body["message_id"] = len(self.chat) + 2
            body["from"] = BOT
            self.chat[body["message_id"]] = values["text"]
            asked = values.get("reply_parameters", {}).get("message_id")
            if asked in self.chat and asked != body["message_id"]:
                said = {"message_id": asked, "text": self.chat[asked], "from": BOT}
                body["reply_to_message"] = body | said
        if name == "deleteMessage":
            del self.chat[values["message_id"]]
        return body


async def at_once(seconds: float) -> None:
    """Waits for nothing."""


def posted(request: BreakingRequest, **values: Any) -> dict[int, str]:
    """What stands in the chat after a message was posted below message 1."""

    async def run() -> None:
        bot: ExtBot[None] = ExtBot(TOKEN, request=request, get_updates_request=RecordingRequest())
        async with bot:
            await post(bot, 1, pause=at_once, chat_id=7, text="答案", **values)

    asyncio.run(run())
    return request.chat


def broken(cause: Exception, *, timed_out: bool = False) -> NetworkError:
    error = TimedOut() if timed_out else NetworkError("broken")
    error.__cause__ = cause
    return error


@pytest.mark.parametrize(
    ("arrives", "tries"), [(True, 1), (True, 2), (True, 3), (False, 1), (False, 3)]
)
def test_a_line_that_breaks_while_waiting_leaves_one_message(arrives: bool, tries: int) -> None:
    request = BreakingRequest([broken(httpx.ReadError("reset"))] * tries, arrives=arrives)
    assert list(posted(request).values()) == ["答案"]


def test_a_request_that_never_left_is_sent_again_as_it_was() -> None:
    request = BreakingRequest([broken(httpx.ConnectError("refused"))], arrives=False)
    assert list(posted(request).values()) == ["答案"]
    assert "reply_parameters" not in request.sent()[-1]


def test_a_line_that_stays_broken_is_raised() -> None:
    request = BreakingRequest([broken(httpx.ReadError("reset"))] * 99, arrives=False)
    with pytest.raises(NetworkError):
        posted(request)


def test_an_answer_that_is_no_json_is_a_broken_line() -> None:
    request = BreakingRequest([TelegramError("Invalid server response")], arrives=True)
    assert list(posted(request).values()) == ["答案"]


def test_a_long_outage_is_waited_out() -> None:
    refused: list[Exception] = [broken(httpx.ConnectError("refused")) for _ in range(10)]
    assert list(posted(BreakingRequest(refused, arrives=False)).values()) == ["答案"]


def test_what_a_killed_bot_may_have_sent_is_not_sent_twice() -> None:
    request = BreakingRequest([], arrives=False)
    request.chat[2] = "答案"
    assert list(posted(request, tried=1).values()) == ["答案"]


def test_what_a_killed_bot_did_not_send_is_sent() -> None:
    assert list(posted(BreakingRequest([], arrives=False), tried=1).values()) == ["答案"]
