"""Words that stand for a place named before: 全县, 全州, 我市, 自治区."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from store.regions.mentions import Mention
from store.regions.paths import ancestors, name_of

COLLECTIVE = re.compile(
    "(?:全|我|本)([省州盟市县旗区镇乡])(?!间|别|域|长|内外)|(自治区|自治州)(?!级)"
)
NEAR = 12  # places back that such a word may reach


def collective_mentions(
    texts: Sequence[str], found: Sequence[list[Mention]], home: str | None
) -> Iterator[tuple[int, str]]:
    """For each such word the number of its text and the path it stands for.

    It stands for the last place named before it whose name ends so (全县: …县), else for the home
    region or one above it; a word that fits neither is passed over.
    """
    homes = (home, *reversed(ancestors(home))) if home else ()
    last: list[str] = []
    for number, (text, known) in enumerate(zip(texts, found, strict=True)):
        at = 0
        for start, kind in words(text):
            while at < len(known) and known[at].start < start:
                last.append(known[at].path)
                at += 1
            path = meant(kind, last[-NEAR:], homes)
            if path:
                yield number, path
        last.extend(mention.path for mention in known[at:])


def words(text: str) -> Iterator[tuple[int, str]]:
    """Where such words begin, and the ending of the names they may stand for."""
    for match in COLLECTIVE.finditer(text):
        if text[max(match.end() - 6, 0) : match.end()].count("族") == 0:
            yield match.start(), match[1] or match[2]


def meant(kind: str, before: Sequence[str], homes: Sequence[str]) -> str | None:
    """The nearest place before whose name ends in the kind, with those above it, else a home."""
    for path in reversed(before):
        for place in (path, *reversed(ancestors(path))):
            if name_of(place).endswith(kind):
                return place
    return next((place for place in homes if name_of(place).endswith(kind)), None)
