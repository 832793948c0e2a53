"""Where a short question is heard in texts: as a word, and as it was spelled, or only nearly. Pure.

Two or three sounds are met by chance, most of all across words (患排 of 隐患排查 for 黄牌) and with
the accents folded. Longer questions are told apart by more than that.
"""

from __future__ import annotations

from collections.abc import Sequence

from store.finding import Ranked, ordered
from store.match import Text, Wanted
from store.sound import exact
from store.suggest import places
from store.wholeness import held_together, whole

MOST = 4
"""Sounds of the questions that are looked at."""
CROSSED = 0.7
"""What a match across words counts for beside the same of a word,"""
FOLDED = 0.9
"""and one that only a regional accent takes for the same."""


def by_ear(wanted: Wanted, ranked: Sequence[Ranked]) -> tuple[list[Ranked], bool]:
    """Candidates ordered anew by how well they are heard, and whether it is only across words that
    the first of them is; as they are when anything typed is there, or more was asked."""
    said = wanted.said
    if not ranked or not 2 <= len(said) <= MOST or "\n" in said:
        return list(ranked), False
    if any(one.signals.chars for one in ranked):
        return list(ranked), False
    worth = {one.article.number: heard_as(wanted, one.text) for one in ranked}
    again = ordered(one._replace(score=one.score * worth[one.article.number]) for one in ranked)
    return again, worth[again[0].article.number] == CROSSED


def heard_as(wanted: Wanted, text: Text) -> float:
    """What the best place at which the whole question is heard counts for; 1 without any."""
    size = len(wanted.said)
    found = []
    for at in places(wanted.said, text.sound):
        printed = text.chars[at : at + size]
        same = exact(printed) == wanted.query.sound
        word = whole(printed, text.chars, at) and (same or held_together(printed))
        found.append((1.0 if same else FOLDED) if word else CROSSED)
    return max(found, default=1.0)
