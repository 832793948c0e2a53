"""What the words of a question count for inside one article. Pure.

A heading's words are those of the whole article: that a sentence repeats them tells little of
whether it answers. What is asked for often stands where the text has other words for it, of which
single characters are left (赔付 for 赔了).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from store.match import Text, Wanted
from store.sound import listen

REPEATED = 0.1
"""What is left of a term's weight in prose when the heading says it."""
LETTERS = 0.25
"""What all single characters of the question count for beside all its pairs."""

VILLAGE = re.compile(
    "(?:^|(?<=[在给对向到是\n县市区旗镇乡道]))([\u4e00-\u9fff]{2,5}?(?:村|社区|镇|乡|街道))(?![民里委干支])"
)
"""A small place, where a question names it: at its beginning or behind what joins it."""


class About(NamedTuple):
    """What each term and each single character counts for in prose and in list items. An item
    that only repeats its heading is no better than its neighbours, so that a list is then shown
    from its start. `totals` are those of the two channels in prose, `most` that of the single
    characters."""

    prose: Mapping[str, float]
    items: Mapping[str, float]
    totals: tuple[float, float]
    letters: Mapping[str, float]
    item_letters: Mapping[str, float]
    most: float


def about_of(wanted: Wanted, above: Text, opening: str) -> About:
    """What the terms and characters count for in an article with this heading and, squeezed,
    this first paragraph."""
    names = "".join(framing(wanted, opening))
    said = "\n".join((above.chars, above.sound, names, listen(names)))
    prose, items = (distinctive(wanted, said, share) for share in (REPEATED, 0.0))
    chars, sound = (
        sum(prose[term.text] for term in terms) or 1.0 for terms in (wanted.chars, wanted.sound)
    )
    letters = {
        one: weight * (REPEATED if one in said else 1.0) for one, weight in wanted.letters.items()
    }
    return About(
        prose,
        items,
        (chars, sound),
        letters,
        {one: weight for one, weight in wanted.letters.items() if one not in said},
        sum(letters.values()) or 1.0,
    )


def framing(wanted: Wanted, opening: str) -> Iterator[str]:
    """The places of the question that the first paragraph names: they hold for all that follows,
    which need not repeat them."""
    small = VILLAGE.findall(wanted.query.chars)
    for name in (*(name for name, _ in wanted.places), *small):
        if name in opening:
            yield name


def distinctive(wanted: Wanted, said: str, repeated: float) -> dict[str, float]:
    """What a term counts for inside an article: `repeated` of it when the heading says it."""
    counts: dict[str, float] = {}
    for term in (*wanted.chars, *wanted.sound):
        share = 0.5 if term.loose else 1.0
        counts[term.text] = term.weight * share * (repeated if term.text in said else 1.0)
    return counts


def lettered(about: About, said: Sequence[str], listed: Sequence[bool]) -> list[float]:
    """What each folded sentence holds of the single characters; `listed` are list items."""
    return [
        LETTERS * sum(
            weight
            for one, weight in (about.item_letters if item else about.letters).items()
            if one in sentence
        ) / about.most
        for sentence, item in zip(said, listed, strict=True)
    ]
