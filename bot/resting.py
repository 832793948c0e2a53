"""Chats that do not let the bot write: left alone for a while, longer each time. Time is passed in,
in seconds."""

from __future__ import annotations

from bot.latest import Latest

FIRST, LONGEST = 0.8, 300.0
"""Seconds a group is left alone after its first refusal, and at most; twice as long each time.
Telegram says when the bot itself may write again, but not when all members may: that has to be
tried out. A private chat is left alone for the first stretch only, for what was asked at the same
time: who can write to the bot lets it write."""


class Resting:
    """Which chats are not to be tried just now."""

    def __init__(self) -> None:
        self.until: Latest[int, tuple[float, float]] = Latest()

    def refused(self, chat: int, now: float) -> None:
        """A chat did not let the bot write."""
        until, before = self.until.get(chat) or (0.0, 0.0)
        if now < until:
            # Said of what was on its way when the chat refused before.
            return
        length = FIRST if chat > 0 else min(max(FIRST, 2 * before), LONGEST)
        self.until.note(chat, (now + length, length))

    def rests(self, chat: int, now: float) -> bool:
        """Whether a chat is to be left alone."""
        until, _ = self.until.get(chat) or (0.0, 0.0)
        return now < until

    def ended(self, chat: int) -> None:
        """A chat lets the bot write again."""
        self.until.drop(chat)
