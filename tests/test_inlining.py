"""Inline mode: what is offered while a reader types behind the bot's name."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot import words
from bot.asking import Memory
from bot.conversation import hear
from bot.inlining import PER_PAGE, chosen, offered
from bot.question_links import payload_of, question_of
from bot.talk import Reader, Talk
from store import articles, index
from store.database import Store
from store.model import Article
from tests.conftest import NOW

COUNT = PER_PAGE + 3
TOWNS = "东西南北上下前后里外左右中"


@pytest.fixture
def talk(tmp_path: Path) -> Iterator[Talk]:
    """A reader over an archive in which more articles than a page holds speak of one thing."""
    papers = [
        Article(
            id=f"a{number}", number=number, title=f"{town}河乡的水磨坊", kind="news",
            paragraphs=(f"本报讯 {town}河乡的水磨坊修好了，共有{number}盘石磨。",),
        )
        for number, town in enumerate(TOWNS, 1)
    ]  # fmt: skip
    with Store(tmp_path / "mills.db") as store:
        with store.writing() as db:
            db.conn.execute("INSERT INTO issues (number, paper) VALUES (1, '柳河报')")
            for paper in papers:
                articles.insert(db, paper, issue=1, page=None, position=paper.number, sha256=b"")
            index.add(db, papers)
        yield Talk(store, Reader(user=7, chat=7), NOW, Memory())


def test_every_result_of_every_page_shows_the_papers_words(talk: Talk) -> None:
    first = offered(talk, "水磨坊", "")
    second = offered(talk, "水磨坊", first.next)
    assert (len(first.results), len(second.results)) == (PER_PAGE, COUNT - PER_PAGE)
    assert second.next == ""
    assert all("盘石磨" in result.text.plain for result in first.results + second.results)


def test_no_result_comes_twice(talk: Talk) -> None:
    first = offered(talk, "水磨坊", "")
    second = offered(talk, "水磨坊", first.next)
    assert len({result.id for result in first.results + second.results}) == COUNT


@pytest.mark.parametrize("offset", ["x", "-1", "²", "99999"])
def test_an_offset_somebody_made_up_gives_a_page_or_an_empty_one(talk: Talk, offset: str) -> None:
    assert len(offered(talk, "水磨坊", offset).results) in (0, PER_PAGE)


def test_when_nothing_is_found_a_button_asks_the_bot_itself(talk: Talk) -> None:
    found = offered(talk, "火星上有没有水", "")
    assert found.results == ()
    assert found.note == words.INLINE_NOTHING
    reply = hear(talk, f"/start {found.payload}")
    assert "火星上有没有水" in reply.text.plain


def test_results_that_do_not_answer_come_with_the_button_too(talk: Talk) -> None:
    found = offered(talk, "水磨坊里有几台蒸汽机和发电机", "")
    assert found.results
    assert found.note == words.INLINE_NEAR
    assert offered(talk, "东河乡的水磨坊", "").note == ""


@pytest.mark.parametrize(
    "question", ["问" * 15, "问" * 16, "问" * 300, "a b\nc", "", "😀", "\ud83d"]
)
def test_a_payload_is_one_telegram_takes_and_never_half_a_question(question: str) -> None:
    payload = payload_of(question)
    assert re.fullmatch(r"[A-Za-z0-9_-]{1,64}", payload)
    assert question_of(payload) in ("", " ".join(question.split()))


@pytest.mark.parametrize("payload", ["q_", "q_###", "q_" + "a" * 61, "q__-_-"])
def test_a_payload_somebody_made_up_asks_for_a_question(talk: Talk, payload: str) -> None:
    assert hear(talk, f"/start {payload}").text.plain == words.HERE


def test_the_result_a_reader_sent_is_what_is_spoken_of(talk: Talk) -> None:
    chosen(talk, "3")
    assert "南河乡" in hear(talk, "全文").text.plain
    chosen(talk, "77777")
    chosen(talk, "x")
