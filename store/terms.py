"""What is indexed: pairs of neighbouring characters and pairs of neighbouring sounds.

A term is a string of two characters of the basic plane; its code, the number the index keeps, is
the second code point times 65,536 plus the first. Sounds are private use characters (see
`store.sound`), so both channels share one number space without colliding.
"""

from __future__ import annotations

from operator import add


def pairs(squeezed: str) -> list[str]:
    """The overlapping pairs of a squeezed text, in order."""
    return list(map(add, squeezed, squeezed[1:]))


def codes(squeezed: str) -> set[int]:
    """The pairs of a squeezed text, or of its sound, as numbers."""
    # A code is by design what UTF-16 makes of two characters, so one call encodes them all; a
    # pair begins at every character, hence both halves.
    said = memoryview(squeezed.encode("utf-16-le"))
    found: set[int] = set()
    for start in (0, 2):
        found.update(said[start : start + (len(said) - start & ~3)].cast("I"))
    return found


def code(term: str) -> int:
    """The number of a term, 32 bits."""
    return ord(term[1]) << 16 | ord(term[0])
