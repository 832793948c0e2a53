"""Questions whose first answer is known to be right or wrong, to fit the confidence on.

Every question of a set, with the mistakes people make, asked of the full archive, of the archive
without the right document, of another set's archive, and of archives of forty texts; short
phrases of news texts that an archive holds or does not; and places of an archive with a matter
that is printed of them or is not. About half of the cases are answerable.
"""

from __future__ import annotations

import random
import re
import tempfile
from collections.abc import Iterator, Sequence
from itertools import islice
from pathlib import Path
from typing import NamedTuple

from store import answers, finding
from store.background import BOND, background
from store.database import Store
from store.fold import fold, squeeze
from store.framing import unframed
from store.model import NO_FILTERS
from store.narrowing import narrow
from store.query import STRIP
from store.regions import load_gazetteer, mentions
from tests.noising import MISTAKES
from tests.question_sets import Row, archive, rows

PLAIN = re.compile("[\u4e00-\u9fff]{4,}")
EVERYDAY = re.split(
    "\\|",
    "{}有多少人|{}人口|{}有几所小学|{}的房价是多少|{}的县长是谁|{}市长是谁|{}今年下了多少雨|{}有多少养老院|{}GDP多少|"
    "{}什么时候通高铁|{}有没有飞机场|{}招考什么时候报名|{}天气|{}门票多少钱|{}有几个火车站|{}图书馆几点开门|{}有几个乡镇|"
    "{}派出所电话是多少|{}小学校长是谁|{}地铁几点停运|{}明天停水吗|{}社保怎么交|{}有什么好吃的|{}医院电话|{}到北京怎么走|"
    "{}哪里修手机|{}二手房|{}招聘|{}驾校多少钱|{}高考分数线|{}公交几路|{}面积多大|{}彩票中奖|{}有多少个村|{}物业费|"
    "{}宽带怎么办|{}几点天黑|{}的方言|{}最高的楼"
)
"""What people ask of any place, our own writing; a news archive seldom answers it."""


class Case(NamedTuple):
    """Measured signals, whether a right answer was among the candidates and whether it was the
    first, and which question of what kind it was."""

    measured: dict[str, float]
    held: bool
    right: bool
    question: str
    kind: str


def case(
    store: Store, row: Row, typed: str, kind: str, without: frozenset[str] = frozenset()
) -> Case | None:
    """Ask and measure; articles in `without` are taken for not being in the archive. None when
    nothing at all is found."""
    with store.reading() as db:
        asked = narrow(db, unframed(typed), None, load_gazetteer())
        wanted, ranked = finding.find(
            db, asked.rest, NO_FILTERS, liking=asked.filters, aside=asked.aside
        )
    left = [one for one in ranked if one.article.id not in without]
    if not left:
        return None
    gold = [one.article.id in row.get("gold", ()) for one in left]
    return Case(answers.measured(wanted, left), any(gold), gold[0], row["text"], kind)


def of_set(store: Store, questions: Sequence[Row], docs: dict[str, list[str]],
           strangers: Sequence[Row], rng: random.Random) -> Iterator[Case | None]:
    """Cases of a full archive."""
    for row in questions:
        gone = frozenset([*row["gold"], *docs.get(row["gold_doc"], ())])
        for kind, mistake in MISTAKES.items():
            typed = mistake(row["text"], rng)
            yield case(store, row, typed, kind)
            if rng.random() < 0.4:
                yield case(store, {"text": row["text"]}, typed, f"{kind} without", gone)
    for row in strangers:
        kind = rng.choice([*MISTAKES, *["clean"] * 12])
        stranger = {"text": row["text"]}
        yield case(store, stranger, MISTAKES[kind](row["text"], rng), f"{kind} stranger")


def of_small(folder: str, name: str, passages: Sequence[Row], questions: Sequence[Row],
             strangers: list[Row], rng: random.Random) -> Iterator[Case | None]:
    """Cases of archives of forty texts that answer half of what is asked."""
    by_pid = {p["pid"]: p for p in passages}
    for turn in range(8):
        asked = rng.sample(list(questions), min(30, len(questions)))
        held = [by_pid[pid] for row in asked[:15] for pid in row["gold"]][:20]
        mixed = {p["pid"]: p for p in [*held, *rng.sample(list(passages), 20)]}
        store = archive(folder, f"{name}-{turn}", list(mixed.values()))
        for row in asked:
            for kind in ("clean", "homophone", "keywords", "several", "spelled"):
                yield case(store, row, MISTAKES[kind](row["text"], rng), f"{kind} small")
        for row in rng.sample(strangers, min(60, len(strangers))):
            yield case(store, {"text": row["text"]}, row["text"], "stranger small")
        store.close()


