"""A reader who floods is slowed, is told so once, and hurts nobody."""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import dataclass

from bot.pacing import Pace

RATE, BURST = 1.0, 8
"""Messages a second a reader may send for long, and how many at once."""
WAITING = 20
"""Messages of one reader that may wait; what comes on top is dropped."""
READERS_KEPT = 10_000
CALM = 30.0
"""Seconds of good behaviour after which a reader is told again."""


@dataclass(slots=True)
class Turn:
    """What to do with a message: wait so many seconds, drop it, tell its reader."""

    wait: float = 0.0
    drop: bool = False
    tell: bool = False


@dataclass(slots=True)
class Conduct:
    """How one reader has behaved."""

    pace: Pace
    told: float = float("-inf")


class Fairness:
    """Decides for each message how long it waits. Time is passed in, in seconds."""

    def __init__(self) -> None:
        self.readers: OrderedDict[int, Conduct] = OrderedDict()

    def turn(self, reader: int, now: float) -> Turn:
        """The turn of a message that `reader` sent at `now`."""
        conduct = self.readers.get(reader)
        if conduct is None:
            conduct = self.readers[reader] = Conduct(Pace(RATE, BURST))
            if len(self.readers) > READERS_KEPT:
                self.readers.popitem(last=False)
        self.readers.move_to_end(reader)
        ahead = conduct.pace.due - now - (BURST - 1) / RATE
        if ahead > WAITING / RATE:
            return Turn(drop=True, tell=self.tells(conduct, now))
        wait = conduct.pace.take(now)
        return Turn(wait, tell=wait > 0 and self.tells(conduct, now))

    def tells(self, conduct: Conduct, now: float) -> bool:
        """Whether it is time to tell a flooder; once, until there was calm."""
        first = now - conduct.told > CALM
        conduct.told = now
        return first
