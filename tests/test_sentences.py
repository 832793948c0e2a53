"""Paragraphs cut into sentences and items."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.sentences import LONGEST, number, pieces


def test_each_item_of_a_list_is_a_piece_with_its_number() -> None:
    text = "分三步：一、清理渠底。二、加固渠岸。三、种上柳树。"
    cut = pieces(text)
    assert [(text[p.start : p.stop], p.item) for p in cut[1:]] == [
        ("一、清理渠底。", 1), ("二、加固渠岸。", 2), ("三、种上柳树。", 3),
    ]


def test_a_mark_inside_a_sentence_begins_no_item() -> None:
    assert [p.item for p in pieces("全村分为(一)组和(二)组两队。")] == [None]


@pytest.mark.parametrize(
    "text",
    [
        "办法有三：一是清渠，二是固岸，三是种柳。",
        "首先，清渠。其次，固岸。最后，种柳。",
        "第一，清渠。第二，固岸。第三，种柳。",
        "其一清渠；其二固岸；其三种柳。",
    ],
)
def test_a_list_told_in_sentences_is_cut_when_that_is_asked(text: str) -> None:
    cut = pieces(text, told=True)
    assert [p.item for p in cut if p.item] == [1, 2, 3]
    assert "固岸" in text[cut[-2].start : cut[-2].stop]
    assert all(p.item is None for p in pieces(text))


@pytest.mark.parametrize(
    "text", ["这一是非由二是人来断。", "一是清渠。后来又种柳。", "二是固岸，三是种柳。"]
)
def test_what_does_not_count_from_one_on_is_no_list(text: str) -> None:
    assert all(p.item is None for p in pieces(text, told=True))


def test_closing_quotes_stay_with_their_sentence() -> None:
    text = "“渠修好了。”王小满说。"
    assert [text[p.start : p.stop] for p in pieces(text)] == ["“渠修好了。”", "王小满说。"]


def test_numbers_are_read_in_both_scripts() -> None:
    assert [number(mark) for mark in ("(六)", "十二、", "③", "8.", "二十一")] == [6, 12, 3, 8, 21]


@given(st.text(alphabet="水渠。，；(一)、二1.“” \n", max_size=900))
def test_no_piece_is_too_long_and_none_overlaps(text: str) -> None:
    last = 0
    for piece in pieces(text):
        assert last <= piece.start < piece.stop <= len(text)
        assert piece.stop - piece.start <= LONGEST
        last = piece.stop
