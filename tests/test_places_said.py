"""The places of a question, over the sample issues."""

from datetime import date

import pytest

from bot.talk import Reader
from store import answers, places
from store.database import Store
from store.model import Contradiction, Filters
from store.narrowing import narrow
from store.places import gazetteer_of
from tests.conftest import Chat

TODAY = date(2026, 3, 20)
CITY = "云中省/青禾市"


@pytest.mark.parametrize(
    ("question", "filters"),
    [
        ("青禾日报的文章", Filters(paper="青禾日报")),
        ("青禾日报登了什么", Filters(paper="青禾日报")),
        ("青禾日报讲河长的", Filters(paper="青禾日报")),
        ("青禾日报柳湾县的文章", Filters(paper="青禾日报", region=f"{CITY}/柳湾县")),
        ("渡河区的青禾日报", Filters(paper="青禾日报", region=f"{CITY}/渡河区")),
        ("青禾市的青禾日报", Filters(paper="青禾日报", region=CITY)),
        ("青禾晚报的文章", Filters()),
        ("青禾的文章", Filters(region=CITY)),
    ],
)
def test_a_place_in_the_name_of_a_paper_is_not_asked_for(
    samples: Store, question: str, filters: Filters
) -> None:
    with samples.reading() as db:
        assert narrow(db, question, TODAY, gazetteer_of(samples)).filters == filters


@pytest.mark.parametrize(
    ("question", "filters"),
    [
        ("最近柳湾有什么新闻", Filters(region=f"{CITY}/柳湾县")),
        ("有没有柳湾的新闻", Filters(region=f"{CITY}/柳湾县")),
        ("柳湾那边有什么消息", Filters(region=f"{CITY}/柳湾县")),
        ("桐岗的照片", Filters(region=f"{CITY}/桐岗县", kind="photo")),
        ("谷雨写的柳湾", Filters(region=f"{CITY}/柳湾县", author="谷雨")),
        ("短讯里柳湾的", Filters(region=f"{CITY}/柳湾县", kind="brief")),
        ("青禾市柳湾的文章", Filters(region=f"{CITY}/柳湾县")),
    ],
)
def test_a_short_name_is_a_place_wherever_nothing_else_is_asked(
    samples: Store, question: str, filters: Filters
) -> None:
    with samples.reading() as db:
        found = narrow(db, question, TODAY, gazetteer_of(samples))
    assert (found.filters, found.bare) == (filters, True)


@pytest.mark.parametrize("question", ["讲讲柳湾的作坊", "柳湾磨坊的牌子", "和平的文章"])
def test_a_short_name_beside_a_matter_stays_a_word(samples: Store, question: str) -> None:
    with samples.reading() as db:
        assert not narrow(db, question, TODAY, gazetteer_of(samples)).bare


@pytest.mark.parametrize("question", ["柳湾和桐岗的文章", "柳湾县、桐岗县的新闻", "柳湾县还有桐岗"])
def test_two_places_are_answered_by_either(samples: Store, question: str) -> None:
    answer = answers.ask(samples, question, limit=10, now=TODAY)
    assert answer.found
    about = {one.article.regions[0].split("/")[2] for one in answer.candidates}
    assert about == {"柳湾县", "桐岗县"}
    assert [one.article.regions[0].split("/")[2] for one in answer.candidates[:2]] == [
        "柳湾县", "桐岗县",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("question", "said"),
    [("杭州市的新闻", "杭州市"), ("杭州的文章", "杭州"), ("谷雨写的杭州的文章", "杭州")],
)
def test_a_place_no_article_is_about_is_said_to_be(
    samples: Store, question: str, said: str
) -> None:
    answer = answers.ask(samples, question, now=TODAY)
    assert not answer.found
    assert answer.candidates == ()
    assert answer.contradiction == Contradiction("region", said)


def test_a_place_no_article_is_about_is_not_answered_by_its_characters(samples: Store) -> None:
    answer = answers.ask(samples, "和静县的新闻", now=TODAY)
    assert (answer.found, answer.candidates) == (False, ())


def test_of_a_place_without_articles_the_one_above_is_offered(samples: Store) -> None:
    places.add(samples, [(f"{CITY}/沙枣县", ())])
    chat = Chat(samples, Reader(user=7, chat=7))
    assert chat.say("沙枣县的新闻").text.plain == "库里没有沙枣县的文章。"
    assert "青禾市" in chat.labels[0]
    assert chat.press("青禾市").articles


def test_of_two_places_beside_a_matter_either_will_do(samples: Store) -> None:
    for question in ("柳湾县和桐岗县的村级账目", "桐岗县、柳湾县的流动书箱"):
        answer = answers.ask(samples, question, now=TODAY)
        assert (answer.found, answer.contradiction) == (True, None)
    assert not answers.ask(samples, "杭州市和宁波市的村级账目", now=TODAY).found
