"""What is left of a question beside what was understood of it."""

import pytest

from store.remainder import left, nothing

NAME = [(0, 3)]


@pytest.mark.parametrize(
    "asked", ["祁双槐写的文章", "祁双槐写的信", "祁双槐寄来的信", "祁双槐的来信", "祁双槐那封信"]
)
def test_what_was_written_is_no_word_to_look_for(asked: str) -> None:
    assert nothing(asked, NAME)


@pytest.mark.parametrize(
    ("asked", "rest"), [("祁双槐写的诚信", ["诚信"]), ("祁双槐 信用社", ["信用社"])]
)
def test_a_letter_inside_another_word_is_none(asked: str, rest: list[str]) -> None:
    assert left(asked, NAME) == rest
