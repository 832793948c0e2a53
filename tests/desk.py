"""A sender over a request object that plays Telegram, with a clock of its own."""

import asyncio
import json
from datetime import UTC, datetime, timedelta
from typing import Any, cast

from telegram.ext import ExtBot

from bot.carrying import Courier
from bot.delivering import LOOK, Sender
from bot.pacing import Pacing
from bot.settings import Settings
from store import claims, outbox, subscriptions
from store.chats import Target
from store.database import Store
from store.wishes import Wish
from tests.newsroom import NOW
from tests.recording import BOT, RecordingRequest

TOKEN = "123456789:" + "A" * 35
Outcome = Exception | tuple[Any, ...]
"""What happens to a message instead: an error, or a code, Telegram's words, its parameters."""


class Telegram(RecordingRequest):
    """Refuses the first messages to a chat as told; remembers what stands in each chat."""

    def __init__(self) -> None:
        super().__init__()
        self.refusals: dict[int, list[Outcome]] = {}
        self.arrives = False
        self.stands: dict[int, list[str]] = {}

    async def do_request(self, url: str, *args: Any, **values: Any) -> tuple[int, bytes]:
        name = url.rsplit("/", 1)[1]
        if name == "sendMessage":
            data = values["request_data"].parameters
            if left := self.refusals.get(data["chat_id"]):
                return self.refuse(left.pop(0), data)
        return await super().do_request(url, *args, **values)

    def refuse(self, outcome: Outcome, data: dict[str, Any]) -> tuple[int, bytes]:
        if self.arrives:
            self.stands.setdefault(data["chat_id"], []).append(data["text"])
        if isinstance(outcome, Exception):
            raise outcome
        body: dict[str, Any] = {"ok": False, "description": outcome[1], "error_code": outcome[0]}
        if outcome[2:]:
            body["parameters"] = outcome[2]
        return outcome[0], json_bytes(body)

    def result(self, name: str, values: dict[str, Any]) -> Any:
        body = super().result(name, values)
        if name == "sendMessage":
            stands = self.stands.setdefault(values["chat_id"], [])
            stands.append(values["text"])
            body["message_id"] = len(stands)
            asked = values.get("reply_parameters", {}).get("message_id", 0)
            if 0 < asked < len(stands):
                said = {"message_id": asked, "text": stands[asked - 1]}
                body["reply_to_message"] = body | said | {"from": BOT}
        if name == "deleteMessage":
            self.stands[values["chat_id"]].pop(values["message_id"] - 1)
        return body


def json_bytes(body: dict[str, Any]) -> bytes:
    return json.dumps(body).encode()


class Desk:
    """A store with a page just read, its subscribers, and the sender with a clock of its own."""

    def __init__(self, store: Store) -> None:
        self.store = store
        self.telegram = Telegram()
        self.now = datetime.now(UTC) + timedelta(seconds=1)
        self.settings = Settings(token=TOKEN, settle=0)

    def subscribe(self, *numbers: int) -> None:
        for number in numbers:
            subscriptions.add(self.store, Target(number), Wish(), NOW)

    def run(self, hours: float = 0.0) -> None:
        """Let the sender work until nothing is due, `hours` later than before."""
        self.now += timedelta(hours=hours)
        asyncio.run(self.working())

    async def working(self) -> None:
        request = RecordingRequest()
        async with ExtBot(
            TOKEN,
            request=self.telegram,
            get_updates_request=request,
            rate_limiter=(pacing := Pacing()),
        ) as bot:
            paid = bool(self.settings.paid_rate)
            courier = Courier(
                self.store, cast(ExtBot[None], bot), pacing, lambda: self.now, paid=paid
            )
            sender = Sender(courier, self.settings)
            await courier.do(claims.recover, self.now)
            while await sender.spread_next() < LOOK:
                pass
            while not await sender.send_due():
                if sender.flying:
                    await asyncio.wait(sender.flying)
            if sender.flying:
                await asyncio.wait(sender.flying)
            await sender.stop()

    @property
    def states(self) -> dict[tuple[str, str | None], int]:
        return outbox.summary(self.store)

    def told(self, number: int) -> list[str]:
        return self.telegram.stands.get(number, [])
