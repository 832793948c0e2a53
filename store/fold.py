"""The one way text is made comparable, for storing and for asking."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

PLANE = 0x10000
BREAK = re.compile(r"[\W_]+|[\U00010000-\U0010ffff]+")
WORDS = re.compile(r"[^\W_\U00010000-\U0010ffff]+")
"""What `BREAK` leaves: putting it together is quicker than taking the breaks out."""


def fold(text: str) -> str:
    """`text` in simplified characters, half width and lower case, character for character.

    The result is as long as `text`, so that offsets in one are offsets in the other; a character
    whose folded form would be longer (℃, ㎡) is left as it is.
    """
    return text.translate(table())


def squeeze(folded: str) -> str:
    """Only the letters, digits and Han characters of a folded text, nothing between them."""
    return "".join(WORDS.findall(folded))


def positions(folded: str) -> list[int]:
    """For each character of `squeeze(folded)`, its place in `folded`."""
    places: list[int] = []
    last = 0
    for gap in BREAK.finditer(folded):
        places += range(last, gap.start())
        last = gap.end()
    places += range(last, len(folded))
    return places


@lru_cache(maxsize=1)
def table() -> list[str]:
    """Folded character by code point, for `str.translate`; a list is its fastest lookup."""
    from opencc import OpenCC

    plain = [narrow(chr(code)) for code in range(PLANE)]
    # One conversion of all characters, a line each, so that no phrase rule of OpenCC applies.
    han = [code for code in range(PLANE) if "\u3400" <= plain[code] <= "\u9fff"]
    simple = OpenCC("t2s").convert("\n".join(plain[code] for code in han)).split("\n")
    for code, char in zip(han, simple, strict=True):
        if len(char) == 1 and ord(char) < PLANE:
            plain[code] = char
    return plain


def narrow(char: str) -> str:
    """One character in its compatibility form and lower case, or itself if that is longer."""
    if "\ud800" <= char <= "\udfff":
        return char
    short = unicodedata.normalize("NFKC", char).lower()
    return short if len(short) == 1 and ord(short) < PLANE else char
