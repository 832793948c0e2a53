"""Updates that Telegram brings: python-telegram-bot's Updater with a server of our own.

python-telegram-bot 22.8 answers 400 to an update that lacks a field it demands (a poll without
`members_only`), and Telegram brings it again, without end. Here it is left out, as in polling.
"""

from __future__ import annotations

import asyncio
import json
import logging
from hmac import compare_digest
from typing import Any
from urllib.parse import urlsplit

from aiohttp import web
from telegram import Bot
from telegram.ext import Updater

from bot.posting import AT_ONCE, repeated
from bot.settings import Settings
from bot.sifting import read

log = logging.getLogger(__name__)
LARGEST = 2**24
"""Bytes of an update; what is longer is none."""
CLOSING = 3.0
"""Seconds that updates on their way in have when the bot stops."""
SECRET = "X-Telegram-Bot-Api-Secret-Token"


class Webhook(Updater):
    """Hears Telegram at the address that the settings name."""

    def __init__(
        self,
        bot: Bot,
        update_queue: asyncio.Queue[object],
        settings: Settings,
        allowed: list[str],
    ) -> None:
        """`allowed` are the kinds of updates Telegram is to bring."""
        super().__init__(bot, update_queue)
        self.settings = settings
        self.allowed = allowed
        self.runner: web.AppRunner | None = None

    @property
    def running(self) -> bool:
        """Whether Telegram is heard."""
        return self.runner is not None

    async def start_webhook(self, *_: Any, **__: Any) -> asyncio.Queue[object]:
        """Listen, and tell Telegram where; all that has to be known stands in the settings.

        Raises OSError when the address is taken, TelegramError when Telegram does not accept it.
        """
        host, port = self.settings.webhook_listen
        app = web.Application(client_max_size=LARGEST)
        app.router.add_post(urlsplit(self.settings.webhook_url).path or "/", self.heard)
        self.runner = web.AppRunner(app, access_log=None, shutdown_timeout=CLOSING)
        await self.runner.setup()
        await web.TCPSite(self.runner, host, port).start()
        await repeated(
            lambda: self.bot.set_webhook(
                self.settings.webhook_url,
                allowed_updates=self.allowed,
                secret_token=self.settings.webhook_secret,
            ),
            AT_ONCE,
        )
        return self.update_queue

    async def stop(self) -> None:
        """Hear nothing more; what has come in so far is kept."""
        runner, self.runner = self.runner, None
        if runner is not None:
            await runner.cleanup()

    async def heard(self, request: web.Request) -> web.Response:
        """Take an update: 200 means that it need not come again."""
        told = request.headers.get(SECRET, "")
        if not compare_digest(told.encode(), self.settings.webhook_secret.encode()):
            raise web.HTTPForbidden
        try:
            said = json.loads(await request.read())
        except ValueError:
            raise web.HTTPBadRequest from None
        if update := read(said, self.bot):
            await self.update_queue.put(update)
        return web.Response()
