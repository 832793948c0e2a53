"""What a question names beside its matter, held against the articles of the sample issues."""

from dataclasses import replace
from datetime import date

import pytest

from store import answers, articles, index
from store.confidence import FOUND
from store.database import Store
from store.model import Answer, Article, Contradiction, Filters
from store.places import gazetteer_of
from store.regions import load_gazetteer
from store.restrictions import Restriction, contradicted, dated, named
from tests.newsroom import article as made

TODAY = date(2026, 3, 20)
PLANTING = "夜里巡山，白天栽树"
ACCOUNTS = "桐岗县把村级账目做成大字表"
VILLAGES = ("柳河", "石门沟", "白桦", "沙枣", "红柳", "清泉", "双井", "大坪")
RIVER = "一条河请来了两百位“河长”"


def ask(store: Store, question: str) -> Answer:
    return answers.ask(store, question, now=TODAY)


@pytest.mark.parametrize(
    ("question", "kind", "said", "held", "title"),
    [
        ("郎小舟写的林场巡山", "author", "郎小舟", "岳明", PLANTING),
        ("申望川的夜里巡山白天栽树", "author", "申望川", "岳明", PLANTING),
        ("申望川 民间河长", "author", "申望川", "谷雨、尹小川", RIVER),
        ("马德海写的林场巡山", "author", "马德海", "岳明", PLANTING),
        ("记者马德海的林场巡山", "author", "马德海", "岳明", PLANTING),
        ("2025年8月的民间河长", "date", "2025年8月", "2026-03-17", RIVER),
        ("3月10日的民间河长", "date", "3月10日", "2026-03-17", RIVER),
        ("昨天的民间河长", "date", "昨天", "2026-03-17", RIVER),
        ("新林日报的民间河长", "paper", "新林日报", "青禾日报", RIVER),
        ("短讯栏目的林场巡山", "column", "短讯", "先锋在前", PLANTING),
        ("健康生活栏目的林场巡山", "column", "健康生活", "先锋在前", PLANTING),
        ("先锋在前栏目的民间河长", "column", "先锋在前", "河谷党旗", RIVER),
        ("河谷党旗栏目的粉条作坊", "column", "河谷党旗", "", "小磨坊转出大日子 老手艺端稳新饭碗"),
        ("第3版的林场巡山", "page", "第3版", "5", PLANTING),
        ("柳湾县的民间河长", "region", "柳湾县", "渡河区", RIVER),
        ("杭州市的林场巡山", "region", "杭州市", "桐岗县", PLANTING),
        ("桐岗县林场第四党支部的十六名党员上山", "number", "十六名", "十九名", PLANTING),
    ],
)
def test_an_article_that_is_another_is_offered_and_said_to_be(
    samples: Store, question: str, kind: str, said: str, held: str, title: str
) -> None:
    answer = ask(samples, question)
    assert not answer.found
    assert answer.confidence < FOUND
    assert answer.contradiction == Contradiction(kind, said, held)
    assert answer.suggestions == (title,)


@pytest.mark.parametrize(
    ("question", "title"),
    [
        ("岳明写的林场巡山", PLANTING),
        ("岳明的林场巡山", PLANTING),
        ("谷雨的民间河长", RIVER),
        ("尹小川的村级账目", ACCOUNTS),
        ("岳鸣写的林场巡山", PLANTING),
        ("2026年3月的民间河长", RIVER),
        ("3月17日的民间河长", RIVER),
        ("去年四月清水河分成六十八段", RIVER),
        ("青禾日报的民间河长", RIVER),
        ("青禾报的民间河长", RIVER),
        ("前锋在先栏目的林场巡山", PLANTING),
        ("先锋在前栏目的林场巡山", PLANTING),
        ("第5版的林场巡山", PLANTING),
        ("桐岗县的林场巡山", PLANTING),
        ("青禾市的林场巡山", PLANTING),
        ("桐冈县的林场巡山", PLANTING),
        ("云中论坛的小事办到底", "小事办到底才算数"),
    ],
)
def test_what_is_named_rightly_or_nearly_is_found(
    samples: Store, question: str, title: str
) -> None:
    answer = ask(samples, question)
    assert (answer.found, answer.contradiction) == (True, None)
    assert answer.candidates[0].article.title == title


@pytest.mark.parametrize(
    ("question", "kind", "said"),
    [
        ("马德海写的文章", "author", "马德海"),
        ("新林日报的文章", "paper", "新林日报"),
        ("2024年的文章", "date", "2024年"),
        ("健康生活栏目的文章", "column", "健康生活"),
    ],
)
def test_what_the_archive_has_nothing_of_is_said(
    samples: Store, question: str, kind: str, said: str
) -> None:
    answer = ask(samples, question)
    assert not answer.found
    assert answer.candidates == ()
    assert answer.contradiction == Contradiction(kind, said)


def test_what_is_not_found_anyway_is_not_said_to_be_another(samples: Store) -> None:
    answer = ask(samples, "马德海写的高铁票价")
    assert not answer.found
    assert answer.contradiction is None


