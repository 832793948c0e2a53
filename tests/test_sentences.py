"""Paragraphs cut into sentences and items."""

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
