"""A question in the spelling of a text, pair by pair, to see how well it then fits. Pure.

What comes out may be half words and is shown to nobody: `suggest.corrected` is for readers.
"""

from __future__ import annotations

from store.background import background
from store.match import Text
from store.sound import exact, heard
from store.wholeness import word


def printed_so(chars: str, text: Text) -> str | None:
    """The question with the characters of the text where it sounds the same; None if unchanged.

    Two characters are replaced only together, where both sounds are found side by side, and only
    by a word for what is none, or for one that is itself rarer.
    """
    said = heard(exact(chars))
    out = list(chars)
    pairs = [chars[i : i + 2] for i in range(len(chars) - 1)]
    firm = {j for i, pair in enumerate(pairs) if word(pair) for j in (i, i + 1)}
    for i, pair in enumerate(pairs):
        if pair in text.chars:
            continue
        at = text.sound.find(said[i : i + 2])
        if at < 0 or not likelier(text.chars[at : at + 2], pair):
            continue
        # Two characters of two words that merely meet (吉房 in 昌吉房价) are no slip.
        if not word(pair) and firm & {i, i + 1}:
            continue
        if out[i] in (chars[i], text.chars[at]):
            out[i : i + 2] = text.chars[at : at + 2]
    found = "".join(out)
    return found.replace("\n", " ") if found != chars else None


def likelier(printed: str, typed: str) -> bool:
    """Whether two printed characters are more likely meant than the two typed: a commoner word,
    or a name where newspapers know neither."""
    known = background()
    if word(printed):
        return not known.known(typed) or known.held_by(printed) > known.held_by(typed)
    return not known.known(printed) and not known.known(typed)
