"""What `baowen run` looks after every few seconds: the inbox, and pages that publish themselves."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable, Sequence
from concurrent.futures import ThreadPoolExecutor

from bot import owner_words
from bot.inbox import FAILED, SECONDS, Inbox
from bot.page_files import release_overdue
from bot.settings import Settings
from bot.talk import Talk
from bot.working import Worker
from store.database import Store

SHOWN = 10
"""Files that failed named in one message."""
log = logging.getLogger(__name__)


class Watcher:
    """Looks again and again, in a thread of its own, until it is stopped.

    `talk` gives a turn of talk now, by the paper's clock; `tell` says something to the
    administrators.
    """

    def __init__(
        self,
        store: Store,
        settings: Settings,
        talk: Callable[[], Talk],
        tell: Callable[[str], Awaitable[None]],
    ) -> None:
        self.talk = talk
        self.tell = tell
        self.inbox = Inbox(settings.inbox, store) if settings.inbox else None
        self.thread = ThreadPoolExecutor(1, thread_name_prefix="inbox")
        self.worker = Worker("inbox")

    async def start(self) -> None:
        """Begin, in a folder that is made if it is missing."""
        if self.inbox is not None:
            try:
                self.inbox.folder.mkdir(parents=True, exist_ok=True)
            except OSError as error:
                log.error("BAOWEN_INBOX %s cannot be made: %s", self.inbox.folder, error)
        self.worker.begin(self.watch)

    async def stop(self) -> None:
        """Stop; a file in work is finished, one that is not begun waits for the next start."""
        if self.inbox is not None:
            self.inbox.enough.set()
        await self.worker.end()
        self.thread.shutdown(wait=True, cancel_futures=True)

    async def watch(self) -> float:
        """Look once; gives the seconds until the next look."""
        loop = asyncio.get_running_loop()
        if lines := await loop.run_in_executor(self.thread, self.look):
            await self.tell(shortened(lines))
        return SECONDS

    def look(self) -> list[str]:
        """One look at everything; gives what administrators should know of files that failed."""
        taken = self.inbox.look() if self.inbox is not None else []
        if count := release_overdue(self.talk()):
            log.info("%s pages were published by themselves", count)
        for one in taken:
            log.info("%s: %s", one.path, one.why)
        failed = [one for one in taken if one.verdict == FAILED]
        return [owner_words.INBOX_FAILED.format(name=one.path.name, why=one.why) for one in failed]


def shortened(lines: Sequence[str]) -> str:
    """Lines in one message, the first of many."""
    rest = len(lines) - SHOWN
    more = [owner_words.INBOX_MORE.format(count=rest)] if rest > 0 else []
    return "\n".join([*lines[:SHOWN], *more])
