"""Printed lines -> lines with a role: the first look at a page, one line and its neighbours."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal

from store.model import Block, Page, Span
from store.reading.bylines import is_byline, is_credit, is_plain_names, is_unit_and_names
from store.reading.columns import column_name, is_known
from store.reading.facts import is_fact, is_piece
from store.reading.joins import join_score
from store.reading.lexicon import OPENING, WIRE
from store.reading.sources import is_author_note, source_line
from store.reading.words import ends_sentence, last_word, left_open, starts_hanging, unopened
from store.reading.wrapping import wrapped

Role = Literal[
    "fact",
    "credit",
    "byline",
    "source",
    "column",
    "brief",
    "study",
    "opening",
    "head",
    "subtitle",
    "item",
    "body",
]

IMAGE_PLACE = 3
"""Blank lines where a picture stood: eleven of eleven on the pages measured."""

HEADING_LENGTH = 40
LISTED = ("bullet", "entry")
SHORTEST_BRIEF = 12
FUSED_BYLINE = re.compile(r"\s*[□■]\s*(?=(?:本报|记者|通讯员|[\u4e00-\u9fff]{1,4}(?:\s|[/／]|$)))")
FUSED_OPENING = re.compile(r"(?<=[\u4e00-\u9fff”！？])\s+(?=本报讯[\s(（记通])")
FUSED_COLUMN = re.compile(
    r"^([◎○●【][\u4e00-\u9fff]{2,8}】?)\s*(?=[★☆◆■])|^(◎[\u4e00-\u9fff]{2,8}|【[\u4e00-\u9fff]{2,8}】)\s+(?=\S)"
)
BRIEF = re.compile(r"^(?:[◆◇■▲△●►▶▪※•★☆]\s*|[-·*]\s+)(?=[^\s]{12})")
STUDY = re.compile(r"^[★☆※]\s*(?=\S{2,30}$)")
ITEM = re.compile(
    r"^(?:[(（][一二三四五六七八九十\d]{1,3}[)）]|[一二三四五六七八九十]{1,3}、|\d{1,2}[.．、)）](?!\d)|"
    r"第[一二三四五六七八九十]{1,3}[,，、条款是]|[①-⑳⑴-⒇]|[一二三四五六七八九十]{1,2}是)"
)
SUBTITLE = re.compile(r"^(?:——|—|--|──|－－)\s*(?=\S)")
DANGLING = re.compile(
    r"(?:[的和在与从把将为及对被由向以让使于并而或之是就都也又，、；：,;:—]|[^—]—|(?<!\d\d\d)\d"
    r"|[、，][\u4e00-\u9fff]|(?:[于在自到从]|截至)[\d年月]+[年月日])$"
)
LINKS = re.compile(
    r"(?:因|作|成|认|以|称|视|列|设|变|转|评|名|化|分|定|较|更|极|最|尤|甚)为|[对关由至便在位属等用处鉴基善敢限源]于"
    r"|[予加可所得足]以|[从因然进反]而|[但还于就只正都也]是|正在|自从|即将|必将|针对|面对|以及|涉及|经由|面向|[致促即]使|或者"
)
"""Words of two characters that link what follows, so that they end only pieces."""
DANGLING_MARK = re.compile(r"[，、；,;的]$")
"""The same over a byline or an opening, below which a headline may end in any word (新作为)."""
SENTENCE_START = re.compile(
    r"^(?:(?:采访中|目前|近日|日前|近年来|同时|其中|此外|今年以来|去年|随后|如今|活动中|会上|据了解|据介绍)[,，]"
    r"|(?:(?:\d{4}年)?\d{1,2}月)?\d{1,2}日(?:[,，至]|[上下中]午|早|晚|凌晨|夜|傍|清晨|当))"
)
ASKED = re.compile(r"^(?:问|答|记者|主持人)\s*[:：]")
LED = ("byline", "opening", "subtitle")
"""Roles of lines that stand only below a heading."""
EXCLAIMED = frozenset("！？!?…~～")
SHORT_HEADING, LONG_HEADING = 16, 24
COMMA = re.compile(r"[,，]")
EVEN, SHORTEST_CLAUSE = 3, 4
"""Characters by which the two clauses of a headline may differ, and the fewest of its last."""
ANY, SOME, LIKELY, MORE, SURE = 0.0, 0.5, 2.0, 3.5, 5.0
"""Nats by which the next line must go on from one shaped like a heading, so that this is
the beginning of a sentence: the likelier a heading of that shape, the more. Above the last are two
headings in a thousand with the text below them, and half of all short pieces."""
SPEECH = re.compile(r"(?:说|表示|介绍|认为|坦言|告诉记者)[。：:,，]?$")


@dataclass(frozen=True, slots=True)
class Line:
    """A line and what it is. `picture` says that a picture stood before it."""

    text: str
    span: Span
    blank: int
    style: str
    picture: bool
    role: Role = "body"
    wraps: bool = False
    """Whether the line goes on from the one above, on a page that keeps its printed lines."""
    name: str = ""
    """What the line names: the column, the source."""


def lines_of(page: Page) -> list[Line]:
    """Every line of a page with its role, by the order of tests that held on real pages."""
    goes_on = wrapped(page)
    raw = [
        replace(line, wraps=True) if i in goes_on else line
        for i, block in enumerate(page.blocks)
        for line in ([_whole(block)] if i in goes_on else _split(block))
    ]
    if raw:
        raw[0] = replace(raw[0], picture=False)
    paper = page.imprint.paper
    named = _facts_around([_named(line, i, raw, paper) for i, line in enumerate(raw)])
    for i, line in enumerate(named):
        named[i] = _headed(line, i, named)
    return named


def _split(block: Block) -> Iterator[Line]:
    """A block as its lines: a heading fused with its byline, opening or column is taken apart."""
    whole = _whole(block)
    cut = _fused(block.text)
    if not cut:
        yield whole
        return
    end, start = cut
    first = Span(block.span.start, block.span.start + end)
    rest = Block(block.text[start:], Span(block.span.start + start, block.span.end))
    yield replace(whole, text=block.text[:end], span=first)
    yield from _split(rest)


def _whole(block: Block) -> Line:
    return Line(block.text, block.span, block.blank, block.style, block.blank >= IMAGE_PLACE)


def _fused(text: str) -> tuple[int, int] | None:
    """Where a fused line is cut: the end of its first part and the start of the second."""
    if column := FUSED_COLUMN.match(text[:24]):
        return len(column[0].rstrip()), column.end()
    name, space, rest = text[:HEADING_LENGTH].partition(" ")
    if space and len(rest.strip()) >= 4 and is_known(name):
        return len(name), len(text) - len(text[len(name) :].lstrip())
    for form in (FUSED_OPENING, FUSED_BYLINE):
        found = form.search(text, 4, 60)
        if found and not re.search(r"[。；，,]", text[: found.start()]):
            return found.start(), found.start() + len(found[0]) - len(found[0].lstrip())
    return None


def _named(line: Line, at: int, lines: list[Line], paper: str | None) -> Line:
    """The roles that a line shows by itself."""
    text = line.text
    if line.wraps:
        return line
    if is_fact(text, paper):
        return replace(line, role="fact")
    if line.style in LISTED:
        short = line.style == "entry" or len(text) < SHORTEST_BRIEF
        return replace(line, role="item" if short else "brief")
    if line.style in ("title", "subhead"):
        if is_known(text):
            return replace(line, role="column", name=text)
        return replace(line, role="head")
    if line.style == "subtitle" or (SUBTITLE.match(text) and len(text) <= HEADING_LENGTH + 8):
        return replace(line, role="subtitle")
    if is_credit(text):
        return replace(line, role="credit")
    if (source := source_line(text)) is not None:
        return replace(line, role="source", name=source)
    if is_author_note(text):
        return replace(line, role="source")
    if is_byline(text):
        return replace(line, role="byline")
    if column := column_name(text, lines[at + 1].text if at + 1 < len(lines) else ""):
        return replace(line, role="column", name=column)
    return replace(line, role=_marked(text))


def _facts_around(lines: list[Line]) -> list[Line]:
    """The lines, those of a masthead set in several lines known by their neighbours: a number or
    the paper's name next to the date."""
    found = list(lines)
    for order in (range(len(found)), range(len(found) - 1, -1, -1)):
        for i in order:
            beside = any(found[j].role == "fact" for j in (i - 1, i + 1) if 0 <= j < len(found))
            if beside and found[i].role != "fact" and is_piece(found[i].text):
                found[i] = replace(found[i], role="fact")
    return found