def phrase(text: str, rng: random.Random) -> str | None:
    """Two to eight characters that belong together, from a text; None when chance finds none."""
    known = background()
    runs: list[str] = PLAIN.findall(text)
    for _ in range(40 if runs else 0):
        run = rng.choice(runs)
        length = rng.choice([2, 2, 3, 4, 4, 5, 6, 8])
        start = rng.randrange(max(1, len(run) - length + 1))
        found = run[start : start + length]
        if len(found) == length and all(
            known.bond(found[i : i + 2]) > BOND for i in range(0, length - 1, 2)
        ):
            return found
    return None


def of_news(folder: str, news: Sequence[Row], rng: random.Random) -> Iterator[Case | None]:
    """Short phrases, of texts that are in an archive and of texts that are not."""
    for turn, size in enumerate((30, 300, 2000)):
        held = news[turn * 3000 : turn * 3000 + size]
        store = archive(folder, f"news-{turn}", held)
        texts = {row["pid"]: squeeze(fold(row["text"])) for row in held}
        for _ in range(250):
            inside = rng.random() < 0.5
            said = phrase(fold(rng.choice(held if inside else news[-3000:])["text"]), rng)
            if said is None:
                continue
            # A phrase that too many texts hold asks for nothing in particular.
            gold = [pid for pid, text in texts.items() if said in text]
            typed = rng.choice([said, said, f"{said}是什么", f"{said}的情况", spelled(said, rng)])
            yield case(store, {"text": said, "gold": gold}, typed, f"phrase {size}")
        store.close()


def spelled(text: str, rng: random.Random) -> str:
    return MISTAKES["spelled"](text, rng)


def of_places(folder: str, news: Sequence[Row], rng: random.Random) -> Iterator[Case | None]:
    """Places of an archive, asked about with a matter that is printed of them or is not."""
    for turn, size in enumerate((24, 200, 500)):
        held = [placed(row) for row in joined(news[turn * 3000 + 1000 :][: 4 * size])]
        store = archive(folder, f"places-{turn}", held)
        texts = {row["pid"]: squeeze(fold(row["text"])) for row in held}
        named = [(row, name) for row in held for name in row["names"]]
        for _ in range(170):
            row, place = rng.choice(named)
            everyday = rng.choice(EVERYDAY)
            if not any(place in text and told(everyday, text) for text in texts.values()):
                said = everyday.replace("{}", place)
                yield case(store, {"text": said}, said, f"everyday {size}")
            for source in (row, rng.choice(news[-3000:])):
                matter = phrase(fold(source["text"]), rng)
                if matter is None or place in matter or matter in place:
                    continue
                gold = [pid for pid, text in texts.items() if place in text and matter in text]
                asked = place + rng.choice(["", "的", "有没有", "什么时候", "怎么"]) + matter
                mistake = rng.choice([*MISTAKES.values(), *[MISTAKES["clean"]] * 12])
                yield case(store, {"text": asked, "gold": gold}, mistake(asked, rng),
                           f"place {size}")
        store.close()


def joined(news: Sequence[Row]) -> list[Row]:
    """Texts of four passages each: a newspaper's articles are longer than a set's passages."""
    return [
        {**group[0], "text": "\n".join(row["text"].replace("\n", " ") for row in group)}
        for group in (news[i : i + 4] for i in range(0, len(news), 4))
    ]


def placed(row: Row) -> Row:
    """A news text with the places its beginning names, as an article's regions are."""
    found = list(mentions(fold(row["text"])[:400], load_gazetteer()))[:2]
    return {**row, "names": [one.surface for one in found],
            "regions": list(dict.fromkeys(one.path for one in found))}


def told(everyday: str, text: str) -> bool:
    """Whether a text may say something on an everyday matter: it holds a word of it."""
    words = re.findall(r"\w{2,}", STRIP.sub(" ", everyday.replace("{}", " ")))
    return any(word[i : i + 2] in text for word in words for i in range(len(word) - 1))


def cases(folders: Sequence[Path], news: Path, rng: random.Random) -> Iterator[Case]:
    """All cases; questions without any term are left out."""
    sets = {folder.name: folder for folder in folders}
    questions = {name: list(rows(folder / "queries.jsonl")) for name, folder in sets.items()}
    with tempfile.TemporaryDirectory() as work:
        for name, folder in sets.items():
            passages = list(rows(folder / "corpus.jsonl"))
            docs: dict[str, list[str]] = {}
            for p in passages:
                docs.setdefault(p["doc"], []).append(p["pid"])
            strangers = [row for other in sets if other != name for row in questions[other]]
            for which in ("easy", "hard"):
                strangers += rows(folder / f"ooa_{which}.jsonl")
            store = archive(work, name, passages)
            found = of_set(store, questions[name], docs, strangers, rng)
            yield from filter(None, found)
            small = of_small(work, name, passages, questions[name], strangers, rng)
            yield from filter(None, small)
            store.close()
        texts = list(islice(rows(news), 12000))
        yield from filter(None, of_news(work, texts, rng))
        yield from filter(None, of_places(work, texts, rng))
