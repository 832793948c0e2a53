"""Paper, date and page of a page: from an option, the file's name, its folders, its text.

A guess here would be printed under every article, so only forms that leave no doubt are read; a
hash or a bare counter says nothing.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from pathlib import PurePath

from store.model import Block, Imprint

PAPER = re.compile(
    r"[\u4e00-\u9fff]{1,12}(?:日报|晚报|早报|晨报|时报|周报|周刊|快报|商报|都市报|青年报|"
    r"(?<![捷喜简通汇申举呈壁预情])报)"
)
DATES = (
    re.compile(r"(?<!\d)(\d{4})\s*年\s*(\d{1,2})\s*月\s*(\d{1,2})\s*日"),
    re.compile(r"(?<!\d)(\d{4})([-_./])(\d{1,2})\2(\d{1,2})(?!\d)"),
    re.compile(r"(?<![\da-zA-Z])(\d{4})(\d{2})(\d{2})(?![\da-fA-F])"),
    re.compile(r"(?<!\d)(\d{4})-(\d{2})[/\\](\d{2})(?!\d)"),
)
SPREAD = re.compile(r"(?<!\d)(\d{4})年?[/\\]?(\d{1,2})月[/\\]?(\d{1,2})日")
"""A date that folders and the file's name say together: `2024年11月/5日_6版.txt`."""
CODED = re.compile(r"([A-Za-z]{2,8})(\d{4})(\d{2})(\d{2})([A-Da-d]?\d{2})?")
"""A paper's letters, a date and perhaps a page as one word: `QYRB2024110506`."""
HEX = frozenset("abcdef")
PAGE_CJK = re.compile(r"第?\s*([A-Da-d]?\s*\d{1,3}|[一二三四五六七八九十]{1,3})\s*版")
PAGE_LETTER = re.compile(r"(?:^|[_\-. ])([A-Da-d]\d{1,2})(?=$|[_\-. ])")
PAGE_BARE = re.compile(r"(?:^|[_\-. ]|[pP](?:age)?)(\d{1,2})$")
DIGITS = "零一二三四五六七八九"
FIRST_YEAR, LAST_YEAR = 1900, 2099


@dataclass(frozen=True, slots=True)
class _Found:
    paper: str | None = None
    date: str | None = None
    page: str | None = None


def imprint_of(
    path: PurePath, blocks: tuple[Block, ...] = (), given: Imprint | None = None
) -> Imprint:
    """The imprint of a page and where each value came from.

    `path` is the file's path below the folder that was named (folders nearest to the file count
    first); `given` are values somebody stated, which outrank everything.
    """
    given = given or Imprint()
    stem = path.name[: -len(path.suffix)] if path.suffix else path.name
    sources = (
        ("option", _Found(given.paper, given.date, given.page)),
        ("name", _in_name(stem)),
        ("folder", _in_folders(path)),
        ("text", _in_text(blocks)),
    )
    values: dict[str, str] = {}
    origin: dict[str, str] = {}
    for where, found in sources:
        for key in ("paper", "date", "page"):
            value = getattr(found, key)
            if value and key not in values:
                values[key], origin[key] = value, where
    if given.region:
        values["region"], origin["region"] = given.region, "option"
    return Imprint(**values, origin=tuple(origin.items()))


def day_of(said: str) -> str | None:
    """A date as people write it, as YYYY-MM-DD; None when it is none."""
    day, rest = _date_in(said.strip())
    return day if not rest.strip() else None


def _in_name(stem: str) -> _Found:
    coded = CODED.fullmatch(stem)
    if coded and not set(coded[1].lower()) <= HEX:
        day = _real_date(int(coded[2]), int(coded[3]), int(coded[4]))
        return _Found(None, day, _plain(coded[5]) if day and coded[5] else None)
    day, rest = _date_in(stem)
    return _Found(_paper_in(rest), day, _page_in(rest, bare=day is not None))


def _in_folders(path: PurePath) -> _Found:
    """Folders and file name together: `2024-11/05/06.txt` spreads a date and a page over three."""
    parts = [p for p in path.parts[:-1] if p not in ("/", "\\", ".", "..")]
    paper = next((p for p in map(_paper_in, reversed(parts)) if p), None)
    day, rest = _date_in("/".join(parts))
    if day is None and (found := SPREAD.search("/".join([*parts, path.stem]))):
        day, rest = _real_date(*map(int, found.groups())), ""
    if day is None and len(parts) >= 2:
        day, rest = _date_in("-".join(parts[-3:]))
    page = _page_in(path.stem, bare=day is not None)
    if page is None and rest:
        page = _page_in(rest.rsplit("/", 1)[-1], bare=False)
    return _Found(paper, day, page)


def _in_text(blocks: tuple[Block, ...]) -> _Found:
    """Only the short lines at the top and the foot of a page speak of the page itself."""
    edge = [b.text for b in (*blocks[:12], *blocks[-6:]) if len(b.text) <= 40]
    day = page = paper = None
    for line in edge:
        if re.search(r"[。！？]", line):
            continue
        found, rest = _date_in(line)
        if found and len(PAPER.sub("", PAGE_CJK.sub("", rest)).strip()) > 16:
            continue
        day = day or found
        marked = PAGE_CJK.search(line)
        if marked and (found or marked.span() == (0, len(line)) or "第" in marked[0]):
            page = page or _page_in(line, bare=False)
        if (name := PAPER.fullmatch(line.replace(" ", ""))) or (
            found and (name := PAPER.search(line))
        ):
            paper = paper or name[0]
    return _Found(paper, day, page)


def _paper_in(words: str) -> str | None:
    """None when no newspaper's name is there: it must stand alone between marks."""
    for word in re.split(r"[\s_\-./\\()（）\[\]【】《》]+", words):
        if found := PAPER.match(word):
            return found[0]
    return None


def _date_in(words: str) -> tuple[str | None, str]:
    """The first real date and the words without it."""
    for form in DATES:
        for found in form.finditer(words):
            numbers = [int(g) for g in found.groups() if g.isdigit()]
            if day := _real_date(*numbers):
                return day, f"{words[: found.start()]} {words[found.end() :]}"
    return None, words


def _real_date(year: int, month: int, day: int) -> str | None:
    if not FIRST_YEAR <= year <= LAST_YEAR:
        return None
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None


def _page_in(words: str, *, bare: bool) -> str | None:
    """A page's number as printed, without leading zeros; `bare` accepts a number on its own."""
    words = words.strip()
    if marked := PAGE_CJK.search(words):
        return _plain(marked[1])
    if letter := PAGE_LETTER.search(words):
        return _plain(letter[1])
    if bare and (number := PAGE_BARE.search(words)):
        return _plain(number[1])
    return None


def _plain(number: str) -> str:
    number = number.replace(" ", "").upper()
    if number[0] in DIGITS + "十":
        return str(_chinese_number(number))
    letter = number[0] if number[0].isalpha() else ""
    return f"{letter}{number[len(letter) :].lstrip('0') or '0'}" if not letter else number


def _chinese_number(number: str) -> int:
    tens, ten, ones = number.rpartition("十")
    value = DIGITS.find(ones) if ones else 0
    return value + (10 * (DIGITS.find(tens) if tens else 1) if ten else 0)
