"""Bugs, as they are logged, told to the administrators: a sentence with the number to look for."""

from __future__ import annotations

import asyncio
import logging
import time
from collections.abc import Awaitable, Callable

from bot import owner_words
from bot.bugs import is_bug, number_of
from store.errors import StoreError

log = logging.getLogger(__name__)
HOUR = 3600.0
"""Seconds in which one kind of error is told once."""
Tell = Callable[[str], Awaitable[None]]


class Reporter(logging.Handler):
    """Listens to the log, whatever part of the program writes it, from any thread.

    `tell` says a sentence to the administrators. What goes wrong in telling is logged without a
    traceback, which is what this listens for, so that a report never leads to another.
    """

    def __init__(self, tell: Tell, clock: Callable[[], float] = time.monotonic) -> None:
        super().__init__(logging.ERROR)
        self.tell = tell
        self.clock = clock
        self.loop = asyncio.get_running_loop()
        self.told: dict[str, float] = {}
        self.tasks: set[asyncio.Task[None]] = set()

    def emit(self, record: logging.LogRecord) -> None:
        """Tell of a record that holds a traceback, unless its kind was told of in this hour."""
        error = record.exc_info[1] if record.exc_info else None
        sentence = said_of(error) if error is not None else None
        if sentence is None or self.loop.is_closed():
            return
        now = self.clock()
        if now - self.told.get(sentence, -HOUR) < HOUR:
            return
        self.told[sentence] = now
        self.loop.call_soon_threadsafe(self.begin, sentence)

    def begin(self, sentence: str) -> None:
        """Tell, beside everything else that goes on."""
        task = self.loop.create_task(self.report(sentence))
        self.tasks.add(task)
        task.add_done_callback(self.tasks.discard)

    async def report(self, sentence: str) -> None:
        """Tell; nothing that goes wrong here is reported."""
        try:
            await self.tell(sentence)
        except Exception as error:
            log.error("the administrators could not be told: %s", type(error).__name__)

    async def start(self) -> None:
        """Begin to listen."""
        logging.getLogger().addHandler(self)

    async def stop(self) -> None:
        """Listen no more; what is being told is told."""
        logging.getLogger().removeHandler(self)
        if self.tasks:
            await asyncio.wait(self.tasks, timeout=2.0)


def said_of(error: BaseException) -> str | None:
    """What administrators are told of an error; None for what is no trouble of theirs."""
    if isinstance(error, StoreError):
        return owner_words.STORE_TROUBLE.format(why=error)
    return owner_words.BUG.format(number=number_of(error)) if is_bug(error) else None
