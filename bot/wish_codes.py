"""Wishes as short codes for buttons and deep links: facet numbers, lasting and small.

The conditions of a wish are joined by - and wishes by _, so that a code is made of letters a deep
link may hold. Words, and places that no article has yet, are given facet numbers of their own
kinds; a code too long for a button stands in the store and is named by its number.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from bot.wishes import Meaning, Part, with_part
from store import browse
from store.database import Store
from store.errors import NotFound
from store.wishes import Wish

ALL, STUDY, LONG = "0", "w", "z"
LONGEST = 48
"""Characters of a code in a button, whose 64 bytes hold its verb too."""
FIELDS = ("paper", "region", "column", "author")


def code_of(store: Store, wishes: Iterable[Wish]) -> str:
    """The code of some wishes, at most LONGEST characters."""
    return shortened(store, "_".join(wish_code(store, wish) for wish in wishes))


def shortened(store: Store, code: str) -> str:
    """A code, or the number under which a long one is kept."""
    return code if len(code) <= LONGEST else f"{LONG}{number_of(store, 'code', code)}"


def lengthened(store: Store, code: str) -> str:
    """The code that a short one stands for. Raises NotFound."""
    return browse.facet(store, int(code[1:])).name if code.startswith(LONG) else code


def wish_code(store: Store, wish: Wish) -> str:
    """The code of one wish."""
    parts = [STUDY] if wish.study else []
    for kind in FIELDS:
        if value := getattr(wish, kind):
            parts.append(str(number_of(store, kind, value)))
    if wish.words or wish.without:
        said = " ".join([*wish.words, *(f"-{word}" for word in wish.without)])
        parts.append(str(number_of(store, "words", said)))
    return "-".join(parts) or ALL


def wishes_of(store: Store, code: str) -> Meaning:
    """The wishes of a code. Raises NotFound or ValueError for one that stands for nothing."""
    return tuple(wish_of(store, one) for one in lengthened(store, code).split("_"))


def wish_of(store: Store, code: str) -> Wish:
    """The wish of the code of one. Raises NotFound or ValueError."""
    wish = Wish()
    for token in code.split("-"):
        if token == STUDY:
            wish = replace(wish, study=True)
        elif token != ALL:
            wish = with_facet(wish, browse.facet(store, int(token)))
    return wish


def with_facet(wish: Wish, facet: browse.Facet) -> Wish:
    """The wish with the condition a facet stands for. Raises NotFound for a facet that is none."""
    if facet.kind == "words":
        for word in facet.name.split():
            part = Part("without", word[1:]) if word.startswith("-") else Part("word", word)
            wish = with_part(wish, part)
        return wish
    if facet.kind == "place":
        return replace(wish, region=facet.name)
    if facet.kind not in FIELDS:
        raise NotFound(f"facet {facet.number} is no condition of a wish")
    value: dict[str, Any] = {facet.kind: facet.name}
    return replace(wish, **value)


def number_of(store: Store, kind: str, name: str) -> int:
    """The facet number of a value; a new one is given to what had none.

    A region without articles becomes a "place", since the regions are what readers browse by.
    """
    kinds = (kind, "place") if kind == "region" else (kind,)
    with store.reading() as db:
        for known in kinds:
            if number := browse.numbers(db, known).get(name):
                return number
    with store.writing() as db:
        browse.remember(db, kinds[-1], [name])
        return browse.numbers(db, kinds[-1])[name]
