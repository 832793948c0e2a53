"""Announcements on their way: one at a time, at the pace and by the rules of alerts."""

from __future__ import annotations

from telegram.error import TelegramError

from bot.carrying import Courier
from bot.refusing import Refusal, refusal
from bot.text import Text
from bot.working import Worker
from store import announcements
from store.announcements import Notice

LOOK = 2.0
"""Seconds between looks when nothing is due."""


class Herald:
    """Sends confirmed announcements until it is stopped."""

    def __init__(self, courier: Courier) -> None:
        self.courier = courier
        self.worker = Worker("announcements")

    async def start(self) -> None:
        """Take back what a crash left and begin."""
        await self.courier.do(announcements.recover, self.courier.now())
        self.worker.begin(self.next)

    async def stop(self) -> None:
        """Stop; a notice whose answer is still out is in doubt after the next start."""
        await self.worker.end()

    async def next(self) -> float:
        """Send the next notice; gives the seconds until it is worth looking again."""
        courier = self.courier
        if courier.held:
            return courier.held
        notice = await courier.do(announcements.waiting, courier.now())
        if notice is None:
            return LOOK
        if wait := courier.wait(notice.target.chat):
            await courier.do(announcements.postpone, notice, courier.after(wait))
            return 0.0
        await courier.pacing.alert_turn(notice.target.chat)
        await courier.do(announcements.begin, notice, courier.now())
        try:
            await courier.send(
                notice.target, Text(notice.text), doubts=notice.doubts, silent=notice.silent
            )
        except TelegramError as error:
            await self.settle(notice, refusal(error, notice.tries, notice.doubts))
        else:
            await courier.do(announcements.mark, notice, "sent", courier.now())
        return 0.0

    async def settle(self, notice: Notice, refused: Refusal) -> None:
        """Note what becomes of a notice that Telegram did not take."""
        courier, why = self.courier, refused.why
        await courier.settle(notice.target, refused)
        later = courier.after(refused.wait)
        match refused.then:
            case "suspend" | "topic":
                await courier.do(announcements.mark, notice, "suspended", courier.now(), why)
            case "follow":
                pass
            case "flood" | "halt":
                await courier.do(announcements.postpone, notice, later)
            case "fail":
                await courier.do(announcements.mark, notice, "failed", courier.now(), why)
            case "outage" | "retry" | "doubt":
                doubt = refused.then == "doubt"
                await courier.do(announcements.retry, notice, why, later, doubt=doubt)
