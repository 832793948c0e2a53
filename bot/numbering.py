"""The numbers that messages have in their chats, as far as they are known.

A message whose answer was lost is looked for at the first number that nobody else's is known to
have (see `posting`).
"""

from __future__ import annotations

from collections.abc import Iterable

from bot.latest import Latest

KEPT = 50_000
"""Messages remembered, of all chats."""


class Numbering:
    """Which messages are known, and which was the newest before the bot was started."""

    def __init__(self) -> None:
        self.newest: Latest[int, int] = Latest()
        self.known: Latest[tuple[int, int], bool] = Latest(KEPT)
        self.before: dict[int, int] = {}

    def heard(self, chat: int, numbers: Iterable[int]) -> None:
        """These messages are somebody's, or ours and arrived."""
        for number in numbers:
            self.known.note((chat, number), True)
            self.newest.note(chat, max(number, self.newest.get(chat) or 0))

    def is_known(self, chat: int, number: int) -> bool:
        """Whether it is known whose message that is."""
        return self.known.get((chat, number)) is not None

    def free(self, chat: int, after: int) -> int:
        """The first number behind `after` of which nothing is known."""
        number = after + 1
        while self.is_known(chat, number):
            number += 1
        return number
