"""What a reader wishes to be told of: from words to wishes, and from a wish to Chinese. Pure.

Words apart by spaces must all hold; those joined by 、 are alternatives; a word behind - must not
occur. Two places, columns, authors or papers are alternatives too, since no article is in both.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import islice, product
from typing import Any, Literal, NamedTuple

from bot import words
from store.fold import fold
from store.regions import short_name, within
from store.wishes import Wish

Kind = Literal["all", "study", "paper", "column", "author", "region", "word", "without"]
MOST_WISHES = 12
"""Wishes one line may make; more is a pasted text."""
MOST_MEANINGS = 6
"""Meanings offered for a line; a name that fits more places needs the one above it."""
WORD = 20
"""Characters of a keyword."""
EVERYTHING = frozenset({words.BUTTON_EVERYTHING, "所有", "全都要", "一切", "都要", "all"})
STUDY = frozenset({words.WEEKLY, "每周学习", "周学"})
PREFIXES: Mapping[str, Kind] = {
    "报纸": "paper",
    "栏目": "column",
    "作者": "author",
    "地区": "region",
    "关键词": "word",
    "词": "word",
}
WITHOUT = re.compile(r"(?:[-－–—−]|不要|不含|除了|排除)(?=.)")
LIST = re.compile(r"\s*[、，,；;]\s*")
ENDING = re.compile(r"(?:省|市|县|区|州|盟|旗|镇|乡|街道|苏木|村|团)$")


class Part(NamedTuple):
    """One condition of a wish."""

    kind: Kind
    value: str = ""


@dataclass(frozen=True, slots=True)
class Names:
    """What the archive can be asked by: names by their folded form, and the regions of a name.

    `held` are the paths of the regions that have articles.
    """

    papers: Mapping[str, str]
    columns: Mapping[str, str]
    authors: Mapping[str, str]
    regions: Callable[[str], Sequence[str]]
    held: Collection[str]


Meaning = tuple[Wish, ...]
"""The wishes that a line stands for when each of its words has one sense."""


def parse(text: str, names: Names) -> tuple[Meaning, ...]:
    """What a line may mean, the likeliest first; several when a name fits several places.

    Empty when nothing is wished.
    """
    tokens = LIST.sub("、", text.strip()).split()
    senses = [sense for token in tokens if (sense := senses_of(token, names))]
    if not senses:
        return ()
    chosen = islice(product(*senses), MOST_MEANINGS)
    meanings = (tuple(islice(wishes_of(groups), MOST_WISHES)) for groups in chosen)
    return tuple(dict.fromkeys(meaning for meaning in meanings if meaning))


def senses_of(token: str, names: Names) -> list[tuple[Part, ...]]:
    """The senses of a token, each a group of alternatives (those joined by 、)."""
    if match := WITHOUT.match(token):
        values = [value[:WORD] for value in token[match.end() :].split("、") if value]
        return [tuple(Part("without", value) for value in values)] if values else []
    alternatives = [found for one in token.split("、") if (found := parts_of(one, names))]
    return [tuple(group) for group in product(*alternatives)] if alternatives else []


def parts_of(word: str, names: Names) -> list[Part]:
    """What one word may stand for, the likeliest first."""
    head, colon, value = word.replace("：", ":").partition(":")
    if colon and value and (kind := PREFIXES.get(fold(head))):
        return explicit(kind, value, names)
    folded = fold(word)
    if folded in EVERYTHING:
        return [Part("all")]
    if folded in STUDY:
        return [Part("study")]
    for kind, known in named_kinds(names):
        if folded in known:
            return [Part(kind, known[folded])]
    return region_parts(word, names) or ([Part("word", word[:WORD])] if word.strip("-") else [])


def named_kinds(names: Names) -> tuple[tuple[Kind, Mapping[str, str]], ...]:
    """The kinds whose values go by a name, in the order they are tried."""
    return (("paper", names.papers), ("column", names.columns), ("author", names.authors))


def explicit(kind: Kind, value: str, names: Names) -> list[Part]:
    """A word whose kind is said: 栏目:短讯, 地区:奇台. Part of a name is enough here."""
    if kind == "region":
        return [Part("region", path) for path in names.regions(value)][:MOST_MEANINGS]
    if kind == "word":
        return [Part("word", value[:WORD])]
    known = dict(named_kinds(names))[kind]
    exact = known.get(fold(value))
    like = [exact] if exact else [name for key, name in known.items() if fold(value) in key]
    return [Part(kind, name) for name in like][:MOST_MEANINGS]


def region_parts(word: str, names: Names) -> list[Part]:
    """The regions a word names, and the word itself when it may be an everyday word.

    和平 is a county, a district and a word: only a place of the archive, or one named in full
    (with its 县, 区, 市), is taken for a place without asking.
    """
    paths = list(names.regions(word))
    held = [path for path in paths if path in names.held]
    chosen = [Part("region", path) for path in (held or paths)[: MOST_MEANINGS - 1]]
    if not chosen or held or ENDING.search(word):
        return chosen
    return [*chosen, Part("word", word[:WORD])]


def wishes_of(groups: Sequence[tuple[Part, ...]]) -> Iterator[Wish]:
    """A wish for every combination of the alternatives."""
    for parts in product(*merged(groups)):
        wish = Wish()
        for part in parts:
            wish = with_part(wish, part)
        yield wish


def merged(groups: Sequence[tuple[Part, ...]]) -> list[tuple[Part, ...]]:
    """The groups, those of one single-valued kind made alternatives of each other.

    Of two regions one inside the other, the narrower is meant.
    """
    kept: list[tuple[Part, ...]] = []
    single: dict[Kind, list[Part]] = {}
    for group in groups:
        kinds = {part.kind for part in group}
        kind = next(iter(kinds))
        if kind == "without":
            # All the words behind a - are unwanted, not one or the other of them.
            kept += [(part,) for part in group]
        elif len(kinds) == 1 and kind in ("paper", "column", "author", "region"):
            single.setdefault(kind, []).extend(group)
        else:
            kept.append(group)
    return kept + [tuple(narrowest(dict.fromkeys(parts))) for parts in single.values()]


def narrowest(parts: Collection[Part]) -> list[Part]:
    """Without the regions that take in another of the regions."""
    return [
        part
        for part in parts
        if part.kind != "region"
        or not any(o != part and within(o.value, part.value) for o in parts)
    ]


def with_part(wish: Wish, part: Part) -> Wish:
    """The wish with one more condition."""
    if part.kind == "study":
        return replace(wish, study=True)
    if part.kind == "word":
        return replace(wish, words=tuple(dict.fromkeys((*wish.words, part.value))))
    if part.kind == "without":
        return replace(wish, without=tuple(dict.fromkeys((*wish.without, part.value))))
    if part.kind == "all":
        return wish
    value: dict[str, Any] = {part.kind: part.value}
    return replace(wish, **value)


def described(wish: Wish, *, full: bool = False) -> str:
    """A wish as a reader sees it; `full` names the regions above its region too."""
    parts = [wish.paper or ""]
    if wish.region:
        parts.append(path_named(wish.region) if full else short_name(wish.region))
    parts += [words.WISH_COLUMN.format(name=wish.column)] if wish.column else []
    parts += [words.WISH_AUTHOR.format(name=wish.author)] if wish.author else []
    parts += [words.WEEKLY] if wish.study else []
    parts += [words.WISH_WORD.format(word=word) for word in wish.words]
    said = [part for part in parts if part] or [words.WISH_ALL]
    return " · ".join(said + [words.WISH_WITHOUT.format(word=word) for word in wish.without])


def path_named(path: str) -> str:
    """A region with those above it: 新疆 › 昌吉州 › 奇台县."""
    names = path.split("/")
    return " › ".join(short_name("/".join(names[: at + 1])) for at in range(len(names)))
