"""Headings and bodies that were printed apart."""

from __future__ import annotations

from store.model import Repair, Span
from store.reading.parts import Draught, Part

ENOUGH = 0.12
"""Share of the headline's bigrams found in the body that makes a match on its own."""


def match_headings(draught: Draught) -> None:
    """Gives bodies without a heading the headings without a body, best fit first.

    With one of each left over on the page a weak fit is enough: they were one article.
    """
    headings = [p for p in draught.parts if p.heads and not p.pieces and not p.captions]
    bodies = [p for p in draught.parts if p.pieces and _headless(p)]
    alone = len(headings) == 1 and len(bodies) == 1
    fits = sorted(
        ((fit(h, b), -i, -j) for i, h in enumerate(headings) for j, b in enumerate(bodies)),
        reverse=True,
    )
    taken: set[tuple[str, int]] = set()
    for score, i, j in fits:
        if ("h", i) in taken or ("b", j) in taken or score < (ENOUGH / 2 if alone else ENOUGH):
            continue
        taken |= {("h", i), ("b", j)}
        _unite(draught, headings[-i], bodies[-j], score)


def _headless(part: Part) -> bool:
    return not part.heads and part.kind is None and not part.bylined


def fit(heading: Part, body: Part) -> float:
    """Share (0-1) of the headline's character bigrams that the body has."""
    words = {g for line in heading.heads for g in _grams(line.text)}
    text = body.body
    return sum(1 for g in words if g in text) / max(1, len(words))


def _grams(text: str) -> list[str]:
    marks = set(" “”‘’「」《》，、：——()（）")
    return [text[i : i + 2] for i in range(len(text) - 1) if not marks & set(text[i : i + 2])]


def _unite(draught: Draught, heading: Part, body: Part, score: float) -> None:
    body.heads, body.bylined, body.staff = heading.heads, heading.bylined, heading.staff
    body.heading = [*heading.heading, *body.heading]
    body.column = heading.column or body.column
    body.source = body.source or heading.source
    body.sign(tuple(heading.authors))
    at = heading.heads[0].span
    body.repairs.append(Repair("title_matched", Span(*at), round(min(0.99, 0.5 + score), 3)))
    draught.parts.remove(heading)
