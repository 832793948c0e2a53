"""A text that quotes others, such as a summary, kept as where it stands in them. Pure."""

from __future__ import annotations

from collections.abc import Sequence

LEAST = 8
"""Characters of a quotation's beginning by which it is looked for."""

Range = tuple[int, int, int]
"""Number of a text, and the half-open range of its characters that is quoted."""


def ranges(quoting: str, texts: Sequence[str]) -> list[Range]:
    """Where each stretch of `quoting` stands in `texts`; empty when some of it stands nowhere."""
    found: list[Range] = []
    done = 0
    while done < len(quoting):
        beginning = quoting[done : done + LEAST]
        number = next((i for i, text in enumerate(texts) if beginning in text), None)
        if number is None:
            return []
        start = texts[number].index(beginning)
        length = alike(quoting[done:], texts[number][start : start + len(quoting)])
        found.append((number, start, start + length))
        done += length
    return found


def alike(one: str, other: str) -> int:
    """How many characters two texts have in common from their beginnings on."""
    least, most = 0, min(len(one), len(other))
    while least < most:
        half = (least + most + 1) // 2
        least, most = (half, most) if one[:half] == other[:half] else (least, half - 1)
    return least


def restored(places: Sequence[Sequence[int]], texts: Sequence[str]) -> str:
    """The text that `ranges` took apart; without what is gone when someone has cut the texts."""
    held = dict(enumerate(texts))
    return "".join(held.get(number, "")[start:stop] for number, start, stop in places)
