"""Telegram's pace: about thirty messages a second in all, one a second a chat, twenty a minute a
group (Bot API FAQ). A refusal with retry_after holds back the chat it speaks of, nobody else.

Short bursts are allowed, the FAQ says, but not how short: a private chat gets none. Edits count
against a group's twenty, and beside a private chat's messages.

python-telegram-bot's own AIORateLimiter knows no pace for a private chat, counts edits as
messages, and stops all chats on one refusal; hence this one.
"""

from __future__ import annotations

import asyncio
import logging
import time
from collections import OrderedDict
from collections.abc import Awaitable, Callable, Coroutine
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from telegram.error import RetryAfter
from telegram.ext import BaseRateLimiter

log = logging.getLogger(__name__)
OVERALL = (30.0, 30)
PRIVATE = (0.97, 1)
GROUP = (20 / 60, 18)
"""Messages a second, and how many at once: a little below what is allowed, since the way to
Telegram takes one message longer than another."""
APART = 1.0
"""Seconds from the answer to one message of a private chat to the next message: when on its way
the first was counted is not known, but it was before its answer."""
COUNTED = ("send", "edit", "copy", "forward")
"""How the methods begin that count."""
RETRIES = 5
CHATS_KEPT = 10_000
PACED = -1
"""As rate_limit_args: this request has waited for its turn and is not repeated here."""
AHEAD = 0.4
"""Seconds that alerts may run ahead of the rate, to make up for late wake-ups. The rest of the
burst stays free, so that an answer to a reader never waits behind alerts."""


@dataclass(slots=True)
class Pace:
    """So many a second, with a short burst allowed (generic cell rate algorithm).

    `take` books the next place and gives the seconds to wait for it.
    """

    rate: float
    burst: int
    due: float = 0.0
    held: float = 0.0

    def take(self, now: float) -> float:
        """Seconds from `now` until the place that is hereby booked."""
        step = 1 / self.rate
        wait = max(self.due - now - (self.burst - 1) * step, 0.0)
        self.due = max(self.due, now) + step
        return wait

    def wait(self, now: float) -> float:
        """Seconds from `now` until there is a place; books nothing."""
        return max(self.due - now - (self.burst - 1) / self.rate, 0.0)

    def behind(self, now: float) -> float:
        """Seconds by which the booked places run ahead of the rate; 0 when all burst is left."""
        return max(self.due - now, 0.0)

    def hold(self, until: float) -> None:
        """Give no place before `until`."""
        self.due = max(self.due, until + (self.burst - 1) / self.rate)
        self.held = max(self.held, until)

    def settle(self, now: float) -> None:
        """A request went or was answered at `now`: where no burst is allowed, the next counts from
        it."""
        if self.burst == 1:
            self.hold(now + APART)


class Pacing(BaseRateLimiter[int]):
    """Waits as long as Telegram's limits ask, for each chat on its own."""

    def __init__(
        self,
        clock: Callable[[], float] = time.monotonic,
        paid: int = 0,
        pause: Callable[[float], Awaitable[None]] = asyncio.sleep,
    ) -> None:
        """`paid` is how many alerts a second are paid for, 0 for none (Bot API: up to 1,000).

        `clock` gives seconds, `pause` waits so many of them.
        """
        self.clock = clock
        self.pause = pause
        self.overall = Pace(*OVERALL)
        self.alerts = Pace(float(paid), 1) if paid else self.overall
        self.chats: OrderedDict[tuple[str, Any], Pace] = OrderedDict()

    async def initialize(self) -> None:
        """Nothing to prepare."""

    async def shutdown(self) -> None:
        """Nothing to put away."""

    async def process_request(
        self,
        callback: Callable[..., Coroutine[Any, Any, Any]],
        args: Any,
        kwargs: dict[str, Any],
        endpoint: str,
        data: dict[str, Any],
        rate_limit_args: int | None,
    ) -> Any:
        """Send a request when its turn has come; again, when Telegram names a time to wait."""
        chat = data.get("chat_id")
        counted = chat is not None and endpoint.startswith(COUNTED)
        pace = self.of(endpoint, chat) if counted else None
        if rate_limit_args == PACED:
            return await self.asked(pace, callback(*args, **kwargs))
        tries = RETRIES if rate_limit_args is None else rate_limit_args
        while True:
            if pace is not None:
                await self.turn(pace, endpoint)
            try:
                return await self.asked(pace, callback(*args, **kwargs))
            except RetryAfter as error:
                if not tries:
                    raise
                tries -= 1
                await self.held(pace, seconds(error), endpoint)

    async def asked(self, pace: Pace | None, request: Awaitable[Any]) -> Any:
        """The answer to a request, whose time its chat's pace is told."""
        try:
            return await request
        finally:
            if pace is not None:
                pace.settle(self.clock())

    async def turn(self, pace: Pace, endpoint: str) -> None:
        """Wait for the chat's turn, then for everybody's."""
        if wait := pace.take(self.clock()):
            await self.pause(wait)
        # A refusal, or a late answer, may have come while this place was being waited for.
        while (longer := pace.held - self.clock()) > 0:
            await self.pause(longer)
        # Others may have waited for the same moment.
        pace.settle(self.clock())
        if not endpoint.startswith("edit") and (wait := self.overall.take(self.clock())):
            await self.pause(wait)

    def alert_wait(self, chat: int) -> float:
        """Seconds until a chat may get an alert; books nothing."""
        return self.of("sendMessage", chat).wait(self.clock())

    async def alert_turn(self, chat: int) -> None:
        """Wait until answers to readers leave a place for an alert, and book it."""
        while True:
            now = self.clock()
            wait = self.alerts.behind(now) - AHEAD
            if wait <= 0:
                break
            await self.pause(wait)
        self.of("sendMessage", chat).take(now)
        self.alerts.take(now)

    def hold_chat(self, chat: int, wait: float) -> None:
        """Send nothing to a chat for `wait` seconds."""
        self.of("sendMessage", chat).hold(self.clock() + wait)

    async def held(self, pace: Pace | None, wait: float, endpoint: str) -> None:
        """Hold a chat back for as long as Telegram said."""
        log.warning("Telegram asks to wait %.0f s (%s)", wait, endpoint)
        if pace is None:
            await self.pause(wait)
        else:
            pace.hold(self.clock() + wait)

    def of(self, endpoint: str, chat: Any) -> Pace:
        """The pace of a chat; edits in a private one have their own.

        The least used are forgotten.
        """
        group = isinstance(chat, str) or int(chat) < 0
        key = ("edit" if endpoint.startswith("edit") and not group else "send", chat)
        pace = self.chats.get(key)
        if pace is None:
            pace = self.chats[key] = Pace(*(GROUP if group else PRIVATE))
            while len(self.chats) > CHATS_KEPT:
                self.chats.popitem(last=False)
        self.chats.move_to_end(key)
        return pace


def seconds(error: RetryAfter) -> float:
    """What Telegram asks to wait, in seconds, and a little more for the clocks."""
    asked = error.retry_after
    return (asked.total_seconds() if isinstance(asked, timedelta) else asked) + 0.1
