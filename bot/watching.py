"""What `baowen run` looks after every few seconds: the inbox, and pages that publish themselves."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

from bot.inbox import SECONDS, Inbox
from bot.page_files import release_overdue
from bot.settings import Settings
from bot.talk import Talk
from store.database import Store

log = logging.getLogger(__name__)


class Watcher:
    """Looks again and again, in a thread of its own, until it is stopped.

    `talk` gives a turn of talk now, by the paper's clock.
    """

    def __init__(self, store: Store, settings: Settings, talk: Callable[[], Talk]) -> None:
        self.talk = talk
        self.inbox = Inbox(settings.inbox, store) if settings.inbox else None
        self.thread = ThreadPoolExecutor(1, thread_name_prefix="inbox")
        self.task: asyncio.Task[None] | None = None

    async def start(self) -> None:
        """Begin, in a folder that is made if it is missing."""
        if self.inbox is not None:
            try:
                self.inbox.folder.mkdir(parents=True, exist_ok=True)
            except OSError as error:
                log.error("BAOWEN_INBOX %s cannot be made: %s", self.inbox.folder, error)
        self.task = asyncio.create_task(self.watch())

    async def stop(self) -> None:
        """Stop; a file in work is finished, one that is not begun waits for the next start."""
        if self.inbox is not None:
            self.inbox.enough.set()
        if self.task is not None:
            self.task.cancel()
            await asyncio.gather(self.task, return_exceptions=True)
        self.thread.shutdown(wait=True, cancel_futures=True)

    async def watch(self) -> None:
        """Look, wait, and look again; no error ends it."""
        while True:
            try:
                await asyncio.get_running_loop().run_in_executor(self.thread, self.look)
            except Exception:
                log.exception("the inbox could not be looked at")
            await asyncio.sleep(SECONDS)

    def look(self) -> None:
        """One look at everything."""
        if self.inbox is not None:
            for path in self.inbox.look():
                log.info("%s", path)
        if count := release_overdue(self.talk()):
            log.info("%s pages were published by themselves", count)
