from __future__ import annotations

import pytest

from store.reading.words import ends_sentence, gain, last_word, left_open, lost_head, unopened


def test_a_word_cut_in_two_is_seen_across_the_cut() -> None:
    assert gain("三个月里没有开", "展过一次") > 3 > abs(gain("大家都到", "渠首看水"))


@pytest.mark.parametrize(
    ("text", "word"), [("树立正确用人导向", "导向"), ("村里人都把他和", "和"), ("修到12", "12")]
)
def test_the_last_word_is_whole(text: str, word: str) -> None:
    assert last_word(text) == word


def test_brackets_that_wait_or_close_are_counted_in_one_width() -> None:
    assert left_open("村里建起“水账本（试行") == "”)"
    assert left_open("写完了（一）") == ""
    assert unopened("本”制度（新）推行") == "”"


@pytest.mark.parametrize(
    ("text", "yes"),
    [("通水了。", True), ("他说：“好！”", True), ("这叫“水账本”", False), ("通水了，", False)],
)
def test_a_paragraph_may_end_only_where_a_sentence_does(text: str, yes: bool) -> None:
    assert ends_sentence(text) is yes


@pytest.mark.parametrize(
    ("text", "lost"),
    [
        ("，大家都说好。", True),
        ("渠”的美名传开了。", True),
        ("堤、护林的人都来了。", True),
        ("一、会前要谈心。", False),
        ("“护渠”的美名传开了。", False),
        ("水渠修好了，“护渠”的美名传开了。", False),
    ],
)
def test_the_rest_of_a_sentence_is_known_by_its_first_characters(text: str, lost: bool) -> None:
    assert lost_head(text) is lost
