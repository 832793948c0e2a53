"""Signs of life: every answer of Telegram to getUpdates, not the mere fact that a process is there.

A bot whose polling has died looks healthy from outside; here only a bot that hears Telegram does.
The signs go to the file beside the store (`baowen doctor --alive` reads it) and, under systemd, to
its watchdog: a datagram to the socket that NOTIFY_SOCKET names, as sd_notify(3) says.
"""

from __future__ import annotations

import os
import socket
import time
from collections.abc import Callable
from contextlib import suppress
from typing import Any

from telegram.ext import ContextTypes
from telegram.request import BaseRequest

from bot.wrapping import Wrapping

OFTEN = 1.0
"""Seconds between two signs at least."""


class Heart:
    """Gives signs of life; `sign` writes them down, `manager` is the socket of systemd, if any."""

    def __init__(self, sign: Callable[[], None], manager: str | None = None) -> None:
        self.sign = sign
        self.manager = os.environ.get("NOTIFY_SOCKET", "") if manager is None else manager
        self.last = float("-inf")

    def beat(self) -> None:
        """Telegram has answered."""
        now = time.monotonic()
        if now - self.last >= OFTEN:
            self.last = now
            self.sign()
            self.notify("WATCHDOG=1")

    async def ask(self, context: ContextTypes.DEFAULT_TYPE) -> None:
        """Ask Telegram for an answer: behind a webhook nothing comes while readers are silent.

        Raises TelegramError when there is none.
        """
        await context.bot.get_me()
        self.beat()

    def notify(self, state: str) -> None:
        """Tell systemd a state: READY=1, WATCHDOG=1, STOPPING=1. Nothing depends on it."""
        if not self.manager:
            return
        address = "\0" + self.manager[1:] if self.manager.startswith("@") else self.manager
        with suppress(OSError), socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as sender:
            sender.sendto(state.encode(), address)


class Pulsing(Wrapping):
    """A request object whose every success is a sign of life."""

    def __init__(self, inner: BaseRequest, heart: Heart) -> None:
        super().__init__(inner)
        self.heart = heart

    async def do_request(self, *args: Any, **named: Any) -> tuple[int, bytes]:
        """As the request inside. Raises what that raises."""
        code, body = await self.inner.do_request(*args, **named)
        if code == 200:
            self.heart.beat()
        return code, body
