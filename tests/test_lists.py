"""The lists of articles, and which of their items a question asks for."""

import pytest

from store.lists import items_asked, list_with, listed
from store.model import Article

DUTIES = ("（一）看火情。", "（二）修步道。", "（三）报虫害。", "（四）种树苗。")


def article(*paragraphs: str) -> Article:
    """An article with these paragraphs."""
    return Article("a", 1, "护林员的职责", "study", paragraphs)


@pytest.mark.parametrize(
    ("typed", "numbers"),
    [
        ("第六项权利", (6,)),
        ("第十二条", (12,)),
        ("第3项规定", (3,)),
        ("(四) 护林员的职责", (4,)),
        ("护林员职责(四)", (4,)),
        ("护林员的最后一项职责", (-1,)),
        ("护林员职责倒数第二项", (-2,)),
        ("护林员职责的前三项", (1, 2, 3)),
        ("后两项职责", (-2, -1)),
        ("最后两条", (-2, -1)),
        ("职责第四到第六项", (4, 5, 6)),
        ("第一和第三项", (1, 3)),
        ("护林员职责4", (4,)),
        ("护林员的职责 四", (4,)),
        ("当护林员第二步", (2,)),
        ("当护林员第3步怎么走", (3,)),
        ("当护林员倒数第二步", (-2,)),
        ("当护林员的第四个步骤", (4,)),
        ("防火第三招是什么", (3,)),
        ("当护林员的最后一步", (-1,)),
    ],
)
def test_the_items_asked_for_are_understood(typed: str, numbers: tuple[int, ...]) -> None:
    asked = items_asked(typed)
    assert asked is not None
    assert asked.numbers == numbers


@pytest.mark.parametrize(
    "typed",
    ["第一步行街", "第三件衣服",
     "第三座水库", "第五届", "目前三项工程", "星期六", "护林员职责", "2026"],
)
def test_a_number_of_something_else_asks_for_no_item(typed: str) -> None:
    assert items_asked(typed) is None


def test_a_number_that_may_mean_anything_is_not_sure() -> None:
    assert [items_asked(typed).sure for typed in ("职责4", "第4项职责")] == [False, True]  # type: ignore[union-attr]


def test_the_size_of_the_list_and_what_only_asks_are_no_words_to_look_for() -> None:
    for typed in ("林区三项保障的第二项说了什么", "林区三项保障的里面第二项讲的啥"):
        asked = items_asked(typed)
        assert asked is not None
        assert asked.rest.split() == ["林区", "保障的"]


def test_a_list_within_a_list_is_one_of_its_own() -> None:
    held = article("（一）看火情：", "1.早上看。", "2.晚上看。", "（二）修步道。")
    assert listed(held) == ["（一）看火情：", "（二）修步道。"]
    assert list_with(held, 2, "2.晚上看。") == ["1.早上看。", "2.晚上看。"]


def test_a_list_told_in_sentences_comes_after_one_that_is_set() -> None:
    told = "做法：一是早起，二是早睡。"
    assert listed(article(told)) == ["一是早起，", "二是早睡。"]
    assert listed(article(told, *DUTIES)) == list(DUTIES)
