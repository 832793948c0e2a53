"""The memory of answers: the same question is not worked out twice while nothing changed."""

from datetime import date

import pytest

from bot import asking
from bot.asking import Memory
from bot.sampling import fill
from store import answers
from store.database import Store

TODAY = date(2026, 3, 20)
QUESTION = "党员有那些权力"


def test_a_question_asked_again_is_answered_from_memory(samples: Store) -> None:
    memory = Memory()
    first = memory.ask(samples, QUESTION, TODAY)
    assert memory.ask(samples, QUESTION, TODAY).candidates is first.candidates


def test_spaces_make_no_other_question_but_the_reader_sees_his_own_words(samples: Store) -> None:
    memory = Memory()
    first = memory.ask(samples, "党员 权力", TODAY)
    again = memory.ask(samples, " 党员  权力\n", TODAY)
    assert again.question == " 党员  权力\n"
    assert again.candidates is first.candidates


def test_another_day_is_another_question_because_last_month_moves(samples: Store) -> None:
    memory = Memory()
    first = memory.ask(samples, QUESTION, TODAY)
    assert memory.ask(samples, QUESTION, date(2026, 3, 21)).candidates is not first.candidates


def test_a_new_issue_empties_the_memory(store: Store) -> None:
    memory = Memory()
    assert not memory.ask(store, QUESTION, TODAY).found
    fill(store)
    assert memory.ask(store, QUESTION, TODAY).found
    assert len(memory.answers) == 1


def test_the_least_used_answers_are_forgotten(
    samples: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(asking, "KEPT", 2)
    memory = Memory()
    first = memory.ask(samples, "党员", TODAY)
    memory.ask(samples, "夜校", TODAY)
    memory.ask(samples, "党员", TODAY)
    memory.ask(samples, "手机课", TODAY)
    assert memory.ask(samples, "党员", TODAY).candidates is first.candidates
    assert [key[0] for key in memory.answers] == ["手机课", "党员"]


def test_the_chat_gets_passages_of_the_first_candidate_only(samples: Store) -> None:
    answer = Memory().ask(samples, QUESTION, TODAY)
    assert [bool(one.passages) for one in answer.candidates] == [
        True, *[False] * (len(answer.candidates) - 1)
    ]  # fmt: skip
    assert answer.candidates[0] == answers.ask(samples, QUESTION, now=TODAY).candidates[0]


def test_candidates_asked_for_with_passages_are_kept_beside_those_without(samples: Store) -> None:
    memory = Memory()
    memory.ask(samples, "党员", TODAY)
    second = memory.ask(samples, "党员", TODAY, quoting=range(1, 2)).candidates
    assert [bool(one.passages) for one in second[:2]] == [False, True]
