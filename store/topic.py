"""What a question asks about the places it names.

Almost every question names a place, and an archive holds its own places in most articles: that
they match says little about whether the rest is answered. Pure.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from store.match import Wanted, Weighted, pointed
from store.sound import listen
from store.terms import pairs

LEVELS = "省市县区旗州盟镇乡村"
"""What a place is, as the last character of its name."""
HEAD = "市长"
BEFORE = frozenset("\n在对于向从到给和与及由的了是为年月日号省市县区州盟旗0123456789")
"""What may stand before a place that is no part of another name."""


def topic(wanted: Wanted, regions: Sequence[str] = ()) -> Wanted:
    """The question without the places it names, also those that only an article's `regions`
    (paths) tell to be places; itself when it names none."""
    places = {*wanted.places, *known(wanted, regions)}
    if not places:
        return wanted
    names, sounds = zip(*sorted(places, key=lambda one: (-len(one[0]), one)), strict=True)
    chars = without(wanted.query.chars, names, LEVELS, HEAD[1])
    said = without(wanted.said, sounds, listen(LEVELS), listen(HEAD)[1])
    sound = within(wanted.sound, said)
    return wanted._replace(
        said=said,
        chars=within(wanted.chars, chars),
        sound=sound,
        letters={one: weight for one, weight in wanted.letters.items() if one in chars},
        heard={one: weight for one, weight in wanted.heard.items() if one in said},
        late=pointed(said, sound),
    )


def within_place(wanted: Wanted) -> Wanted:
    """The question as asked of an article that is about the place it names: the name may stand
    there and need not. Itself when nothing else is asked, or when the place is part of another
    name (国网上海电力)."""
    rest = topic(wanted)
    if not rest.sound or any(inside(name, wanted.query.chars) for name, _ in wanted.places):
        return wanted
    return rest._replace(
        chars=loosened(wanted.chars, rest.chars),
        sound=loosened(wanted.sound, rest.sound),
        places=(),
    )


def inside(name: str, chars: str) -> bool:
    """Whether a place stands in a question only behind characters that it may be one name with."""
    before = [chars[at.start() - 1 : at.start()] for at in re.finditer(re.escape(name), chars)]
    return bool(before) and all(char and char not in BEFORE for char in before)


def loosened(terms: Sequence[Weighted], firm: Sequence[Weighted]) -> tuple[Weighted, ...]:
    """The terms, loose unless they are among the firm ones."""
    kept = {term.text for term in firm}
    return tuple(term if term.text in kept else term._replace(loose=True) for term in terms)


def known(wanted: Wanted, regions: Sequence[str]) -> Iterator[tuple[str, str]]:
    """The names in these paths that the question holds, in characters and in sound."""
    for name in dict.fromkeys(part for path in regions for part in path.split("/")):
        short = name[:-1] if len(name) > 2 and name[-1] in LEVELS else name.removesuffix("街道")
        said = listen(short)
        if short in wanted.query.chars or said in wanted.said:
            yield short, said


def without(text: str, names: Sequence[str], levels: str, head: str) -> str:
    """The text with a line break for each name and the level written behind it, unless that
    begins the word for its head (县长)."""
    for name in names:
        text = re.sub(f"{re.escape(name)}(?:[{levels}](?!{head}))?", "\n", text)
    return text.strip("\n")


def within(terms: Sequence[Weighted], text: str) -> tuple[Weighted, ...]:
    """The terms that are left in the text, and those it lost no character of."""
    held = set(pairs(text))
    return tuple(term for term in terms if term.text in held)
