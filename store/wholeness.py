"""Whether a stretch of text is made of whole words, as newspapers at large put characters together.

A pure judgement by the attraction of neighbours; see `Background.bond`.
"""

from __future__ import annotations

import re

from store.background import background
from store.fold import comparable

BOND = -3.0
"""How much two characters must attract each other to be taken for one word; as in confidence."""
HAN = re.compile(r"[\u3007\u3400-\u9fff]{2}")


def bonded(pair: str) -> bool:
    """Whether two neighbouring characters belong to one word; marks and letters never do."""
    return bool(HAN.fullmatch(pair)) and background().bond(pair) > BOND


def begins(before: str, phrase: str) -> bool:
    """Whether a word begins with the phrase, `before` being the character printed before it."""
    return not bonded(comparable(before + phrase[0]))


def ends(phrase: str, after: str) -> bool:
    """Whether a word ends with the phrase, `after` being the character printed behind it."""
    return not bonded(comparable(phrase[-1] + after))


def held_together(phrase: str) -> bool:
    """Whether every character belongs to a word with one beside it."""
    bonds = [bonded(phrase[i : i + 2]) for i in range(len(phrase) - 1)]
    return all(a or b for a, b in zip([False, *bonds], [*bonds, False], strict=True))
