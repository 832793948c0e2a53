"""What is indexed: pairs of neighbouring characters and pairs of neighbouring sounds.

A term is a string of two characters of the basic plane; its code, the number the index keeps, is
the second code point times 65,536 plus the first. Sounds are private use characters (see
`store.sound`), so both channels share one number space without colliding.
"""

from __future__ import annotations

from operator import add

from store.fold import fold, squeeze
from store.sound import listen


def pairs(squeezed: str) -> list[str]:
    """The overlapping pairs of a squeezed text, in order."""
    return list(map(add, squeezed, squeezed[1:]))


def terms(text: str) -> set[str]:
    """The terms of a text as printed: its character pairs and its sound pairs."""
    chars = squeeze(fold(text))
    sound = listen(chars)
    found = set(map(add, chars, chars[1:]))
    found.update(map(add, sound, sound[1:]))
    return found


def code(term: str) -> int:
    """The number of a term, 32 bits."""
    return ord(term[1]) << 16 | ord(term[0])
