"""The webhook over a real socket: who is heard, what is taken, and what is left out."""

import asyncio
import json
import logging
import socket
from typing import Any

import aiohttp
import pytest
from telegram import Update
from telegram.ext import ExtBot

from bot.settings import Settings
from bot.telegram import UPDATES
from bot.webhook import SECRET, Webhook
from tests.playing import TOKEN
from tests.recording import RecordingRequest, message

POLL = message(None, poll={"id": "1", "question": "?", "options": []})
"""python-telegram-bot demands more of a poll than this."""


def free() -> int:
    """A port nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def brought(
    *bodies: bytes, secret: str | None = "key", path: str = "/hook", method: str = "POST"
) -> tuple[list[int], list[object], RecordingRequest]:
    """What each body is answered, what came into the queue, and what Telegram was asked."""
    port, request = free(), RecordingRequest()
    settings = Settings(
        webhook_url=f"http://127.0.0.1:{port}/hook",
        webhook_secret="key",
        webhook_listen=("127.0.0.1", port),
    )

    async def run() -> tuple[list[int], list[object]]:
        queue: asyncio.Queue[object] = asyncio.Queue()
        bot: ExtBot[None] = ExtBot(TOKEN, request=request, get_updates_request=request)
        hook, codes = Webhook(bot, queue, settings, UPDATES), []
        headers = {SECRET: secret} if secret is not None else {}
        async with bot, aiohttp.ClientSession() as session:
            await hook.start_webhook()
            for body in bodies:
                url = f"http://127.0.0.1:{port}{path}"
                async with session.request(method, url, data=body, headers=headers) as answer:
                    codes.append(answer.status)
            await hook.stop()
        return codes, [queue.get_nowait() for _ in range(queue.qsize())]

    return *asyncio.run(run()), request


def body(update: dict[str, Any]) -> bytes:
    return json.dumps(update).encode()


def test_an_update_is_taken() -> None:
    codes, came, _ = brought(body(message("a", update=5)))
    assert codes == [200]
    (update,) = came
    assert isinstance(update, Update)
    assert (update.update_id, update.message and update.message.text) == (5, "a")


def test_one_that_cannot_be_read_is_taken_off_telegrams_hands_and_logged_once(
    caplog: pytest.LogCaptureFixture,
) -> None:
    with caplog.at_level(logging.ERROR):
        codes, came, _ = brought(body(POLL), body(message("b", update=2)))
    assert codes == [200, 200]
    assert [isinstance(update, Update) and update.update_id for update in came] == [2]
    assert [line.getMessage() for line in caplog.records] == [
        "update 1 cannot be read and is left out"
    ]


def test_json_that_is_no_update_is_taken_and_left_out() -> None:
    assert brought(b"[]", b"7", b"{}", b'"x"')[:2] == ([200] * 4, [])


def test_what_is_no_json_is_not_telegrams() -> None:
    assert brought(b"update_id=1", b"\xff")[:2] == ([400, 400], [])


@pytest.mark.parametrize("secret", [None, "", "guess", "keys"])
def test_who_does_not_know_the_secret_is_not_heard(secret: str | None) -> None:
    assert brought(body(message("a")), secret=secret)[:2] == ([403], [])


@pytest.mark.parametrize(("path", "method", "code"), [("/", "POST", 404), ("/hook", "GET", 405)])
def test_only_posts_to_the_address_itself_are_heard(path: str, method: str, code: int) -> None:
    assert brought(body(message("a")), path=path, method=method)[:2] == ([code], [])


def test_telegram_is_told_address_secret_and_kinds_of_updates() -> None:
    _, _, request = brought()
    (told,) = request.sent("setWebhook")
    assert told["url"].endswith("/hook")
    assert told["secret_token"] == "key"
    assert told["allowed_updates"] == UPDATES
