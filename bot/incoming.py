"""Updates on their way in: journalled before Telegram may forget them, in order for each chat."""

from __future__ import annotations

import asyncio
import json
import logging
import time
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime
from typing import Any

from telegram import Bot, Update
from telegram.ext import BaseUpdateProcessor

from bot.sifting import read
from store import journal
from store.database import Store
from store.errors import StoreError

log = logging.getLogger(__name__)
RETRY_SECONDS = 2.0
STEP = 0.3
"""Seconds between two looks whether the bot is to stop."""
AT_ONCE = 1024
"""Updates in work at the same time. Those of a flooder sleep here, so it is not the bound on
work: the conversation's threads are."""


class LeftUndone(Exception):
    """The bot is stopping and what it was about to say is left to the next start."""


async def patience(running: Callable[[], bool], seconds: float) -> None:
    """Wait, unless the bot is told to stop. Raises LeftUndone then."""
    until = time.monotonic() + seconds
    while (left := until - time.monotonic()) > 0:
        if not running():
            raise LeftUndone
        await asyncio.sleep(min(left, STEP))


class JournalQueue(asyncio.Queue[object]):
    """The queue between Telegram and the handlers.

    An update is in the store before `put` returns, that is before it is confirmed to Telegram: a
    killed bot loses none. (A power cut may take the last moments with it, since SQLite does not
    wait for the disk at each write.) One that came before is dropped here, so that nothing is
    answered twice.
    """

    def __init__(
        self,
        store: Store,
        pause: Callable[[float], Awaitable[None]] = asyncio.sleep,
        seen: Callable[[Update], None] = lambda update: None,
    ) -> None:
        """`pause` waits so many seconds for a store that is busy; `seen` is told of each update
        before it has to wait for those ahead of it."""
        super().__init__()
        self.store = store
        self.pause = pause
        self.seen = seen
        self.resumed: dict[int, int] = {}

    async def put(self, item: object) -> None:
        """Journal an update and queue it, unless it has arrived before."""
        if isinstance(item, Update):
            now = datetime.now(UTC)
            if not await self.kept(item.update_id, body_of(item), now):
                log.info("update %s arrived again and is dropped", item.update_id)
                return
            self.seen(item)
        await super().put(item)

    async def kept(self, update: int, body: str, now: datetime) -> bool:
        """Journal an update, however long that takes; False when it had arrived before.

        An exception here would end the polling for good, and Telegram would forget the update.
        """
        while True:
            try:
                return await asyncio.to_thread(journal.arrived, self.store, update, body, now)
            except StoreError as error:
                log.error("update %s waits for the store: %s", update, error)
                await self.pause(RETRY_SECONDS)

    async def resume(self, bot: Bot) -> list[Update]:
        """Queue what a crash left unanswered, and give it.

        How often each has been taken up so far stands in `resumed`, by its number: the crash may
        have come after the answer.
        """
        updates = []
        for body, times in await asyncio.to_thread(journal.take_up, self.store):
            said = json.loads(body)
            if update := read(said, bot):
                self.resumed[update.update_id] = times
                updates.append(update)
                await super().put(update)
            else:
                # One that another version has kept must not keep this one from starting.
                await asyncio.to_thread(journal.done, self.store, said["update_id"])
        return updates


class InOrder(BaseUpdateProcessor):
    """Chats do not wait for each other; what one reader says in a chat stays in order."""

    def __init__(self, store: Store) -> None:
        super().__init__(AT_ONCE)
        self.store = store
        self.tails: dict[tuple[int, int], asyncio.Future[None]] = {}
        self.left: set[int] = set()

    def leave(self, update: int) -> None:
        """Note nothing at the end of an update: the next start takes it up, or its handler has
        closed it."""
        self.left.add(update)

    async def do_process_update(self, update: object, coroutine: Awaitable[Any]) -> None:
        """Handle an update behind the ones before it of the same reader in the same chat."""
        key = sender(update)
        before = self.tails.get(key)
        mine: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self.tails[key] = mine
        try:
            if before is not None:
                await before
            await coroutine
            if isinstance(update, Update):
                await self.end(update.update_id)
        finally:
            mine.set_result(None)
            if self.tails.get(key) is mine:
                del self.tails[key]

    async def end(self, update: int) -> None:
        """Note that an update is dealt with, unless it was left."""
        if update in self.left:
            self.left.discard(update)
        else:
            await asyncio.to_thread(journal.done, self.store, update)

    async def initialize(self) -> None:
        """Nothing to prepare."""

    async def shutdown(self) -> None:
        """Nothing to put away."""


def body_of(update: Update) -> str:
    """An update as it is kept. What python-telegram-bot does not know beside its kinds is left
    out: it tells no update from another."""
    known = {key: value for key, value in update.to_dict().items() if key not in update.api_kwargs}
    # Update.to_json raises on a pinned message that is too old to be read (22.8): the moment in
    # it stays a datetime. An exception here would end the polling for good.
    return json.dumps(known, default=lambda moment: int(moment.timestamp()))


def sender(update: object) -> tuple[int, int]:
    """Chat and reader of an update, 0 for what it lacks."""
    if not isinstance(update, Update):
        return (0, 0)
    if update.my_chat_member is not None:
        # Whether the bot may write there is good to know before it tries: this does not wait.
        return (update.my_chat_member.chat.id, 0)
    chat, user = update.effective_chat, update.effective_user
    if update.chosen_inline_result is not None and user is not None:
        # What is said next in the private chat may be about it.
        return (user.id, user.id)
    return (chat.id if chat else 0, user.id if user else 0)
