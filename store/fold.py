"""The one way text is made comparable, for storing and for asking."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from itertools import chain, starmap

PLANE = 0x10000
WORDS = re.compile(r"[^\W_\U00010000-\U0010ffff]+")
"""What is compared: putting it together is quicker than taking out what lies between."""
ASTRAL = re.compile("[\U00010000-\U0010ffff]")
GAP = "\0"
KEPT = re.compile(f"[^{GAP}]+")


def fold(text: str) -> str:
    """`text` in simplified characters, half width and lower case, character for character.

    The result is as long as `text`, so that offsets in one are offsets in the other; a character
    whose folded form would be longer (℃, ㎡) is left as it is.
    """
    return text.translate(table())


def squeeze(folded: str) -> str:
    """Only the letters, digits and Han characters of a folded text, nothing between them."""
    return "".join(WORDS.findall(folded))


def comparable(text: str) -> str:
    """`squeeze(fold(text))`, in one pass."""
    return marked(text).replace(GAP, "")


def marked(text: str) -> str:
    """`fold(text)` with a GAP for each character that `squeeze` takes out."""
    return ASTRAL.sub(GAP, text.translate(gapped()))


def positions(marked: str) -> list[int]:
    """The places of the characters of a marked text that are no gaps."""
    spans = (word.span() for word in KEPT.finditer(marked))
    return list(chain.from_iterable(starmap(range, spans)))


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


@lru_cache(maxsize=1)
def gapped() -> list[str]:
    """The same, with a GAP for a character that `squeeze` takes out."""
    plain = table()
    left = [GAP] * PLANE
    for word in WORDS.finditer("".join(plain)):
        left[word.start() : word.end()] = word[0]
    return left


def narrow(char: str) -> str:
    """One character in its compatibility form and lower case, or itself if that is longer."""
    if "\ud800" <= char <= "\udfff":
        return char
    short = unicodedata.normalize("NFKC", char).lower()
    return short if len(short) == 1 and ord(short) < PLANE else char
