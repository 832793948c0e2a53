"""Headings and bodies that were printed apart."""

from __future__ import annotations

from store.model import Repair, Span
from store.reading.parts import Draught, Part

ENOUGH = 0.12
"""Share of the headline's bigrams found in the body that makes a match on its own."""

SPLIT = 0.1
"""How much better a headline must fit below a place than above it to begin an article there."""

SHORTEST_BODY = 80
"""Characters that a body cut loose must have."""


def match_headings(draught: Draught) -> None:
    """Gives bodies without a heading the headings without a body, best fit first.

    With one of each left over on the page a weak fit is enough: they were one article.
    """
    headings = [
        p for p in draught.parts if (p.heads or p.bylined) and not p.pieces and not p.captions
    ]
    if len(headings) > sum(1 for p in draught.parts if p.pieces and _headless(p)):
        for heading in (h for h in headings if h.heads):
            _split_for(draught, heading)
    bodies = [p for p in draught.parts if p.pieces and _headless(p)]
    alone = len(headings) == 1 and len(bodies) == 1
    enough = ENOUGH / 2 if alone else ENOUGH
    fits = sorted(
        ((fit(h, b.body), -i, -j) for i, h in enumerate(headings) for j, b in enumerate(bodies)),
        reverse=True,
    )
    taken: set[tuple[str, int]] = set()
    for score, i, j in fits:
        # A byline whose title is lost has no words to go by: only being alone speaks for it.
        untitled = alone and not headings[-i].heads
        if ("h", i) in taken or ("b", j) in taken or (score < enough and not untitled):
            continue
        taken |= {("h", i), ("b", j)}
        _unite(draught, headings[-i], bodies[-j], score)


def _split_for(draught: Draught, heading: Part) -> None:
    """Cuts loose the body of a heading from the article it was read into, when it runs on there
    without a heading of its own: where the headline's words begin and the vocabulary changes."""
    best: tuple[float, Part, int] | None = None
    for part in draught.parts:
        for at in range(1, len(part.pieces)):
            score = _split_score(heading, part, at)
            if score > SPLIT and (best is None or score > best[0]):
                best = (score, part, at)
    if best is None:
        return
    _, part, at = best
    loose = Part(pieces=part.pieces[at:])
    part.pieces = part.pieces[:at]
    draught.parts.insert(draught.parts.index(part) + 1, loose)


def _split_score(heading: Part, part: Part, at: int) -> float:
    """How much better the headline fits what follows a place than what precedes it, less what
    the two sides have in common; 0 where no article can begin."""
    before, after = part.pieces[at - 1], part.pieces[at]
    if not before.closed or before.use != "body" or after.use != "body" or part.kind is not None:
        return 0.0
    left = "".join(p.text for p in part.pieces[:at])
    right = "".join(p.text for p in part.pieces[at:])
    if len(right) < SHORTEST_BODY or fit(part, left) < fit(part, right) - 0.05:
        return 0.0
    return fit(heading, right) - fit(heading, left) - _common(left, right)


def _common(left: str, right: str) -> float:
    one, two = set(_grams(left)), set(_grams(right))
    return len(one & two) / max(1, min(len(one), len(two)))


def _headless(part: Part) -> bool:
    return not part.heads and part.kind is None and not part.bylined


def fit(heading: Part, text: str) -> float:
    """Share (0-1) of the headline's character bigrams that a text has."""
    words = {g for line in heading.heads for g in _grams(line.text)}
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
    at = heading.heading[0]
    body.repairs.append(Repair("title_matched", Span(*at), round(min(0.99, 0.5 + score), 3)))
    draught.parts.remove(heading)
