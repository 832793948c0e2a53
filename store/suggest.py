"""What may have been meant when nothing was found: a corrected spelling, then nearest titles."""

from __future__ import annotations

from collections.abc import Sequence

from store.background import background
from store.confidence import BOND
from store.match import Text, Wanted
from store.sound import exact, heard

LIKE = 0.45
"""How much a heading must be like the question to be offered."""
MOST = 3


def suggestions(
    wanted: Wanted, titles: Sequence[tuple[str, float]], text: Text | None,
    spelt: Sequence[str] = (),
) -> tuple[str, ...]:  # fmt: skip
    """At most MOST texts to offer; `titles` come with their likeness to the question (0-1),
    `spelt` are the question with its initials spelt out."""
    offered = [corrected(wanted.query.chars, text) if text else None]
    offered += [title for title, like in titles if like >= LIKE]
    typed = wanted.query.question.strip()
    found = [*spelt, *(one for one in offered if one and one != typed)]
    return tuple(dict.fromkeys(found))[:MOST]


def corrected(chars: str, text: Text) -> str | None:
    """The question with the characters of the text where it sounds the same; None if unchanged.

    Two characters are replaced only together, where both sounds are found side by side, and only
    by a word for what is none, or for one that is itself rarer.
    """
    said = heard(exact(chars))
    out = list(chars)
    firm = {j for i in range(len(chars) - 1) if word(chars[i : i + 2]) for j in (i, i + 1)}
    for i in range(len(chars) - 1):
        if chars[i : i + 2] in text.chars:
            continue
        at = text.sound.find(said[i : i + 2])
        if at < 0 or not likelier(text.chars[at : at + 2], chars[i : i + 2]):
            continue
        # Two characters of two words that merely meet (吉房 in 昌吉房价) are no slip.
        if not word(chars[i : i + 2]) and firm & {i, i + 1}:
            continue
        if out[i] in (chars[i], text.chars[at]):
            out[i : i + 2] = text.chars[at : at + 2]
    found = "".join(out)
    return found.replace("\n", " ") if found != chars else None


def word(pair: str) -> bool:
    """Whether newspapers at large use two characters as a word, or as part of one."""
    return background().known(pair) and background().bond(pair) > BOND


def likelier(printed: str, typed: str) -> bool:
    """Whether two printed characters are more likely meant than the two typed: a commoner word,
    or a name where newspapers know neither."""
    known = background()
    if word(printed):
        return not known.known(typed) or known.held_by(printed) > known.held_by(typed)
    return not known.known(printed) and not known.known(typed)
