"""Work beside the conversation: steps done again and again, for as long as the bot runs."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable

from store.errors import StoreError

log = logging.getLogger(__name__)
Step = Callable[[], Awaitable[float]]
"""Does one thing; gives the seconds until it is worth doing again."""
Pause = Callable[[float], Awaitable[None]]
"""Waits for so many seconds."""
BUSY = 5.0
"""Seconds until the next try when the store could not be used."""
BROKEN = 30.0
"""The same after a bug."""


class Worker:
    """Does its steps, each on its own, until it is stopped; no error ends one.

    `name` is what its lines in the log begin with; `pause` waits between two steps.
    """

    def __init__(self, name: str, pause: Pause = asyncio.sleep) -> None:
        self.name = name
        self.pause = pause
        self.tasks: list[asyncio.Task[None]] = []

    def begin(self, *steps: Step) -> None:
        """Begin, beside everything else that goes on."""
        self.tasks = [asyncio.create_task(self.forever(step)) for step in steps]

    async def end(self) -> None:
        """Stop in the middle of whatever is being done, and wait until it has stopped."""
        for task in self.tasks:
            task.cancel()
        await asyncio.gather(*self.tasks, return_exceptions=True)

    async def forever(self, step: Step) -> None:
        """Do a step again and again."""
        while True:
            try:
                wait = await step()
            except StoreError as error:
                log.warning("%s: the store could not be used: %s", self.name, error)
                wait = BUSY
            except Exception:
                log.exception("%s: stopped for a while by a bug", self.name)
                wait = BROKEN
            await self.pause(wait)
