"""Double taps: a button that sends a message sends one, however often it is tapped in a row."""

from __future__ import annotations

from typing import NamedTuple

from bot.latest import Latest
from bot.reply import Reply

AGAIN = 3.0
"""Seconds after a reply in which the same tap is taken for the same wish. Who wants to see it once
more has had the time to see it first."""


class Tap(NamedTuple):
    """A button that somebody pressed: under which message, and what it sends."""

    chat: int
    message: int
    reader: int
    data: str


class Taps:
    """The taps whose replies have just gone out. Time is passed in, in seconds."""

    def __init__(self) -> None:
        self.told: Latest[Tap, tuple[float, str]] = Latest()

    def repeated(self, tap: Tap, now: float) -> str | None:
        """The notice of the reply that a tap has had just now; None when it is a new one."""
        at, toast = self.told.get(tap) or (float("-inf"), "")
        return toast if now - at < AGAIN else None

    def note(self, tap: Tap, reply: Reply, now: float) -> None:
        """A reply has gone out. What changes its own message may be pressed on and on: 换一篇."""
        if reply.place != "instead":
            self.told.note(tap, (now, reply.toast))
