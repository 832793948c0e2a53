"""Answers of which only one thing is open: which of the candidates it is."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from bot import words
from bot.talk import Reader
from store import answers
from store.confidence import copied
from store.database import Store
from tests.conftest import Chat
from tests.question_sets import Row, archive

TOLD = (
    "今年春天，{village}村党支部带着村民修通了三公里石渠，渠水引到苜蓿地，"
    "{village}村浇地从{days}天缩短到一天半，老支书{name}说，往后再也不用半夜起来等水了。"
)
PLACES = ("柳河", "石门沟", "白桦", "沙枣", "红柳", "清泉", "双井", "大坪")


def report(pid: str, title: str, village: str, days: str, name: str) -> Row:
    told = TOLD.format(village=village, days=days, name=name)
    return {"pid": pid, "title": title, "text": told}


def others() -> list[Row]:
    """What else is in the paper."""
    return [
        {"pid": f"o{i}", "title": f"{village}村办起老年食堂",
         "text": f"{village}村把旧小学改成老年食堂，每顿饭三块钱，菜出自大棚，第{i}天来了四十人。"}
        for i, village in enumerate(PLACES)
    ]


@pytest.fixture
def many(tmp_path: Path) -> Iterator[Store]:
    """Reports of several villages that differ in hardly more than the name."""
    heads = zip(PLACES, "四六八", ("马有福", "周大成", "田广才"), strict=False)
    told = [report(f"r{i}", f"{head[0]}村修渠", *head) for i, head in enumerate(heads)]
    with archive(str(tmp_path), "many", [*told, *others()]) as store:
        yield store


@pytest.fixture
def twice(tmp_path: Path) -> Iterator[Store]:
    """One report, printed in two papers."""
    told = [report("a", "石渠修到苜蓿地", "柳河", "四", "马有福"),
            report("b", "渠通了", "柳河", "四", "马有福")]
    with archive(str(tmp_path), "twice", [*told, *others()]) as store:
        yield store


def test_what_is_printed_twice_is_no_rival_to_itself(twice: Store) -> None:
    answer = answers.ask(twice, "修了几公里石渠引到苜蓿地")
    assert answer.found
    assert {one.article.id for one in answer.candidates[:2]} == {"a", "b"}


def test_what_is_printed_twice_shares_the_chance_of_being_the_one_meant(
    twice: Store, tmp_path: Path
) -> None:
    question = "修了几公里石渠引到苜蓿地"
    alone = report("a", "石渠修到苜蓿地", "柳河", "四", "马有福")
    with archive(str(tmp_path), "once", [alone, *others()]) as once:
        assert answers.ask(twice, question).confidence < answers.ask(once, question).confidence


def test_reports_that_differ_in_a_name_are_rivals() -> None:
    heads = (("柳河", "四", "马有福"), ("白桦", "六", "周大成"))
    one, other = (report("r", "修渠", *head)["text"] for head in heads)
    assert not copied(one, other)
    assert copied(one, "记者报道。" + one)
    assert not copied("", one)


def test_candidates_that_cannot_be_told_apart_are_all_offered(many: Store) -> None:
    answer = answers.ask(many, "修通石渠以后浇地缩短到几天")
    assert answer.undecided and not answer.found
    assert set(answer.suggestions) == {"柳河村修渠", "石门沟村修渠", "白桦村修渠"}


def test_a_name_decides_between_them(many: Store) -> None:
    answer = answers.ask(many, "石门沟村修通石渠以后浇地缩短到几天")
    assert answer.found and not answer.undecided
    assert answer.candidates[0].article.id == "r1"


def test_what_is_not_there_is_not_undecided(many: Store) -> None:
    for question in ("航天员在空间站种了什么菜", "小麦今年卖多少钱一公斤", "你好"):
        answer = answers.ask(many, question)
        assert not answer.found and not answer.undecided, question


def test_a_reader_is_told_that_it_may_be_any_of_them(many: Store) -> None:
    chat = Chat(many, Reader(user=7, chat=7))
    said = chat.say("修通石渠以后浇地缩短到几天").text.plain
    assert said == words.UNDECIDED
    assert "一天半" in chat.press("白桦村修渠").text.plain


def test_what_may_answer_is_offered_though_its_title_says_nothing(tmp_path: Path) -> None:
    told = {"pid": "y", "title": "夜里的灯",
            "text": "双井村合作社年底分红，每户领到一千二百元，会计把账本贴在墙上。"}
    with archive(str(tmp_path), "shares", [told, *others()]) as store:
        answer = answers.ask(store, "年底给每家发钱")
        assert not answer.found and answer.suggestions == ("夜里的灯",)
        assert answers.ask(store, "航天员在空间站种了什么菜").suggestions == ()
