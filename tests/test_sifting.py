"""An update that cannot be read holds up no other: the real bot's own getUpdates, over and over."""

import asyncio
import json
from typing import Any

from telegram import Update
from telegram.ext import ExtBot
from telegram.request import RequestData

from bot.sifting import Sifting
from tests.playing import TOKEN
from tests.recording import RecordingRequest, message

POLL = {"id": "1", "question": "?", "options": []}


class Updates(RecordingRequest):
    """Gives the updates that were not confirmed yet."""

    def __init__(self, *updates: dict[str, Any]) -> None:
        super().__init__()
        self.updates = updates

    async def do_request(
        self, url: str, method: str, request_data: RequestData | None = None, *more: Any, **kw: Any
    ) -> tuple[int, bytes]:
        if not url.endswith("getUpdates"):
            return await super().do_request(url, method, request_data, *more, **kw)
        offset = (request_data.parameters if request_data else {}).get("offset", 0)
        left = [update for update in self.updates if update["update_id"] >= offset]
        return 200, json.dumps({"ok": True, "result": left}).encode()


def polled(*updates: dict[str, Any]) -> list[Update]:
    """What comes through when each batch that fails is asked for again."""

    async def run() -> list[Update]:
        bot: ExtBot[None] = ExtBot(
            TOKEN, request=RecordingRequest(), get_updates_request=Sifting(Updates(*updates))
        )
        got: list[Update] = []
        async with bot:
            for _ in range(4):
                offset = got[-1].update_id + 1 if got else 1
                try:
                    got += await bot.get_updates(offset=offset)
                except TypeError:
                    continue
        return got

    return asyncio.run(run())


def test_updates_around_one_that_cannot_be_read_come_through() -> None:
    poll = message(None, update=2, poll=POLL)
    got = polled(message("a"), poll, message("b", update=3))
    assert [update.update_id for update in got] == [1, 2, 3]
    assert [update.message and update.message.text for update in got] == ["a", None, "b"]


def test_updates_that_can_be_read_come_as_they_are() -> None:
    assert [update.update_id for update in polled(message("a"), message("b", update=2))] == [1, 2]
