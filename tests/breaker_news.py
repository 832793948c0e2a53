"""Invented articles for the page breaker, and how they are printed before anything breaks."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass, field

from tests.breaker_text import (
    BRIEFS,
    COUNTIES,
    ESSAYS,
    LEADS,
    PEOPLE,
    PHOTOS,
    STUDIES,
    TOWNS,
    VILLAGES,
)
from tests.breaker_topics import TOPICS

BYLINES = (
    "□本报记者 {a} {b}",
    "□ 记者 {a} 通讯员 {b}",
    "本报记者 {a} {b}",
    "□本报通讯员 {a} {b}",
    "■本报记者 {a} 通讯员 {b}",
    "记者 {a} 通讯员 {b}",
    "{a} {b} 文/图",
)
OPENINGS = (
    "本报讯 通讯员{a}、{b}报道：",
    "本报讯（记者 {a} 通讯员 {b}）",
    "本报讯(通讯员{a} {b})",
    "本报讯 记者 {a} {b} 报道：",
    "本报讯（记者{a}、{b}）",
)
AUTHORS = ("□{a}", "□ {a}", "作者：{a}", "{a}", "■ {a}")
SOURCES = ("来源：{s}", "（来源：{s}）", "（摘自《{s}》）", "转自：{s}", "（据{s}）")
OUTLETS = ("晨岭日报", "前沿评论网", "北川党建", "大河新闻网")
CREDITS = ("□{a}摄", "本报记者 {a} 摄", "（{a} 摄）", "{a} 摄")
NEWS_COLUMNS = ("争先创优", "一线传真", "基层动态", "◎先锋风采")
ESSAY_COLUMNS = ("党建论坛", "评论观点", "◎学思践悟", "时评")
STUDY_COLUMNS = ("◎每周一学", "学习园地", "微党课")
BRIEF_COLUMNS = ("◎信息集装箱", "简讯", "基层快讯")
BRIEF_MARKS = "◆■●▲◇"
MASTHEADS = (
    "□编辑/{a}\n□版式/{b}\n□审校/{c}",
    "责任编辑：{a}　美编：{b}",
    "本版编辑 {a} 校对 {b}",
    "第6版 2024年11月5日 星期二",
    "责编/{a} 版式/{b} 电话：0000-1234567",
)
NUMBERS = (
    ("(一)", "(二)", "(三)", "(四)", "(五)"),
    ("1.", "2.", "3.", "4.", "5."),
    ("第一，", "第二，", "第三，", "第四，", "第五，"),
    ("①", "②", "③", "④", "⑤"),
)

Topic = tuple[str, str, str, tuple[tuple[str, tuple[str, ...]], ...]]


@dataclass(frozen=True)
class Truth:
    """An article as its editor made it."""

    kind: str
    title: str
    paragraphs: tuple[str, ...]
    authors: tuple[str, ...] = ()
    subheads: tuple[int, ...] = ()
    kicker: str = ""
    subtitle: str = ""
    column: str | None = None
    source: str | None = None
    captions: tuple[str, ...] = ()
    byline: str = ""
    credit: str = ""
    title_lost: bool = False
    reach: bool = False
    """Under a column whose line stands above an earlier article: either answer is right."""


@dataclass
class Printed:
    """An article's lines, each with its blank lines before."""

    head: list[tuple[int, str]] = field(default_factory=list)
    body: list[tuple[int, str]] = field(default_factory=list)


def invented(rng: random.Random) -> list[Truth]:
    topics = rng.sample(TOPICS, 4)
    county = rng.choice(COUNTIES)
    found = [_feature(rng, topics[0], county)]
    column = rng.choice(NEWS_COLUMNS)
    found += [
        _news(rng, t, rng.choice(COUNTIES), column if i == 0 else None, i)
        for i, t in enumerate(topics[1:3])
    ]
    extra: list[Callable[[], list[Truth]]] = [
        lambda: [_essay(rng)],
        lambda: [_study(rng)],
        lambda: _briefs(rng),
        lambda: [_photo(rng)],
        lambda: [_feature(rng, topics[3], rng.choice(COUNTIES))],
    ]
    for make in rng.sample(extra, rng.randint(2, 4)):
        found += make()
    return found


def _fill(rng: random.Random, words: str, county: str, people: list[str]) -> str:
    return words.format(
        c=county,
        t=rng.choice(TOWNS),
        v=rng.choice(VILLAGES),
        n=rng.randint(3, 480),
        m=rng.randint(11, 960),
        p=rng.choice(people),
    )


