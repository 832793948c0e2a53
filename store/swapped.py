"""Two neighbouring characters typed the wrong way round (汛防 for 防汛). Pure."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from heapq import nlargest
from math import log
from typing import NamedTuple

from store.background import background
from store.terms import pairs

LONGEST = 12
"""Characters of a question that is looked at: a longer one is found by the rest of it."""
LIKELIER = 3.0
"""Logarithm by which the turned pairs must be commoner than those typed."""
MOST = 2
"""Turns that are tried: each costs as much as the question itself."""
TRUST = 0.002
"""Chunks of the archive that a passage of newspapers at large counts for."""
UNSEEN = 0.1
ZONE = 3
"""Characters, both of the turned ones among them, that must be printed so."""


class Turn(NamedTuple):
    """A question with two characters turned, of which the first is at `at`."""

    text: str
    at: int


def turns(chars: str) -> Iterator[Turn]:
    """Every way to turn two neighbours of a question, a line break being none."""
    if len(chars) > LONGEST:
        return
    for at in range(len(chars) - 1):
        one, other = chars[at], chars[at + 1]
        if one != other and "\n" not in (one, other):
            yield Turn(chars[:at] + other + one + chars[at + 2 :], at)


def asked(chars: str) -> set[str]:
    """The pairs of which `turned` wants to know how many chunks hold them."""
    texts = [turn.text for turn in turns(chars)]
    return {pair for text in (*texts, chars) if texts for pair in pairs(text)}


def turned(chars: str, held: Mapping[str, int]) -> list[Turn]:
    """The likeliest turns of a question that are much likelier than what was typed."""
    gains = {turn: gain(chars, turn, held) for turn in turns(chars)}
    return [turn for turn in nlargest(MOST, gains, gains.__getitem__) if gains[turn] > LIKELIER]


def gain(chars: str, turn: Turn, held: Mapping[str, int]) -> float:
    """How much commoner the pairs of a turn are than those typed in their place."""
    start, stop = max(0, turn.at - 1), turn.at + ZONE
    new, old = pairs(turn.text[start:stop]), pairs(chars[start:stop])
    return sum(usual(pair, held) for pair in new) - sum(usual(pair, held) for pair in old)


def usual(pair: str, held: Mapping[str, int]) -> float:
    """How common a pair is in the archive and in newspapers at large, a logarithm."""
    if "\n" in pair:
        return 0.0
    return log(held.get(pair, 0) + TRUST * background().held_by(pair) + UNSEEN)


def prints(turn: Turn, printed: str) -> bool:
    """Whether a text prints the two characters so, with one beside them where there is one."""
    run = turn.text
    start = run.rfind("\n", 0, turn.at) + 1
    stop = min((at for at in [run.find("\n", turn.at)] if at >= 0), default=len(run))
    if stop - start == 2:
        return run[start:stop] in printed
    firsts = range(max(start, turn.at - 1), min(turn.at, stop - ZONE) + 1)
    return any(run[at : at + ZONE] in printed for at in firsts)