def _marked(text: str) -> Role:
    if STUDY.match(text) and "。" not in text:
        return "study"
    if BRIEF.match(text):
        return "brief"
    if OPENING.match(text) or WIRE.match(text):
        return "opening"
    return "item" if ITEM.match(text) else "body"


def _headed(line: Line, at: int, lines: list[Line]) -> Line:
    """A line of body text, or a heading after all: its shape first, then its neighbours."""
    if line.role not in ("body", "item") or line.wraps or line.style in LISTED:
        return line
    before = lines[at - 1] if at else None
    after = lines[at + 1] if at + 1 < len(lines) else None
    if after and after.wraps:
        return line
    if before and before.role in ("head", "column") and _is_bare_byline(line, after):
        return replace(line, role="byline")
    titled = bool(before and before.role == "column")
    if not heading_shape(line.text, after, 2 if line.picture else 3, titled):
        return line
    if _continues(before, line, after):
        return line
    return replace(line, role="head")


def _is_bare_byline(line: Line, after: Line | None) -> bool:
    return bool(
        after
        and after.role in ("body", "item")
        and (len(after.text) > HEADING_LENGTH or COMMA.search(after.text))
        and (is_plain_names(line.text) or is_unit_and_names(line.text))
    )


def heading_shape(text: str, after: Line | None, shortest: int = 3, titled: bool = False) -> bool:
    """Whether a line could be a heading by itself: short, whole, and no piece of a sentence."""
    visible = len(text.replace(" ", "").replace("\u3000", ""))
    if not shortest <= visible <= HEADING_LENGTH or "。" in text or "；" in text:
        return False
    if starts_hanging(text) or ASKED.match(text) or _dangles(text, visible, after):
        return False
    if left_open(text) or unopened(text) or SPEECH.search(text):
        return False
    if (
        text.rstrip("”")[-1:] in EXCLAIMED
        and not titled
        and (after is None or after.role not in LED)
    ):
        return False
    commas = text.count("，") + text.count(",")
    return commas <= 1