def _feature(rng: random.Random, topic: Topic, county: str) -> Truth:
    title, subtitle, caption, sections = topic
    people = rng.sample(PEOPLE, 4)
    paragraphs, subheads = [], []
    lead = _fill(rng, LEADS[TOPICS.index(topic) % len(LEADS)], county, people)
    paragraphs.append(lead)
    for head, sentences in sections:
        subheads.append(len(paragraphs))
        paragraphs.append(head)
        told = [_fill(rng, s, county, people) for s in sentences]
        paragraphs += [told[0] + told[1], told[2]] if rng.random() < 0.6 else ["".join(told)]
    return Truth(
        "feature",
        title,
        tuple(paragraphs),
        tuple(people[:2]),
        tuple(subheads),
        subtitle="——" + _fill(rng, subtitle, county, people) if rng.random() < 0.7 else "",
        byline=rng.choice(BYLINES).format(a=people[0], b=people[1]),
        captions=(_fill(rng, caption, county, people),),
        credit=rng.choice(CREDITS).format(a=people[2]),
    )


def _news(rng: random.Random, topic: Topic, county: str, column: str | None, at: int) -> Truth:
    title, _, caption, sections = topic
    people = rng.sample(PEOPLE, 4)
    told = [_fill(rng, s, county, people) for _, sentences in sections for s in sentences]
    opening = rng.choice(OPENINGS).format(a=people[0], b=people[1])
    size = rng.randint(2, 4)
    paragraphs = ["".join(told[i : i + size]) for i in range(0, len(told), size)]
    paragraphs[0] = opening + paragraphs[0]
    kicker = rng.choice(("", f"{county}{TOWNS[at]}", f"{county}组织党员干部——"))
    return Truth(
        "news",
        title,
        tuple(paragraphs),
        tuple(people[:2]),
        kicker=kicker,
        column=column,
        captions=(_fill(rng, caption, county, people),),
        credit=rng.choice(CREDITS).format(a=people[2]),
        reach=column is None,
    )


def _essay(rng: random.Random) -> Truth:
    title, told = rng.choice(ESSAYS)
    author = rng.choice(PEOPLE[:20])
    outlet = rng.choice(OUTLETS)
    size = rng.randint(2, 3)
    return Truth(
        "commentary",
        title,
        tuple("".join(told[i : i + size]) for i in range(0, len(told), size)),
        (author,),
        column=rng.choice(ESSAY_COLUMNS),
        source=outlet,
        byline=rng.choice(AUTHORS).format(a=author),
    )


def _study(rng: random.Random) -> Truth:
    title, items = rng.choice(STUDIES)
    numbers = rng.choice(NUMBERS)
    told = [n + words for n, words in zip(numbers, items, strict=False)]
    outlet = rng.choice(OUTLETS)
    told[-1] += f"（来源：{outlet}）"
    return Truth("study", title, tuple(told), column=rng.choice(STUDY_COLUMNS), source=outlet)


def _briefs(rng: random.Random) -> list[Truth]:
    column, mark = rng.choice(BRIEF_COLUMNS), rng.choice(BRIEF_MARKS)
    found = []
    for i, words in enumerate(rng.sample(BRIEFS, 3)):
        author = rng.choice(PEOPLE[:20])
        signed = rng.choice(("（本报记者 {a}）", "(通讯员 {a})", "（{a}）")).format(a=author)
        text = mark + _fill(rng, words, rng.choice(COUNTIES), list(PEOPLE)) + signed
        found.append(Truth("brief", "", (text,), (author,), column=column, reach=i > 0))
    return found


def _photo(rng: random.Random) -> Truth:
    title, words = rng.choice(PHOTOS)
    author = rng.choice(PEOPLE[:20])
    credit = rng.choice(CREDITS).format(a=author)
    text = _fill(rng, words, rng.choice(COUNTIES), list(PEOPLE))
    column = rng.choice((None, "◎掠影"))
    if rng.random() < 0.4:
        return Truth("photo", title, (text + f"（{author} 摄）",), (author,), column=column)
    return Truth("photo", title, (text,), (author,), column=column, credit=credit)


def print_out(rng: random.Random, t: Truth, markdown: bool) -> Printed:
    printed = Printed()
    if t.column and not (t.kind == "brief" and t.reach):
        printed.head.append((1, t.column))
    gap = 3 if t.kind == "photo" else 1
    hashes = "# " if markdown else ""
    if t.kicker:
        printed.head.append((1, t.kicker))
    if t.title:
        star = "★" if t.kind == "study" and t.column and t.column.startswith("◎") else ""
        printed.head.append((gap, f"{'' if t.kicker else hashes}{star}{t.title}"))
    if t.subtitle:
        printed.head.append((1, f"{'## ' if markdown else ''}{t.subtitle}"))
    if t.byline:
        printed.head.append((1, t.byline))
    for i, words in enumerate(t.paragraphs):
        printed.body.append((1, f"{'### ' if markdown and i in t.subheads else ''}{words}"))
    if t.kind == "photo" and t.credit:
        printed.body.append((1, t.credit))
    if t.kind == "commentary" and t.source:
        printed.body.append((1, rng.choice(SOURCES).format(s=t.source)))
    return printed
