"""Numbers in words and in figures."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.numerals import numbers, other_forms, printed, renumbered, spelled, worth


@pytest.mark.parametrize(
    ("typed", "other"),
    [
        ("六十个人的巡堤队", "60人的巡堤队"),
        ("三百零五名护林员", "305名护林员"),
        ("百分之三十六的水田", "36%的水田"),
        ("百分之二点五", "2.5%"),
        ("四百五十万元修渠款", "450万元修渠款"),
        ("一万八千株柳树", "1.8万株柳树"),
        ("二〇二四年的渠", "2024年的渠"),
        ("2024年的渠", "二〇二四年的渠"),
        ("一加n加x", "1+n+x"),
        ("415人结业", "四百一十五人结业"),
        ("36%的水田", "百分之三十六的水田"),
        ("1.8万株", "一万八千株"),
        ("2200户", "两千二百户"),
    ],
)
def test_a_number_is_turned_into_its_other_form(typed: str, other: str) -> None:
    assert renumbered(typed) == other


@pytest.mark.parametrize(
    ("typed", "ways"),
    [
        ("一万八千株", ["1.8万株", "18000株"]),
        ("205户", ["两百零五户", "二百零五户"]),
        ("90户", ["九十户"]),
    ],
)
def test_a_number_may_be_printed_in_more_than_one_way(typed: str, ways: list[str]) -> None:
    assert other_forms(typed, ()) == ways


@pytest.mark.parametrize(
    "typed",
    ["三八红旗手", "一抹红", "两不愁三保障", "四月", "百姓", "千里马", "十足", "第二十项"],
)
def test_a_number_that_is_part_of_a_word_or_a_place_in_a_row_stays(typed: str) -> None:
    assert renumbered(typed) == typed


@pytest.mark.parametrize(
    ("typed", "text", "said"),
    [
        ("六千多名护林员", "全州有6285名护林员", "6285名护林员"),
        ("6000多名护林员", "全州有6285名护林员", "6285名护林员"),
        ("三万余亩梯田", "修成3.4万多亩梯田", "3.4万多亩梯田"),
        ("六千多名护林员", "全州有7285名护林员，6285亩林", "六千多名护林员"),
    ],
)
def test_a_number_that_is_about_right_is_read_from_the_text(
    typed: str, text: str, said: str
) -> None:
    assert printed(typed, text) == said


@given(st.integers(1, 999_999_999_999))
def test_a_number_in_words_is_worth_what_it_says(value: int) -> None:
    assert worth(spelled(value)) == value


@given(st.text(alphabet="零〇一二两三九十百千万亿多名第5.%年加n", max_size=24))
def test_no_question_is_too_odd_to_be_read(typed: str) -> None:
    assert all(0 <= one.start < one.stop <= len(typed) for one in numbers(typed))
    renumbered(typed)
