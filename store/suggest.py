"""What may have been meant when nothing was found: a corrected spelling, then nearest titles."""

from __future__ import annotations

from collections.abc import Sequence

from store.match import Text, Wanted
from store.sound import exact, heard

LIKE = 0.45
"""How much a heading must be like the question to be offered."""
MOST = 3


def suggestions(
    wanted: Wanted, titles: Sequence[tuple[str, float]], text: Text | None
) -> tuple[str, ...]:
    """At most MOST texts to offer; `titles` come with their likeness to the question (0-1)."""
    offered = [corrected(wanted.query.chars, text)] if text else []
    offered += [title for title, like in titles if like >= LIKE]
    typed = wanted.query.question.strip()
    return tuple(dict.fromkeys(one for one in offered if one and one != typed))[:MOST]


def corrected(chars: str, text: Text) -> str | None:
    """The question with the characters of the text where it sounds the same; None if unchanged.

    Two characters are replaced only together, where both sounds are found side by side.
    """
    said = heard(exact(chars))
    out = list(chars)
    for i in range(len(chars) - 1):
        if chars[i : i + 2] in text.chars:
            continue
        at = text.sound.find(said[i : i + 2])
        if at >= 0 and (out[i] == chars[i] or out[i] == text.chars[at]):
            out[i : i + 2] = text.chars[at : at + 2]
    found = "".join(out)
    return found.replace("\n", " ") if found != chars else None
