"""The real bot with the Telegram of `recording`: starts, handles updates, stops."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import Any

from telegram import Update

from bot.settings import Settings
from bot.telegram import App, Telegram
from store.database import Store
from tests.recording import RecordingRequest

TOKEN = "123456789:" + "A" * 35
CHIEF = Settings(token=TOKEN, admins=frozenset({7}))
PAGE = """本报讯 石桥县上月修好了通往河湾村的便桥，村民过河不用再绕远路。县里派了两名技术员，
住在村里一个月，等桥面干透才离开。桥头立了一块木牌，写着养护人的名字和电话。
"""
Play = Callable[..., RecordingRequest]


def player(store: Store) -> Play:
    """Starts the bot, hands it updates through its queue, waits until all are dealt with.

    `answers` are what methods answer instead of a success, `file` is what a file holds.
    """

    def run(
        *updates: dict[str, Any],
        settings: Settings | None = None,
        file: bytes = PAGE.encode(),
        **answers: Any,
    ) -> RecordingRequest:
        request = RecordingRequest()
        request.answers = answers
        request.files = {"f": file}
        app = Telegram(store, settings or Settings(token=TOKEN)).application(
            request, RecordingRequest()
        )
        asyncio.run(held(app, updates))
        return request

    return run


async def held(app: App, updates: tuple[dict[str, Any], ...]) -> None:
    """Start the bot, hand it updates, wait until they are dealt with, stop it."""
    await app.initialize()
    if app.post_init:
        await app.post_init(app)
    await app.start()
    for update in updates:
        await app.update_queue.put(Update.de_json(update, app.bot))
    await app.update_queue.join()
    await app.stop()
    if app.post_stop:
        await app.post_stop(app)
    await app.shutdown()
    if app.post_shutdown:
        await app.post_shutdown(app)
