"""All corrections of a page, one after another, on the articles as they were read."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from store.editing.correction import Correction, Unfit
from store.editing.fields import SETTERS, set_field
from store.editing.shapes import add, join, move, remove, split
from store.editing.sheet import Sheet
from store.editing.wording import cut_apart, rejoin, reword

Step = Callable[[list[Sheet], Correction], list[Sheet]]

STEPS: dict[str, Step] = {
    **{name: set_field for name in SETTERS},
    "split": split,
    "join": join,
    "move": move,
    "remove": remove,
    "add": add,
    "text": reword,
    "cut": cut_apart,
    "rejoin": rejoin,
}


@dataclass(frozen=True, slots=True)
class Applied:
    """The articles after the corrections, and those that no longer fit, each with the reason."""

    sheets: tuple[Sheet, ...]
    unfit: tuple[tuple[Correction, str], ...] = ()


def in_force(corrections: Iterable[Correction]) -> list[Correction]:
    """The corrections that say something and have not been taken back, oldest first."""
    rows = sorted(corrections, key=lambda correction: correction.number)
    undone = {row.undoes for row in rows}
    return [row for row in rows if row.undoes is None and row.number not in undone]


def apply(sheets: Sequence[Sheet], corrections: Iterable[Correction]) -> Applied:
    """The articles of a page as the editor wants them.

    Corrections are taken in the order they were made; one that no longer fits changes nothing
    and is named in the result, the others still hold.
    """
    current = list(sheets)
    unfit: list[tuple[Correction, str]] = []
    for correction in in_force(corrections):
        try:
            current = STEPS[correction.operation](current, correction)
        except Unfit as reason:
            unfit.append((correction, str(reason)))
    return Applied(tuple(current), tuple(unfit))
