import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.markup import BUTTONS, ENTITIES, MESSAGE_UNITS, button, entities, keyboard, messages, units
from bot.reply import Button
from bot.text import Mark, Text, bold


def test_entities_are_counted_in_utf16_units() -> None:
    made = entities(Text("😀甲") + bold("乙😀"))
    assert [(e.type, e.offset, e.length) for e in made] == [("bold", 3, 3)]


def test_a_long_text_is_cut_at_sentence_ends_and_nothing_is_lost() -> None:
    text = Text("一句话说完了。" * 1500)
    pieces = messages(text)
    assert len(pieces) == 3
    assert all(piece.plain.endswith("。") for piece in pieces)
    assert "".join(piece.plain for piece in pieces) == text.plain


def test_a_quotation_cut_in_two_is_a_quotation_in_both_messages() -> None:
    pieces = messages(Text("引用的话。" * 1000).marked("quote"))
    assert [piece.marks for piece in pieces] == [
        (Mark("quote", 0, len(piece.plain)),) for piece in pieces
    ]


@given(st.text(alphabet="甲乙。\n 😀a", max_size=9000), st.integers(0, 300))
def test_every_message_keeps_within_the_limits(plain: str, marks: int) -> None:
    text = Text(plain, tuple(Mark("bold", at, at + 1) for at in range(min(marks, len(plain)))))
    for piece in messages(text):
        assert 0 < units(piece.plain) <= MESSAGE_UNITS
        assert len(entities(piece)) <= ENTITIES
        assert piece.plain == piece.plain.strip()


def test_a_keyboard_has_at_most_a_hundred_buttons() -> None:
    made = keyboard(tuple((Button("甲", "x"), Button("乙", "x")) for _ in range(80)), "bot")
    assert made is not None
    assert sum(len(row) for row in made.inline_keyboard) == BUTTONS


def test_sharing_offers_the_address_of_the_article_to_another_chat() -> None:
    made = button(Button("分享", share="a_7"), "our_bot")
    assert made.url == "https://t.me/share/url?url=https%3A%2F%2Ft.me%2Four_bot%3Fstart%3Da_7"


def test_callback_data_over_64_bytes_is_a_bug() -> None:
    with pytest.raises(ValueError, match="64 bytes"):
        button(Button("甲", "题" * 22), "bot")
