"""What nobody asked for just now, an alert or an announcement, on its way to one chat.

It leaves at Telegram's pace, behind the answers to readers. What a refusal means for the chat, or
for all, is settled here; what becomes of the delivery or the notice is its own sender's to note.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timedelta
from functools import partial
from typing import Any, TypeVar

from telegram import Message, ReplyParameters
from telegram.ext import ExtBot

from bot.markup import entities, keyboard
from bot.outgoing import NO_PREVIEW
from bot.pacing import PACED, Pacing
from bot.posting import copied, single
from bot.refusing import Refusal
from bot.reply import Rows
from bot.text import Text
from store import announcements, chats, claims
from store.chats import Target
from store.database import Store

log = logging.getLogger(__name__)
T = TypeVar("T")
FLOODED = 3.0
"""Two chats refused within so many seconds: Telegram means all of them."""
OUTAGE = 5.0
"""Seconds at most that all wait because Telegram could not be reached for one."""
LOOK = 5.0
"""Seconds at most until a sender that is held looks again."""


class Courier:
    """Carries messages to chats. `now` is the clock schedules go by, `paid` whether the owner pays
    for a faster pace."""

    def __init__(
        self,
        store: Store,
        bot: ExtBot[None],
        pacing: Pacing,
        now: Callable[[], datetime],
        *,
        paid: bool = False,
    ) -> None:
        self.store = store
        self.bot = bot
        self.pacing = pacing
        self.now = now
        self.paid = paid
        self.threads = ThreadPoolExecutor(2, thread_name_prefix="alerts")
        self.held_until = 0.0
        self.flooded: tuple[int, float] = (0, float("-inf"))

    @property
    def held(self) -> float:
        """Seconds until anything may leave at all; 0 when it may."""
        return min(max(self.held_until - self.pacing.clock(), 0.0), LOOK)

    def wait(self, chat: int) -> float:
        """Seconds until a message may leave for a chat."""
        return max(self.pacing.alert_wait(chat), self.held_until - self.pacing.clock(), 0.0)

    def after(self, seconds: float) -> datetime:
        """The moment so many seconds from now."""
        return self.now() + timedelta(seconds=seconds)

    async def send(
        self, target: Target, text: Text, buttons: Rows = (), *, doubts: int, silent: bool
    ) -> Message:
        """Send one message, whose turn has come (Pacing.alert_turn); gives the one that stays.

        With `doubts` it may have been sent before: then it is told from its first copy. Raises
        TelegramError.
        """
        probe = None
        if doubts:
            last = await self.do(claims.last_message, target.chat)
            probe = ReplyParameters(last + 1, allow_sending_without_reply=True)
        sent = await self.bot.send_message(
            target.chat,
            text.plain,
            entities=entities(text),
            message_thread_id=target.thread or None,
            reply_markup=keyboard(buttons, self.bot.username),
            reply_parameters=probe,
            link_preview_options=NO_PREVIEW,
            disable_notification=silent or None,
            allow_paid_broadcast=True if self.paid else None,
            rate_limit_args=PACED,  # type: ignore[arg-type]
        )
        return await single(self.bot, sent, copied(self.bot, sent)) if probe is not None else sent

    async def settle(self, target: Target, refused: Refusal) -> None:
        """Do what a refusal means for its chat, or for all of them."""
        chat = target.chat
        match refused.then:
            case "suspend":
                await self.do(chats.suspend, chat, refused.why, self.now())
            case "topic":
                await self.do(chats.suspend, chat, refused.why, self.now(), target.thread)
            case "follow":
                for follow in (chats.migrate, announcements.migrate):
                    await self.do(follow, chat, refused.chat)
            case "flood":
                self.flood(chat, refused.wait)
            case "halt":
                self.hold(refused.wait)
            case "outage":
                self.hold(min(refused.wait, OUTAGE))
            case "retry" | "doubt" | "fail":
                pass

    def flood(self, chat: int, wait: float) -> None:
        """Hold back the chat that was refused; all, when a second one is refused right after."""
        before, at = self.flooded
        now = self.pacing.clock()
        self.pacing.hold_chat(chat, wait)
        if before not in (0, chat) and now - at < FLOODED:
            self.hold(wait)
            log.warning("Telegram asks to wait %.0f s with all alerts", wait)
        self.flooded = (chat, now)

    def hold(self, wait: float) -> None:
        """Let nothing leave for so many seconds."""
        self.held_until = self.pacing.clock() + wait

    async def do(self, function: Callable[..., T], *args: Any, **values: Any) -> T:
        """Run a function of the store in threads that no reader waits for."""
        loop = asyncio.get_running_loop()
        call = partial(function, self.store, *args, **values)
        return await loop.run_in_executor(self.threads, call)

    def close(self) -> None:
        """Let the threads go."""
        self.threads.shutdown(wait=False, cancel_futures=True)
