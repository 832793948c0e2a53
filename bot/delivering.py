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
from contextlib import suppress

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
        for delivery in await self.courier.do(claims.claim, self.courier.now(), BATCH):
            await self.hand(delivery)
        return 0.0

    async def prune_next(self) -> float:
        """Forget some of what was told long ago; gives the seconds until the next look."""
        before = self.courier.now() - ALERTS
        return BREATH if await self.courier.do(outbox.prune, before) else 3600.0

    async def hand(self, delivery: Delivery) -> None:
        """Send a claimed delivery when its turn comes, or give it back until it can."""
        courier, now = self.courier, self.courier.now()
        quiet = (after_quiet(delivery.schedule, now) - now).total_seconds()
        if wait := max(quiet, courier.wait(delivery.target.chat)):
            await courier.do(claims.postpone, delivery.number, courier.after(wait))
            return
        reply = await courier.do(lambda _: self.compose.reply(delivery))
        if reply is None:
            await courier.do(claims.drop, delivery.number, "unwanted", now)
            return
        await self.room()
        await courier.pacing.alert_turn(delivery.target.chat)
        if await courier.do(claims.begin, delivery.number, courier.now()):
            task = asyncio.create_task(self.deliver(delivery, reply))
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

    async def deliver(self, delivery: Delivery, reply: Reply) -> None:
        """Send one delivery and note in the store what became of it."""
        try:
            await self.attempt(delivery, reply)
        except StoreError as error:
            # The row stays as being sent; when its lease has lapsed it is in doubt.
            log.warning("what became of alert %s could not be noted: %s", delivery.number, error)
        except Exception:
            log.exception("alert %s could not be sent because of a bug", delivery.number)
            with suppress(StoreError):
                now = self.courier.now()
                await self.courier.do(claims.mark_failed, delivery.number, "bug", now)

    async def attempt(self, delivery: Delivery, reply: Reply) -> None:
        """Send one delivery; mark it sent, or what Telegram's refusal means."""
        courier, piece = self.courier, messages(reply.text)[0]
        try:
            sent = await courier.send(
                delivery.target,
                piece,
                reply.buttons,
                doubts=delivery.doubts,
                silent=delivery.silent,
            )
        except TelegramError as error:
            refused = refusal(error, delivery.attempts, delivery.doubts)
            log.info("alert %s: %s (%s)", delivery.number, refused.then, error)
            await self.settle(delivery, refused)
        else:
            await courier.do(claims.mark_sent, delivery, courier.now(), sent.message_id)

    async def settle(self, delivery: Delivery, refused: Refusal) -> None:
        """Note in the store what becomes of a delivery that Telegram did not take."""
        courier, number = self.courier, delivery.number
        await courier.settle(delivery.target, refused)
        later = courier.after(refused.wait)
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
