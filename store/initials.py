"""Questions of initials: dyql for 党员权利, against the names and the texts of an archive.

No index is kept for them: they are rare, and one would take a fifth more room. The newest texts
are searched as they stand, for characters whose sounds begin with the letters; most of what fits
runs across words, so only what begins and ends with a word is taken for a meaning.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from sqlite_utils import Database

from store.chunks import head, parts
from store.fold import comparable, fold, squeeze, table
from store.model import Article
from store.query import JOINING
from store.sound import exact, sounds
from store.typed import spelled
from store.wholeness import alone, fits, held_together

READ = 3000
"""Names and titles looked at, so that the cost does not grow with the archive."""
CHARS = 3_000_000
"""Characters of the newest texts looked at: some forty milliseconds."""
GAP = 3
MOST = 3
"""Meanings that are told."""
TITLED = 4
"""How many times in a text a time in a title counts for."""
APART = 2
"""How many times within a sentence a time by itself, between marks, counts for."""
LONG = 5
"""Letters of which hardly anything else than what is meant happens to have the initials."""
RUN = re.compile("[a-z]+")
LATIN = re.compile("[a-hj-tw-z]{3,12}")
"""No sound begins with i, u or v."""
SHORT = 4
"""Letters below which only what is put between quotation marks is a meaning: three fit too much."""
CHANCE = 0.03
"""The chance that a character of a text begins with a letter by which phrases are found, and that
they are phrases: of four letters one in a million places."""
OPEN, SHUT = frozenset('“‘「『《"'), frozenset('”’」』》"\\')
MARK = r"[^\w\n]?"
EDGES = JOINING | frozenset("不也就都还更最很又再已于所着过们会要可能说上下中里后前时")
"""Characters with which no name begins or ends that is asked for by its initials."""
BEGIN = frozenset("会上下中后前时过对将")
"""Those that may yet begin one (会议, 中心, 时代),"""
END = frozenset("会中等")
"""and those that may end one (工会, 高等)."""


class Meaning(NamedTuple):
    """What initials may stand for, and its share (0-1) of all they may."""

    text: str
    share: float


def initials_typed(folded: str) -> str | None:
    """The only Latin letters of a folded question, when they are a run of initials; None when they
    may be anything else."""
    runs = RUN.findall(folded)
    if len(runs) != 1 or not LATIN.fullmatch(runs[0]) or spelled(runs[0]) is not None:
        return None
    return str(runs[0])


def stands(typed: str, article: Article) -> bool:
    """Whether the letters are printed in an article as a word of their own."""
    word = re.compile(f"(?<![a-z]){typed}(?![a-z])")
    return any(word.search(fold(text)) for text in (head(article), *parts(article)))


def in_pieces(folded: str, article: Article) -> bool:
    """Whether a question is nothing but initials, which an article has only in pieces of other
    words."""
    typed = initials_typed(folded)
    return typed == squeeze(folded) and not stands(typed, article)


def initials(text: str) -> str:
    """The first letter of each sound of a text, letters and digits as they are."""
    return exact(comparable(text)).translate(letters())


def meant(db: Database, typed: str) -> list[Meaning]:
    """What initials may stand for, the likeliest first: names of columns, authors and regions, or
    else what titles and texts print."""
    rows = db.execute(
        "SELECT name FROM facets WHERE kind IN ('column', 'author', 'region')"
        " ORDER BY number DESC LIMIT ?",
        [READ],
    )
    last = (name.rpartition("/")[2] for (name,) in rows)
    names = list(dict.fromkeys(name for name in last if initials(name) == typed))
    if names:
        return [Meaning(name, 1 / len(names)) for name in names[:MOST]]
    titles, texts = newest(db)
    found = tallied(typed, titles, texts)
    by_chance = sum(map(len, texts)) * CHANCE ** max(SHORT, len(typed))
    total = sum(found.values()) + by_chance
    return [Meaning(text, times / total) for text, times in found.most_common(MOST)]


def newest(db: Database) -> tuple[list[str], list[str]]:
    """The titles and the texts that are looked at, the newest first."""
    titles: list[str] = []
    texts: list[str] = []
    room, last = CHARS, 0
    rows = db.execute(
        "SELECT number, title, paragraphs, captions FROM articles ORDER BY number DESC"
    )
    for number, title, *below in rows:
        titles.append(title)
        texts += below
        room, last = room - sum(map(len, below)), number
        if room < 0:
            break
    older = "SELECT title FROM articles WHERE number < ? ORDER BY number DESC LIMIT ?"
    return titles + [title for (title,) in db.execute(older, [last, READ])], texts


def tallied(typed: str, titles: Sequence[str], texts: Iterable[str]) -> Counter[str]:
    """Every whole phrase that fits, with how much there is of it; what titles have though it is no
    whole phrase, where that is all."""
    found: Counter[str] = Counter()
    for phrase, value in in_titles(typed, titles):
        found[phrase] += TITLED * value
    pattern = together(typed)
    for hit in (hit for text in texts for hit in pattern.finditer(text)):
        found[comparable(hit[0])] += weight(typed, hit.string, *hit.span())
    loose = () if found.total() or len(typed) < SHORT else in_titles(typed, titles)
    return +found or Counter(phrase for phrase, _ in loose)


def in_titles(typed: str, titles: Iterable[str]) -> Iterator[tuple[str, int]]:
    """The stretches of titles that fit, and what each counts for."""
    # Sounding them together is several times as fast as one by one; no stretch crosses a line.
    lines = "\n".join(titles)
    for hit in split(typed).finditer(exact(fold(lines)).translate(letters())):
        yield comparable(lines[slice(*hit.span())]), weight(typed, lines, *hit.span())


def weight(typed: str, text: str, start: int, stop: int) -> int:
    """What a stretch counts for: nothing when it is no phrase, most when it stands by itself."""
    phrase = comparable(text[start:stop])
    if phrase[0] in EDGES - BEGIN or phrase[-1] in EDGES - END:
        return 0
    before, after = text[max(0, start - 1) : start], text[stop : stop + 1]
    if len(typed) < SHORT:
        return APART if before in OPEN and after in SHUT else 0
    if not (re.match(r"\w", before) or re.match(r"\w", after)):
        return APART
    if len(typed) >= LONG:
        return int(fits(before, phrase, after))
    return int(alone(before, phrase, after) and held_together(phrase))


@lru_cache(maxsize=64)
def together(typed: str) -> re.Pattern[str]:
    """Characters whose sounds begin with these letters, side by side but for a mark."""
    return re.compile(MARK.join(f"[{classes()[letter]}]" for letter in typed))


@lru_cache(maxsize=64)
def split(typed: str) -> re.Pattern[str]:
    """The letters themselves, or in two parts of two or more with at most GAP between
    (党员享有的权利); single letters may not stand apart."""
    apart = (f"{typed[:at]}.{{1,{GAP}}}{typed[at:]}" for at in range(2, len(typed) - 1))
    return re.compile("|".join([MARK.join(typed), *apart]))


@lru_cache(maxsize=1)
def classes() -> dict[str, str]:
    """Characters by the first letter of their sounds, those of several sounds at each."""
    found: dict[str, set[str]] = {}
    for char, sound in readings():
        found.setdefault(letters().get(ord(sound), ""), set()).add(char)
    return {letter: "".join(sorted(chars)) for letter, chars in found.items()}


def readings() -> Iterator[tuple[str, str]]:
    """Characters, also unfolded ones, with the sounds they have."""
    known = sounds()
    for code, plain in enumerate(table()[0x3400:0xA000], 0x3400):
        yield chr(code), known.table[ord(plain)]
    for pair, turn in known.turns.items():
        yield from zip(pair, turn, strict=True)


@lru_cache(maxsize=1)
def letters() -> dict[int, str]:
    """First letter by the code point of a sound."""
    return {ord(code): name[0] for name, code in sounds().codes.items()}
