"""Where the conversation is held: its archive, its threads, and the way to its readers."""

from __future__ import annotations

import asyncio
import logging
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import datetime
from typing import Any, TypeVar

from telegram.constants import ChatID
from telegram.ext import ContextTypes, ExtBot

from bot import retention, words
from bot.asking import Memory
from bot.fairness import Fairness
from bot.reaching import Reach
from bot.reply import Reply, say
from bot.settings import Settings
from bot.talk import Reader, Talk
from store.database import Store
from store.places import gazetteer_of

log = logging.getLogger(__name__)
T = TypeVar("T")
Context = ContextTypes.DEFAULT_TYPE
THREADS = 4
"""Matching is work for the processor: more threads than cores only share the same time."""


class Host:
    """Holds the conversation off the event loop, fairly, with those who may use the bot."""

    def __init__(self, store: Store, settings: Settings) -> None:
        self.store = store
        self.settings = settings
        self.memory = Memory()
        self.fairness = Fairness()
        self.threads = ThreadPoolExecutor(THREADS, thread_name_prefix="talk")
        self.reach = Reach(store, self.in_thread)

    async def think(self, decide: Callable[[Talk], Reply], reader: Reader) -> Reply:
        """Hold the conversation off the event loop, so that readers do not wait for each other."""
        return await self.in_thread(decide, self.talk(reader))

    async def in_thread(self, function: Callable[..., T], *args: Any) -> T:
        """Run a function of the store in one of the conversation's threads."""
        loop = asyncio.get_running_loop()
        return await loop.run_in_executor(self.threads, function, *args)

    def talk(self, reader: Reader) -> Talk:
        """A turn of the conversation, now."""
        # Anonymous administrators of all groups share one user id, so it proves nothing.
        admin = reader.user in self.settings.admins - {ChatID.ANONYMOUS_ADMIN}
        known = replace(reader, admin=admin)
        return Talk(self.store, known, self.now, self.memory, self.settings)

    async def fair(self, reader: Reader, context: Context) -> bool:
        """Wait as long as a reader who floods must; False when the message is dropped."""
        turn = self.fairness.turn(reader.user, time.monotonic())
        if turn.tell:
            await self.reach.send(bot_of(context), reader, say(words.SLOWER))
        if turn.wait:
            await asyncio.sleep(turn.wait)
        return not turn.drop

    def allowed(self, reader: Reader) -> bool:
        """Whether this reader or chat may use the bot at all."""
        allowed = self.settings.allowed
        return not allowed or bool({reader.user, reader.chat} & (allowed | self.settings.admins))

    @property
    def now(self) -> datetime:
        """The moment, in the paper's time zone."""
        return datetime.now(self.settings.timezone)

    async def warm_up(self) -> None:
        """Load tables and places before the first reader asks, who would wait for them."""
        now = self.now.date()
        await self.in_thread(self.memory.ask, self.store, words.WARM_UP, now)
        await self.in_thread(gazetteer_of, self.store)

    async def tidy(self, context: Context) -> None:
        """Drop what `/privacy` promises to drop."""
        await self.in_thread(retention.tidy, self.store, self.now)


def bot_of(context: Context) -> ExtBot[None]:
    """The bot of a context, with the type it has."""
    return context.bot
