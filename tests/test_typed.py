"""Typed pinyin."""

import pytest

from store.sound import syllables
from store.typed import spelled


@pytest.mark.parametrize(
    ("letters", "said"),
    [("fangxun", "fang xun"), ("xian", "xian"), ("dangyuanxuexi", "dang yuan xue xi")],
)
def test_letters_without_spaces_are_split_into_syllables(letters: str, said: str) -> None:
    found = spelled(letters)
    assert found is not None
    assert " ".join(syllables(found)) == said


@pytest.mark.parametrize("letters", ["vr", "asdfgh", "qq", "xyz"])
def test_letters_that_are_no_pinyin_are_left_alone(letters: str) -> None:
    assert spelled(letters) is None