def test_a_place_printed_without_a_character_is_the_place_meant(samples: Store) -> None:
    article = Article(
        id="a", number=1, title="石海左县的集市", kind="news", paper="青禾日报",
        regions=("云中省/青禾市",), paragraphs=("石海左县的集市开到了夜里。",),
    )  # fmt: skip
    for said, met in (("石海岭左县", True), ("石海岭右县", False)):
        value = Filters(region=f"云中省/青禾市/{said}")
        one = Restriction("region", said, 0, len(said), value)
        found = contradicted([one], article, f"{said}的集市", gazetteer_of(samples))
        assert (found is None) is met


def test_whoever_only_writes_has_taken_no_photograph(samples: Store) -> None:
    answer = ask(samples, "申望川拍的照片")
    assert not answer.found
    assert answer.contradiction == Contradiction("photo", "申望川", "申望川")
    assert answer.suggestions == ("小事办到底才算数",)
    assert ask(samples, "申望川写的文章").found


def test_today_in_an_old_text_is_not_today(samples: Store) -> None:
    article = Article(
        id="a", number=1, title="天气", kind="news", date="2025-06-01",
        paragraphs=("今天全县多云转晴。",),
    )  # fmt: skip
    today = Filters(since="2026-03-20", until="2026-03-20")
    one = Restriction("date", "今天", 0, 2, today, known=False, told=True)
    undated = replace(article, date=None)
    for old in (article, undated):
        assert contradicted([one], old, "今天的天气", gazetteer_of(samples))
    assert (
        contradicted([one._replace(known=True)], undated, "今天的天气", gazetteer_of(samples))
        is None
    )


def test_days_in_a_text_are_those_of_its_year() -> None:
    found = list(dated("去年12月3日动工,2月5日完工,2023年评比,12月还在看", date(2026, 3, 10)))
    assert found == [
        (date(2025, 12, 3), date(2025, 12, 3)),
        (date(2026, 2, 5), date(2026, 2, 5)),
        (date(2023, 1, 1), date(2023, 12, 31)),
        (date(2025, 12, 1), date(2025, 12, 31)),
    ]


def test_what_is_lost_among_many_is_found_among_what_is_named(store: Store) -> None:
    """Forty villages clear ditches, and one of them in the paper that is named."""
    held = [
        Article(
            id=f"a{i}", number=i + 1, title=f"{VILLAGES[i % 8]}村记事", kind="news",
            paragraphs=(f"{VILLAGES[i % 8]}村的社员清渠，第{i + 1}天清出{i + 3}里。",),
        )
        for i in range(40)
    ]  # fmt: skip
    with store.writing() as db:
        db.conn.executemany(
            "INSERT INTO issues (number, paper, date) VALUES (?, ?, ?)",
            [(1, "柳河报", "2025-10-14"), (2, "南坪日报", "2026-02-10")],
        )
        for one in held:
            issue = 2 if one.number == 7 else 1
            articles.insert(db, one, issue=issue, page=None, position=one.number, sha256=b"")
        index.add(db, held)
    assert not ask(store, "社员清渠").found
    answer = ask(store, "南坪日报2026年2月的社员清渠")
    assert answer.found
    assert answer.candidates[0].article.number == 7


@pytest.mark.parametrize(
    ("question", "said", "title"),
    [
        ("柳湾县的村级账目", "柳湾县", ACCOUNTS),
        ("柳湾县的村级账目大字表", "柳湾县", ACCOUNTS),
        ("先锋在前栏目的村级账目大字表", "先锋在前", ACCOUNTS),
        ("谷雨写的村级账目", "谷雨", ACCOUNTS),
    ],
)
def test_an_article_that_fits_and_holds_little_else_is_not_the_one(
    samples: Store, question: str, said: str, title: str
) -> None:
    answer = ask(samples, question)
    assert not answer.found
    assert answer.contradiction is not None
    assert answer.contradiction.said == said
    assert answer.suggestions == (title,)


def test_a_season_of_last_year_names_that_year() -> None:
    last = Restriction("date", "去年", 0, 2, Filters(since="2025-01-01", until="2025-12-31"))
    old = replace(made(1, "护鸟"), date="2024-01-08")
    assert named(last, old, "去冬救助大雁8只")
    assert not named(last, old, "今冬救助大雁8只")


def test_a_county_of_two_characters_is_not_named_inside_anothers_name() -> None:
    county = Restriction("region", "云县", 0, 2, Filters(region="云南省/临沧市/云县"))
    ramp = replace(made(1, "坡道"), regions=("云南省/大理白族自治州/祥云县",))
    assert named(county, ramp, "云县修了坡道")
    assert not named(county, ramp, "祥云县修了坡道")
    ramp = replace(ramp, paragraphs=("祥云县修了坡道。",))
    assert contradicted([county], ramp, "云县的坡道", load_gazetteer())
