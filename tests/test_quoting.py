"""Quotation marks in questions."""

import pytest

from store.quoting import only_quoted, quoted


@pytest.mark.parametrize("typed", ["“清淤护渠”", '"清淤护渠"', "「清淤護渠」", "『清淤 护渠』"])
def test_every_kind_of_quotation_mark_is_read(typed: str) -> None:
    assert quoted(typed) == ("清淤护渠",)
    assert only_quoted(typed)


def test_a_quotation_inside_a_question_is_not_all_of_it() -> None:
    assert not only_quoted("“清淤护渠”修了几公里水渠")
    assert only_quoted("有关“清淤护渠”的文章")


@pytest.mark.parametrize("typed", ["清淤", "“”", "“！”", "“没有合上"])
def test_marks_without_words_are_no_quotation(typed: str) -> None:
    assert quoted(typed) == ()
