"""Announcements on their way: one at a time, at the pace and by the rules of alerts."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any, TypeVar

from telegram import ReplyParameters
from telegram.error import TelegramError
from telegram.ext import ExtBot

from bot.outgoing import NO_PREVIEW
from bot.pacing import PACED, Pacing
from bot.posting import single
from bot.refusing import Refusal, refusal
from store import announcements, chats, claims
from store.announcements import Notice
from store.database import Store
from store.errors import StoreError

log = logging.getLogger(__name__)
T = TypeVar("T")
LOOK = 2.0
"""Seconds between looks when nothing is due."""


class Herald:
    """Sends confirmed announcements until it is stopped. `now` is the clock schedules go by."""

    def __init__(
        self, store: Store, bot: ExtBot[None], pacing: Pacing, now: Callable[[], datetime]
    ) -> None:
        self.store = store
        self.bot = bot
        self.pacing = pacing
        self.now = now
        self.task: asyncio.Task[None] | None = None

    async def start(self) -> None:
        """Take back what a crash left and begin."""
        await asyncio.to_thread(announcements.recover, self.store, self.now())
        self.task = asyncio.create_task(self.work())

    async def stop(self) -> None:
        """Stop; a notice whose answer is still out is in doubt after the next start."""
        if self.task is not None:
            self.task.cancel()
            await asyncio.gather(self.task, return_exceptions=True)

    async def work(self) -> None:
        """Send what is due, again and again; no error ends it."""
        while True:
            try:
                wait = await self.next()
            except StoreError as error:
                log.warning("announcements wait: %s", error)
                wait = 5.0
            except Exception:
                log.exception("announcements wait because of a bug")
                wait = 30.0
            await asyncio.sleep(wait)

    async def next(self) -> float:
        """Send the next notice; gives the seconds until it is worth looking again."""
        notice = await asyncio.to_thread(announcements.waiting, self.store, self.now())
        if notice is None:
            return LOOK
        wait = self.pacing.alert_wait(notice.target.chat)
        if wait > 0:
            later = self.now() + timedelta(seconds=wait)
            await self.do(announcements.retry, notice, "pace", later)
            return 0.0
        await self.pacing.alert_turn(notice.target.chat)
        await self.do(announcements.begin, notice, self.now())
        try:
            await self.send(notice)
        except TelegramError as error:
            await self.settle(notice, refusal(error, notice.tries, notice.doubts))
            return 0.0
        await self.do(announcements.mark, notice, "sent", self.now())
        return 0.0

    async def send(self, notice: Notice) -> None:
        """One message; when it may have been sent before, told from its first copy."""
        probe = None
        if notice.doubts:
            last = await asyncio.to_thread(claims.last_message, self.store, notice.target.chat)
            probe = ReplyParameters(last + 1, allow_sending_without_reply=True)
        sent = await self.bot.send_message(
            notice.target.chat,
            notice.text,
            message_thread_id=notice.target.thread or None,
            reply_parameters=probe,
            link_preview_options=NO_PREVIEW,
            disable_notification=notice.silent or None,
            rate_limit_args=PACED,  # type: ignore[arg-type]
        )
        if probe is not None:
            await single(self.bot, sent)

    async def settle(self, notice: Notice, refused: Refusal) -> None:
        """Note what becomes of a notice that Telegram did not take."""
        now, chat = self.now(), notice.target.chat
        match refused.then:
            case "suspend" | "topic":
                thread = notice.target.thread if refused.then == "topic" else None
                await asyncio.to_thread(chats.suspend, self.store, chat, refused.why, now, thread)
                await self.do(announcements.mark, notice, "suspended", now, refused.why)
            case "follow":
                for follow in (chats.migrate, announcements.migrate):
                    await asyncio.to_thread(follow, self.store, chat, refused.chat)
            case "fail":
                await self.do(announcements.mark, notice, "failed", now, refused.why)
            case then:
                if then == "flood":
                    self.pacing.hold_chat(chat, refused.wait)
                later, doubt = now + timedelta(seconds=refused.wait), then == "doubt"
                await asyncio.to_thread(
                    lambda: announcements.retry(self.store, notice, refused.why, later, doubt=doubt)
                )

    async def do(self, function: Callable[..., T], notice: Notice, *args: Any) -> T:
        """Run a function of the store about a notice, off the event loop."""
        return await asyncio.to_thread(function, self.store, notice, *args)
