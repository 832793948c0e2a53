"""Stretches of a text that stood in it before.

They are found with anchors at every eighth character of what came before, so the work grows with
the text's length only.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

ANCHOR, STEP = 12, 8
"""Every run of their sum holds a whole anchor."""

SHORTEST_TANDEM = 8
"""Periods shorter than this are ordinary rhythm (不作为、不担当) and are left alone."""

SHORTEST_ROW = 12
"""With a pause inside, shorter ones are members of a row (甲与乙之间、乙与丙之间)."""

MARKS = "。！？!?…；;：:，,、”’」』）)】]"
"""Marks that belong to what stands before them."""

LONGEST_TANDEM = 400
LONGEST_OVERLAP = 200


@dataclass(frozen=True, slots=True)
class Run:
    """Characters `at` to `at + size` of the whole text are those from `of` on."""

    at: int
    of: int
    size: int


def runs(text: str) -> Iterator[Run]:
    """Maximal stretches that stood before, each with its nearest earlier place."""
    seen: dict[str, int] = {}
    at, noted = 0, 0
    while at + ANCHOR <= len(text):
        while noted + ANCHOR <= at:
            seen[text[noted : noted + ANCHOR]] = noted
            noted += STEP
        of = seen.get(text[at : at + ANCHOR])
        if of is None or "\n" in text[at : at + ANCHOR]:
            at += 1
            continue
        run = _extended(text, at, of)
        yield run
        at = run.at + max(run.size, 1)


def _extended(text: str, at: int, of: int) -> Run:
    size = ANCHOR
    while at + size < len(text) and text[at + size] == text[of + size] != "\n":
        size += 1
    back = 0
    while of - back > 0 and text[at - back - 1] == text[of - back - 1] != "\n" and back < STEP:
        back += 1
    return Run(at - back, of - back, size + back)


def tandems(text: str) -> Iterator[tuple[int, int]]:
    """A B B -> where the second B begins and its length, when B is no mere rhythm of speech."""
    last: dict[str, int] = {}
    at = 0
    while at + SHORTEST_TANDEM <= len(text):
        key = text[at : at + SHORTEST_TANDEM]
        period = at - last.get(key, at)
        last[key] = at
        if SHORTEST_TANDEM <= period <= LONGEST_TANDEM and _twice(text, at, period):
            at = _moved_on(text, at, period)
            yield at, period
            at += period
        else:
            at += 1


def _moved_on(text: str, at: int, period: int) -> int:
    """The same repeat begun after the marks that end what stands before it, where it can be: so
    that a full stop stays with its own sentence."""
    while at + period < len(text) and text[at] in MARKS and text[at + period] == text[at]:
        at += 1
    return at


def _twice(text: str, at: int, period: int) -> bool:
    again = text[at : at + period]
    if period < SHORTEST_ROW and {"、", "，"} & {*again[:-1]}:
        return False
    return "\n" not in again and again == text[at - period : at]


def overlap(left: str, right: str) -> int:
    """The longest end of `left` that begins `right`, 0 below eight characters; at most 200."""
    tail, head = left[-LONGEST_OVERLAP:], right[:SHORTEST_TANDEM]
    at = tail.find(head) if len(head) == SHORTEST_TANDEM else -1
    while at >= 0:
        if right.startswith(tail[at:]):
            return len(tail) - at
        at = tail.find(head, at + 1)
    return 0
