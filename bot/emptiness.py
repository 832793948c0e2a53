"""What is said when there is nothing to show: another sentence while the archive is empty."""

from __future__ import annotations

from bot import owner_words, words
from bot.talk import Talk
from store import browse


def nothing(talk: Talk, otherwise: str) -> str:
    """`otherwise`, or what to do about an archive without a single article."""
    if not browse.bare(talk.store):
        return otherwise
    return owner_words.EMPTY if talk.reader.admin and not talk.brief else words.EMPTY
