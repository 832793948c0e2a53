"""Characters and what they sound like."""

from importlib.metadata import version

import pytest

from store.sound import exact, heard, syllables
from tests.learn_sounds import TARGET, lines


@pytest.mark.parametrize(("one", "other"), [("防汛", "房训"), ("账目", "帐木"), ("党课", "挡客")])
def test_homophones_sound_the_same(one: str, other: str) -> None:
    assert exact(one) == exact(other)


@pytest.mark.parametrize(("one", "other"), [("山", "三"), ("兰", "难"), ("京", "金"), ("张", "赞")])
def test_regional_accents_are_heard_as_one(one: str, other: str) -> None:
    assert exact(one) != exact(other)
    assert heard(exact(one)) == heard(exact(other))


def test_a_neighbour_decides_between_readings() -> None:
    assert syllables(exact("银行")) == ["yin", "hang"]
    assert syllables(exact("行走")) == ["xing", "zou"]


def test_letters_and_digits_stand_for_themselves() -> None:
    assert exact("vr2") == "vr2"


def test_the_table_that_ships_is_the_library_s() -> None:
    if version("pypinyin") not in TARGET.with_suffix(".md").read_text("utf-8"):
        pytest.skip("made with another version of pypinyin")
    assert list(lines()) == TARGET.read_text("utf-8").splitlines()
