"""Whether a stretch of text is made of whole words, as newspapers at large put characters together.

A pure judgement by the attraction of neighbours; see `Background.bond`.
"""

from __future__ import annotations

import re

from store.background import BOND, background
from store.fold import comparable
from store.query import JOINING
from store.reading.bylines import is_name
from store.terms import pairs

STRONGER = 1.5
"""By how much the pair beside a seam must attract each other more for the seam to be one: 志愿队 is
志愿 and 队, though 愿队 is often met for that."""
HAN = re.compile(r"[\u3007\u3400-\u9fff]{2}")


def bonded(pair: str, least: float = BOND) -> bool:
    """Whether two neighbouring characters belong to one word; marks and letters never do."""
    return bool(HAN.fullmatch(pair)) and background().bond(pair) > least


def alone(before: str, phrase: str, after: str) -> bool:
    """Whether words begin and end with a phrase that is printed between these two characters."""
    return not bonded(comparable(before + phrase[0])) and not bonded(comparable(phrase[-1] + after))


def fits(before: str, phrase: str, after: str) -> bool:
    """The same, with the benefit of the doubt: where neighbours are rare, and where the phrase
    holds together much more."""
    begun = before in JOINING or parted(before + phrase[0], phrase[:2])
    return begun and ends(phrase, after)


def ends(phrase: str, after: str) -> bool:
    """Whether a word ends with the phrase, as `fits` judges it."""
    return after in JOINING or parted(phrase[-1] + after, phrase[-2:])


def parted(pair: str, edge: str) -> bool:
    """Whether two neighbours belong to different words, `edge` being the pair beside them."""
    # Of rare characters nothing is known to be apart: that they were never met says nothing.
    if not bonded(pair) or not background().known(pair):
        return True
    return bonded(edge) and background().bond(edge) - background().bond(pair) > STRONGER


def held_together(phrase: str) -> bool:
    """Whether every character belongs to a word with one beside it."""
    bonds = [bonded(phrase[i : i + 2]) for i in range(len(phrase) - 1)]
    return all(a or b for a, b in zip([False, *bonds], [*bonds, False], strict=True))


def whole(stretch: str, text: str, at: int) -> bool:
    """Whether a stretch cuts no word where it stands, or would stand, in a text."""
    before, after = text[max(0, at - 1) : at], text[at + len(stretch) :][:1]
    # What a person is stands before the name (工作人员李…), often enough to look like a word.
    person = is_name(stretch) and not any(map(word, pairs(stretch)))
    return ends(stretch, after) if person else fits(before, stretch, after)


def word(pair: str) -> bool:
    """Whether newspapers at large use two characters as a word, or as part of one."""
    return background().known(pair) and bonded(pair)
