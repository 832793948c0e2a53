"""Two characters typed the wrong way round."""

from collections.abc import Iterator

import pytest

from store import answers, articles, index
from store.database import Store
from store.model import Article
from store.swapped import Turn, asked, prints, turned

HELD = {"水渠": 4, "渠清": 2, "清淤": 3}


def test_the_turn_that_makes_words_is_found() -> None:
    assert turned("水渠淤清", HELD)[0] == Turn("水渠清淤", 2)


@pytest.mark.parametrize("typed", ["水渠清淤", "渠", "", "水渠\n清淤"])
def test_what_is_spelt_right_is_not_turned(typed: str) -> None:
    assert turned(typed, HELD) == []


def test_a_long_question_is_left_alone() -> None:
    assert not asked("水渠淤清是从哪一年开始由镇里组织的")


@pytest.mark.parametrize(
    ("turn", "printed", "so"),
    [
        (Turn("水渠清淤", 2), "今年水渠清淤早", True),
        (Turn("水渠清淤队", 2), "村里的清淤队", True),
        (Turn("水渠清淤", 2), "清淤不等人", False),
        (Turn("清淤", 0), "清淤不等人", True),
        (Turn("清淤\n人", 0), "清淤不等人", True),
    ],
)
def test_the_text_must_print_it_so(turn: Turn, printed: str, so: bool) -> None:
    assert prints(turn, printed) is so


@pytest.fixture
def archive(store: Store) -> Iterator[Store]:
    held = [
        Article(id="canal", number=1, title="护渠课堂开讲", kind="news",
                paragraphs=("柳河镇办起护渠课堂，讲怎样给水渠清淤。",)),
        Article(id="pear", number=2, title="果农学剪枝", kind="news",
                paragraphs=("技术员走进果园，教大家给梨树修剪，讲堂里坐满了人。",)),
    ]  # fmt: skip
    with store.writing() as db:
        db.conn.execute("INSERT INTO issues (number) VALUES (1)")
        for at, one in enumerate(held, 1):
            articles.insert(db, one, issue=1, page=None, position=at, sha256=b"")
        index.add(db, held)
    yield store


@pytest.mark.parametrize("typed", ["护课渠堂", "水清渠淤", "课护渠堂"])
def test_turned_characters_find_what_was_meant(archive: Store, typed: str) -> None:
    answer = answers.ask(archive, typed)
    assert answer.found
    assert answer.candidates[0].article.id == "canal"


def test_less_is_claimed_of_what_was_not_typed(archive: Store) -> None:
    assert answers.ask(archive, "护课渠堂").confidence <= 0.75


def test_a_turned_word_of_many_articles_is_offered(samples: Store) -> None:
    answer = answers.ask(samples, "员党")
    assert not answer.found
    assert "党员" in answer.candidates[0].article.title


def test_a_word_of_no_text_stays_unfound(archive: Store) -> None:
    assert not answers.ask(archive, "学徒工").found