def _dangles(text: str, visible: int, after: Line | None) -> bool:
    """Whether a line ends where only a sentence would be cut. A kicker may end in `——`, a short
    one over another heading in a colon, and a short subhead in 的."""
    if text.endswith(("：", ":")):
        over = after is not None and len(after.text) <= HEADING_LENGTH and "。" not in after.text
        return not (over and visible <= SHORT_HEADING)
    if text.endswith("——") or (text.endswith("的") and visible <= 12 and "，" not in text):
        return False
    word = last_word(text)
    if len(word) > 1 and not word[-1].isdigit() and not LINKS.fullmatch(word):
        return False
    led = after is not None and after.role in LED
    return bool((DANGLING_MARK if led else DANGLING).search(text))


def _continues(before: Line | None, line: Line, after: Line | None) -> bool:
    """Whether a short line is a piece cut from a sentence: the text goes on across one of its
    edges. The more a line is shaped like a heading, the better it must: any two characters may
    happen to make a word (水长流 + 通水)."""
    if after and after.role in LED:
        return False
    if after and after.role == "body":
        if starts_hanging(after.text) or SENTENCE_START.match(line.text):
            return True
        if join_score(line.text, after.text) > _limit(line.text, before):
            return True
    if before and before.role in ("body", "item", "opening"):
        return not ends_sentence(before.text) and join_score(before.text, line.text) > SURE
    return False


def _limit(text: str, before: Line | None) -> float:
    """How many nats the text below must go on from a line, for the line to be a piece."""
    first, comma, last = text.replace(",", "，").rpartition("，")
    if comma and abs(len(first) - len(last)) <= EVEN:
        return LIKELY
    if comma:
        return ANY if len(last) < SHORTEST_CLAUSE else SOME
    if len(text) <= SHORT_HEADING:
        return SURE
    if before and before.role == "byline":
        return ANY
    return LIKELY if len(text) > LONG_HEADING else MORE
