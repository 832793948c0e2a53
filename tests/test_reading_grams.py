from __future__ import annotations

import pytest

from store.reading.grams import goes_on, grams


@pytest.mark.parametrize(
    ("before", "right", "wrong"),
    [
        ("把这一带的经济发", "展起来", "县里的"),
        ("全年新修水渠28", "公里，", "的同志"),
        ("让老人看得上病、看得起", "病，", "近日，"),
        ("党支部书", "记说，", "的问题"),
        ("Ａ区共有３", "个村", "的县"),
    ],
)
def test_what_goes_on_in_print_is_likelier_than_what_does_not(
    before: str, right: str, wrong: str
) -> None:
    assert goes_on(before, right) > goes_on(before, wrong) + 1


def test_the_character_before_the_last_tells_more_than_the_last_alone() -> None:
    assert goes_on("乡村振", "兴起") > goes_on("玉米振", "兴起")


@pytest.mark.parametrize(("before", "after"), [("😀😀", "的县"), ("县里", "😀的"), ("县", "里的")])
def test_what_is_unknown_or_too_short_says_nothing(before: str, after: str) -> None:
    assert goes_on(before, after) == 0.0


def test_one_digit_and_one_width_are_as_good_as_another() -> None:
    assert goes_on("增加到19", "个，") == goes_on("增加到５3", "个,")


def test_chances_are_chances() -> None:
    table = grams()
    for char in "的县,人振":
        assert 0 <= table.one(char) <= table.two("乡", char) + 1 <= 2
        assert 0 <= table.three("乡村", char) <= 1
