"""The small set of questions of our own, and what is measured with it."""

from pathlib import Path

import pytest

from store import answers
from tests.bench_finding import calibration, own, shipped
from tests.question_sets import archive


def test_every_question_names_an_article_of_the_samples(tmp_path: Path) -> None:
    held = shipped(str(tmp_path))
    titles = {row["title"] for row in held.passages}
    assert {title for row in held.questions for title in row["gold"]} <= titles
    assert held.questions and held.strangers


def test_the_samples_answer_what_they_hold_and_claim_nothing_else(tmp_path: Path) -> None:
    held = shipped(str(tmp_path))
    store = archive(str(tmp_path), "archive", held.passages)
    search = own(store)
    wrong = [row["text"] for row in held.questions if search(row["text"])[0] not in row["gold"]]
    assert wrong == []
    assert "for 0 of 12 that have none" in calibration(search, held, 3)
    store.close()


@pytest.mark.parametrize("asked", ["桐岗县有多少人口", "渡河区的房价是多少"])
def test_what_is_asked_of_a_place_is_not_answered_by_its_name(tmp_path: Path, asked: str) -> None:
    store = archive(str(tmp_path), "archive", shipped(str(tmp_path)).passages)
    assert own(store)(asked)[1] < 0.5
    store.close()


def test_a_question_full_of_slips_is_found_in_the_spelling_of_the_print(tmp_path: Path) -> None:
    store = archive(str(tmp_path), "archive", shipped(str(tmp_path)).passages)
    answer = answers.ask(store, "雪给天既老刃送什么药")
    assert answer.candidates[0].article.id == "雪后送药"
    assert answer.found
    store.close()
