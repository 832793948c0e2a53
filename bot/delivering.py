"""The sender: alerts out of the outbox to their chats, at Telegram's pace.

A delivery is marked in the store right before its request leaves and again when Telegram has
answered. When the process dies between the two, and only then, it is in doubt: after the next
start it is looked into first (see `refusing`). One alert is on its way at a time, unless the owner
allows more (BAOWEN_IN_FLIGHT) or Telegram takes longer than PATIENCE to answer; that many can be
in doubt after a crash.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Sequence
from contextlib import suppress
from datetime import datetime

from telegram.error import TelegramError

from bot.carrying import Courier
from bot.composing import Composer
from bot.markup import messages
from bot.refusing import Refusal, refusal
from bot.reply import Reply
from bot.retention import ALERTS
from bot.settings import Settings
from bot.working import Worker
from store import claims, outbox, spreading
from store.claims import Delivery
from store.errors import StoreError
from store.schedule import after_quiet

log = logging.getLogger(__name__)
BATCH = 20
"""Deliveries claimed at once: less than a second of work."""
LOOK = 0.5
"""Seconds between looks into an outbox with nothing due."""
BREATH = 0.01
"""Seconds between two transactions of spreading, for those who wait to write."""
PATIENCE = 1.0
"""Seconds after which an unanswered send no longer holds up the next."""
MOST = 30
"""Sends on their way at once, however slow Telegram is."""
FAREWELL = 4.0
"""Seconds that sends on their way get to finish when the bot stops."""


class Sender:
    """Sends what is due until it is told to stop."""

    def __init__(self, courier: Courier, settings: Settings) -> None:
        self.courier = courier
        self.settings = settings
        self.compose = Composer(courier.store)
        self.worker = Worker("alerts")
        self.flying: set[asyncio.Task[None]] = set()

    async def start(self) -> None:
        """Take back what a crash left and begin."""
        doubted = await self.courier.do(claims.recover, self.courier.now())
        if doubted:
            log.warning("%s alerts may have been sent before the last stop; looking", doubted)
        self.worker.begin(self.spread_next, self.send_due, self.prune_next)

    async def stop(self) -> None:
        """Let the sends on their way finish, give the others back. Takes under five seconds."""
        await self.worker.end()
        if self.flying:
            await asyncio.wait(self.flying, timeout=FAREWELL)
        with suppress(StoreError):
            await self.courier.do(claims.give_back, self.courier.now())

    async def spread_next(self) -> float:
        """Spread the next chats of an alert that has settled; gives the seconds until the next."""
        now, settle = self.courier.now(), float(self.settings.settle)
        if not await self.courier.do(spreading.settled, now, settle):
            return LOOK
        await self.courier.do(spreading.spread, now, settle)
        return BREATH

    async def send_due(self) -> float:
        """Send what is due; gives the seconds until it is worth looking again."""
        if self.courier.held:
            return self.courier.held
        if not await self.courier.do(claims.ready, self.courier.now()):
            return LOOK
        batch = list(await self.courier.do(claims.claim, self.courier.now(), BATCH))
        while batch:
            await self.hand(await self.digest(batch))
        return 0.0

    async def digest(self, batch: list[Delivery]) -> list[Delivery]:
        """Take the next delivery off a batch; with a digest all that is due for its chat."""
        first = batch.pop(0)
        if first.schedule.when == "now":
            return [first]
        mates = [one for one in batch if one.target == first.target and one.doubts == first.doubts]
        batch[:] = [one for one in batch if one not in mates]
        more = await self.courier.do(claims.companions, first, self.courier.now())
        return [first, *mates, *more]

    async def prune_next(self) -> float:
        """Forget some of what was told long ago; gives the seconds until the next look."""
        before = self.courier.now() - ALERTS
        return BREATH if await self.courier.do(outbox.prune, before) else 3600.0

    async def hand(self, due: Sequence[Delivery]) -> None:
        """Send claimed deliveries of a chat when their turn comes, or give them back until then."""
        if await self.too_early(due):
            return
        parcels = await self.courier.do(lambda _: self.compose.parcels(due))
        told = {delivery.number for parcel, _ in parcels for delivery in parcel}
        for delivery in due:
            if delivery.number not in told:
                now = self.courier.now()
                await self.courier.do(claims.drop, delivery.number, "unwanted", now)
        for parcel, reply in parcels:
            if not await self.too_early(parcel):
                await self.let_go(parcel, reply)

    async def too_early(self, due: Sequence[Delivery]) -> bool:
        """Whether a chat must wait, for its quiet hours or for Telegram; then they are put off."""
        courier, now, first = self.courier, self.courier.now(), due[0]
        quiet = (after_quiet(first.schedule, now) - now).total_seconds()
        wait = max(quiet, courier.wait(first.target.chat))
        if wait:
            for delivery in due:
                await courier.do(claims.postpone, delivery.number, courier.after(wait))
        return bool(wait)

    async def let_go(self, parcel: tuple[Delivery, ...], reply: Reply) -> None:
        """Begin to send one message, unless its chat may not be told any more."""
        courier = self.courier
        await self.room()
        await courier.pacing.alert_turn(parcel[0].target.chat)
        if not await courier.do(claims.begin, [one.number for one in parcel], courier.now()):
            for delivery in parcel:
                await courier.do(claims.postpone, delivery.number, courier.now())
            return
        task = asyncio.create_task(self.deliver(parcel, reply))
        self.flying.add(task)
        task.add_done_callback(self.flying.discard)

    async def room(self) -> None:
        """Wait until the next alert may leave, but not for ever on one that is not answered."""
        while len(self.flying) >= self.settings.in_flight:
            done, _ = await asyncio.wait(
                self.flying, timeout=PATIENCE, return_when=asyncio.FIRST_COMPLETED
            )
            if not done and len(self.flying) < MOST:
                return

    async def deliver(self, parcel: tuple[Delivery, ...], reply: Reply) -> None:
        """Send one message and note in the store what became of it."""
        first = parcel[0].number
        try:
            await self.attempt(parcel, reply)
        except StoreError as error:
            # The rows stay as being sent; when their lease has lapsed they are in doubt.
            log.warning("what became of alert %s could not be noted: %s", first, error)
        except Exception:
            log.exception("alert %s could not be sent because of a bug", first)
            with suppress(StoreError):
                now = self.courier.now()
                for delivery in parcel:
                    await self.courier.do(claims.mark_failed, delivery.number, "bug", now)

    async def attempt(self, parcel: tuple[Delivery, ...], reply: Reply) -> None:
        """Send one message; mark its deliveries sent, or what Telegram's refusal means."""
        courier, piece, first = self.courier, messages(reply.text)[0], parcel[0]
        try:
            sent = await courier.send(
                first.target, piece, reply.buttons, doubts=first.doubts, silent=first.silent
            )
        except TelegramError as error:
            refused = refusal(error, first.attempts, first.doubts)
            log.info("alert %s: %s (%s)", first.number, refused.then, error)
            await courier.settle(first.target, refused)
            later = courier.after(refused.wait)
            for delivery in parcel:
                await self.settle(delivery.number, refused, later)
        else:
            await courier.do(claims.mark_sent, parcel, courier.now(), sent.message_id)

    async def settle(self, number: int, refused: Refusal, later: datetime) -> None:
        """Note in the store what becomes of a delivery that Telegram did not take."""
        courier = self.courier
        match refused.then:
            case "suspend" | "topic":
                pass
            case "follow" | "flood" | "halt":
                await courier.do(claims.postpone, number, later)
            case "fail":
                await courier.do(claims.mark_failed, number, refused.why, courier.now())
            case "outage" | "retry" | "doubt":
                now, doubt = courier.now(), refused.then == "doubt"
                await courier.do(claims.mark_failed, number, refused.why, now, later, doubt=doubt)
