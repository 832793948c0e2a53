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
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from datetime import datetime, timedelta
from typing import Any, TypeVar

from telegram import Message, ReplyParameters
from telegram.error import TelegramError
from telegram.ext import ExtBot

from bot.composing import Composer
from bot.markup import entities, keyboard, messages
from bot.outgoing import NO_PREVIEW
from bot.pacing import PACED, Pacing
from bot.posting import single
from bot.refusing import Refusal, refusal
from bot.reply import Reply
from bot.settings import Settings
from store import chats, claims, outbox, spreading
from store.claims import Delivery
from store.database import Store
from store.errors import StoreError
from store.schedule import after_quiet

log = logging.getLogger(__name__)
T = TypeVar("T")
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
FLOODED = 3.0
"""Two chats refused within so many seconds: Telegram means all of them."""
KEPT_DAYS = 60
"""How long the outbox remembers what came of each delivery."""
FAREWELL = 4.0
"""Seconds that sends on their way get to finish when the bot stops."""


class Sender:
    """Sends what is due until it is told to stop. `now` is the clock schedules go by."""

    def __init__(
        self,
        store: Store,
        bot: ExtBot[None],
        pacing: Pacing,
        settings: Settings,
        now: Callable[[], datetime],
    ) -> None:
        self.store = store
        self.bot = bot
        self.pacing = pacing
        self.settings = settings
        self.now = now
        self.compose = Composer(store)
        self.thread = ThreadPoolExecutor(2, thread_name_prefix="alerts")
        self.flying: set[asyncio.Task[None]] = set()
        self.tasks: list[asyncio.Task[None]] = []
        self.stopping = asyncio.Event()
        self.held_until = 0.0
        self.flooded: tuple[int, float] = (0, float("-inf"))

    async def start(self) -> None:
        """Take back what a crash left and begin."""
        doubted = await self.do(claims.recover, self.store, self.now())
        if doubted:
            log.warning("%s alerts may have been sent before the last stop; looking", doubted)
        self.tasks = [
            asyncio.create_task(self.forever(self.spread_next)),
            asyncio.create_task(self.forever(self.send_due)),
            asyncio.create_task(self.forever(self.prune_next)),
        ]

    async def stop(self) -> None:
        """Let the sends on their way finish, give the others back. Takes under five seconds."""
        self.stopping.set()
        for task in self.tasks:
            task.cancel()
        await asyncio.gather(*self.tasks, return_exceptions=True)
        if self.flying:
            await asyncio.wait(self.flying, timeout=FAREWELL)
        with suppress(StoreError):
            await self.do(claims.give_back, self.store, self.now())
        self.thread.shutdown(wait=False, cancel_futures=True)

    async def forever(self, step: Callable[[], Any]) -> None:
        """Do a step again and again; no error ends it."""
        while not self.stopping.is_set():
            try:
                wait = await step()
            except StoreError as error:
                log.warning("alerts wait: %s", error)
                wait = 5.0
            except Exception:
                log.exception("alerts wait because of a bug")
                wait = 30.0
            if wait:
                await asyncio.sleep(wait)

    async def spread_next(self) -> float:
        """Spread the next chats of an alert that has settled; gives the seconds until the next."""
        settle = float(self.settings.settle)
        if not await self.do(spreading.settled, self.store, self.now(), settle):
            return LOOK
        await self.do(spreading.spread, self.store, self.now(), settle)
        return BREATH

    async def send_due(self) -> float:
        """Send what is due; gives the seconds until it is worth looking again."""
        held = self.held_until - self.pacing.clock()
        if held > 0:
            return min(held, 5.0)
        if not await self.do(claims.ready, self.store, self.now()):
            return LOOK
        for delivery in await self.do(claims.claim, self.store, self.now(), BATCH):
            await self.hand(delivery)
        return 0.0

    async def prune_next(self) -> float:
        """Forget some of what was told long ago; gives the seconds until the next look."""
        before = self.now() - timedelta(days=KEPT_DAYS)
        return BREATH if await self.do(outbox.prune, self.store, before) else 3600.0

    async def hand(self, delivery: Delivery) -> None:
        """Send a claimed delivery when its turn comes, or give it back until it can."""
        now = self.now()
        wait = max(
            (after_quiet(delivery.schedule, now) - now).total_seconds(),
            self.pacing.alert_wait(delivery.target.chat),
            self.held_until - self.pacing.clock(),
        )
        if wait > 0:
            until = now + timedelta(seconds=wait)
            await self.do(claims.postpone, self.store, delivery.number, until)
            return
        reply = await self.do(self.compose.reply, delivery)
        if reply is None:
            await self.do(claims.drop, self.store, delivery.number, "unwanted", now)
            return
        await self.room()
        await self.pacing.alert_turn(delivery.target.chat)
        if await self.do(claims.begin, self.store, delivery.number, self.now()):
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
                await self.do(claims.mark_failed, self.store, delivery.number, "bug", self.now())

    async def attempt(self, delivery: Delivery, reply: Reply) -> None:
        """Send one delivery; mark it sent, or what Telegram's refusal means."""
        try:
            sent = await self.send(delivery, reply)
        except TelegramError as error:
            refused = refusal(error, delivery.attempts, delivery.doubts)
            log.info("alert %s: %s (%s)", delivery.number, refused.then, error)
            await self.settle(delivery, refused)
        else:
            await self.do(claims.mark_sent, self.store, delivery, self.now(), sent.message_id)

    async def send(self, delivery: Delivery, reply: Reply) -> Message:
        """One message; when it may have been sent before, told from its first copy."""
        piece = messages(reply.text)[0]
        probe = None
        if delivery.doubts:
            last = await self.do(claims.last_message, self.store, delivery.target.chat)
            probe = ReplyParameters(last + 1, allow_sending_without_reply=True)
        sent = await self.bot.send_message(
            delivery.target.chat,
            piece.plain,
            entities=entities(piece),
            message_thread_id=delivery.target.thread or None,
            reply_markup=keyboard(reply.buttons, self.bot.username),
            reply_parameters=probe,
            link_preview_options=NO_PREVIEW,
            disable_notification=delivery.silent or None,
            allow_paid_broadcast=True if self.settings.paid_rate else None,
            rate_limit_args=PACED,  # type: ignore[arg-type]
        )
        return await single(self.bot, sent) if probe is not None else sent

    async def settle(self, delivery: Delivery, refused: Refusal) -> None:
        """Note in the store what becomes of a delivery that Telegram did not take."""
        now, chat, number = self.now(), delivery.target.chat, delivery.number
        later = now + timedelta(seconds=refused.wait)
        match refused.then:
            case "suspend":
                await self.do(chats.suspend, self.store, chat, refused.why, now)
            case "topic":
                thread = delivery.target.thread
                await self.do(chats.suspend, self.store, chat, refused.why, now, thread)
            case "follow":
                await self.do(chats.migrate, self.store, chat, refused.chat)
                await self.do(claims.postpone, self.store, number, now)
            case "flood":
                self.flood(chat, refused.wait)
                await self.do(claims.postpone, self.store, number, later)
            case "halt":
                self.held_until = self.pacing.clock() + refused.wait
                await self.do(claims.postpone, self.store, number, later)
            case "outage":
                self.held_until = self.pacing.clock() + min(refused.wait, 5.0)
                await self.retry(number, refused, later)
            case "retry" | "doubt":
                await self.retry(number, refused, later)
            case "fail":
                await self.do(claims.mark_failed, self.store, number, refused.why, now)

    async def retry(self, number: int, refused: Refusal, later: datetime) -> None:
        """Try again later, saying whether the message may have arrived."""
        doubt = refused.then == "doubt"
        await self.do(
            lambda: claims.mark_failed(
                self.store, number, refused.why, self.now(), later, doubt=doubt
            )
        )

    def flood(self, chat: int, wait: float) -> None:
        """Hold back the chat that was refused; all, when a second one is refused right after."""
        before, at = self.flooded
        now = self.pacing.clock()
        self.pacing.hold_chat(chat, wait)
        if before not in (0, chat) and now - at < FLOODED:
            self.held_until = now + wait
            log.warning("Telegram asks to wait %.0f s with all alerts", wait)
        self.flooded = (chat, now)

    async def do(self, function: Callable[..., T], *args: Any) -> T:
        """Run a function of the store in a thread of the sender's own."""
        return await asyncio.get_running_loop().run_in_executor(self.thread, function, *args)
