"""Which name of the archive a word that is none may have been meant for. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from bot.wishes import ENDING, Meaning, Names, Part, with_part
from store.fold import fold, squeeze
from store.regions import short_name
from store.regions.names import stem
from store.sound import heard, listen
from store.typed import spelled
from store.wishes import Wish

EVERYDAY = re.compile(
    "(?:[社小园景灾山牧地城校辖特片库林矿老街郊市战专选展疫]区|[城超门夜集股楼菜都闹]市"
    "|[乡农山渔全驻进]村|[乡城村小古名]镇|[家下返故他老水思回]乡|[兵集社乐财党剧使表观讲作]团"
    "|[困强各全本邻脱范]县|[联加同]盟|[节反全本各外]省|[党红国锦升军]旗)$"
)
"""智慧社区, 美丽乡村, 特色小镇: keywords that only sound like places."""
CALLED = re.compile("^(?:记者|作者|通讯员|栏目|专栏)|(?:栏目|专栏|记者|通讯员)$")
"""What people put before or behind a name."""
OFFERED = 3
"""Names offered for a word."""
THE_SAME, SAME_SOUND, ONE_WRONG, ONE_MORE, PART = range(5)
"""How near a name is, the nearest first."""


def near(word: str, names: Names, *, printed: bool = False) -> list[Part]:
    """The names a word may have been meant for, the nearest first, at most OFFERED.

    A word that is `printed` in the archive is right as it is: only a place that it is the short
    name of may be meant too.
    """
    said = squeeze(fold(word))
    bare = CALLED.sub("", said) or said
    found = {
        part: distance
        for part, name in known(names)
        if (distance := between(bare, squeeze(fold(name)))) is not None
        and (distance == THE_SAME or not printed)
    }
    return sorted(found, key=lambda part: found[part])[:OFFERED]


def known(names: Names) -> Iterator[tuple[Part, str]]:
    """Every name of the archive with what it stands for; a place by its short names too."""
    for column in names.columns.values():
        yield Part("column", column), column
    for author in names.authors.values():
        yield Part("author", author), author
    for paper in names.papers.values():
        yield Part("paper", paper), paper
    for path in names.held:
        name = path.rpartition("/")[2]
        for said in {stem(name), ENDING.sub("", name), short_name(path), name}:
            yield Part("region", path), said


def between(word: str, name: str) -> int | None:
    """How near a word is to a name, both squeezed; None when it is not near.

    Names of two characters differ too easily: they must sound the same, or the word be part of
    the name.
    """
    shorter, longer = sorted((word, name), key=len)
    if len(shorter) < 2:
        return None
    if word == name:
        return THE_SAME
    if sound(word) == listen(name):
        return SAME_SOUND
    if len(word) == len(name) >= 3 and sum(a != b for a, b in zip(word, name, strict=True)) == 1:
        return ONE_WRONG
    if len(shorter) >= 3 and len(longer) == len(shorter) + 1 and without_one(longer, shorter):
        return ONE_MORE
    return PART if word in name else None


def sound(word: str) -> str:
    """How a word sounds, its accents folded; typed pinyin as it is spelled."""
    return heard(spelled(word) or "") if word.isascii() else listen(word)


def without_one(longer: str, shorter: str) -> bool:
    """Whether the longer is the shorter with one more character."""
    return any(longer[:at] + longer[at + 1 :] == shorter for at in range(len(longer)))


def like_a_place(word: str) -> bool:
    """Whether a word ends as the names of divisions do, and not as everyday words do."""
    return len(word) > 2 and ENDING.search(word) is not None and not EVERYDAY.search(word)


def instead(meaning: Meaning, word: str, parts: Sequence[Part]) -> list[Meaning]:
    """The meanings that a line has when each of the parts stands in place of a keyword."""
    return [tuple(changed(wish, word, part) for wish in meaning) for part in parts]


def changed(wish: Wish, word: str, part: Part) -> Wish:
    """The wish with a part in place of a keyword, if it has that keyword."""
    if word not in wish.words:
        return wish
    kept = tuple(other for other in wish.words if other != word)
    return with_part(replace(wish, words=kept), part)
