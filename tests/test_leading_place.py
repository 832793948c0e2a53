"""A county named by two characters at the head of a question."""

import pytest

from store import answers
from store.database import Store
from store.leading_place import leading_place
from store.regions import load_gazetteer

GAZETTEER = load_gazetteer()


@pytest.mark.parametrize(
    ("question", "county"),
    [
        ("岷县的面粉厂", "岷县"),
        ("2026年费县修桥", "费县"),
        ("临洮的护林员", "临洮县"),
        ("奇台修桥花了多少钱", "奇台县"),
    ],
)
def test_a_question_may_begin_with_the_shortest_name_of_a_county(
    question: str, county: str
) -> None:
    found = leading_place(question, GAZETTEER)
    assert found is not None
    assert found.path.endswith(county)


@pytest.mark.parametrize(
    "question",
    [
        "收费县城公园", "范县长是谁", "新县区规划", "临洮路修好了吗", "小金库怎么查", "平安出行",
        "富县强村的办法", "岷县", "谁去过岷县",
    ],
)  # fmt: skip
def test_what_only_looks_like_a_county_is_none(question: str) -> None:
    assert leading_place(question, GAZETTEER) is None


@pytest.mark.parametrize("place", ["岷县", "费县", "临洮"])
def test_what_another_county_is_asked_of_is_not_claimed(samples: Store, place: str) -> None:
    answer = answers.ask(samples, f"{place}民间河长")
    assert not answer.found
    assert answer.contradiction is not None
    assert answer.contradiction.said == place
