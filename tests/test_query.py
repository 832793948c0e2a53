"""Questions as people type them."""

import pytest

from store.query import understand


@pytest.mark.parametrize(
    ("typed", "left"),
    [
        ("请问一下清河县修了多少公里渠道，谢谢", "清河县修了\n公里渠道"),
        ("柳河镇的水渠是什么时候修好的？", "柳河镇的水渠是\n修好的"),
        ("為什麼要清淤", "要清淤"),
    ],
)
def test_politeness_and_question_words_are_taken_out(typed: str, left: str) -> None:
    assert understand(typed).chars == left


def test_a_question_of_question_words_alone_keeps_them() -> None:
    assert understand("为什么").chars == "为什么"


@pytest.mark.parametrize(
    ("typed", "kind"),
    [("水渠清淤是谁写的", "writer"), ("修了多少公里", "number"), ("王小满是谁", "person"),
     ("第六项权利", "item"), ("水渠清淤", "")],
)
def test_the_kind_of_answer_wanted_is_seen(typed: str, kind: str) -> None:
    assert understand(typed).kind == kind


def test_the_items_asked_for_are_read() -> None:
    items = understand("护林员职责的前三项").items
    assert items is not None
    assert items.numbers == (1, 2, 3)


def test_terms_across_a_typed_space_are_loose() -> None:
    loose = {term.text: term.loose for term in understand("清淤 水渠").char_terms}
    assert loose == {"清淤": False, "淤水": True, "水渠": False}


def test_pinyin_and_characters_mix() -> None:
    assert understand("清淤 shuiqu").sound == understand("清淤水渠").sound


@pytest.mark.parametrize("typed", ["", "   ", "？！", "😀😀", "\0", "a"])
def test_nothing_typed_is_no_term_and_no_failure(typed: str) -> None:
    assert understand(typed).char_terms == ()


def test_the_number_of_an_item_is_no_word_to_look_for() -> None:
    assert understand("护林员的第三项职责").chars == "护林员的\n职责"
    assert understand("第三座水库").chars == "第三座水库"


def test_talk_to_the_bot_keeps_all_its_words() -> None:
    assert not any(term.loose for term in understand("你是谁造的").char_terms)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("水费", "水费"), ("shuifei", "水费"), ("渠水入河", "渠水入河"), ("加固河堤", "加固河堤"),
     ("jiagu shuiku shi shui", "加固水库")],
)
def test_a_word_that_sounds_like_a_question_word_stays(typed: str, meant: str) -> None:
    assert understand(typed).sound == understand(meant).sound
    assert len(understand(typed).sound_terms) >= len(meant) - 1


@pytest.mark.parametrize(
    "typed", ["修渠的人是shui", "xiu qu de ren shi shui", "xiuquderen shishui"]
)
def test_a_question_word_in_pinyin_is_taken_out(typed: str) -> None:
    assert understand(typed).sound == understand("修渠的人是谁").sound


def test_pinyin_among_characters_is_no_letters_to_look_for() -> None:
    assert understand("清淤 shuiqu").letters == "清淤"
    assert understand("APP缴费").letters == "app缴费"


@pytest.mark.parametrize(
    ("typed", "left"),
    [("书吧", "书吧"), ("茶吧在哪", "茶吧在"), ("吧台", "吧台"), ("呢子大衣", "呢子大衣"),
     ("水渠清淤呢", "水渠清淤"), ("清淤了吧", "清淤了"), ("去看书吧", "去看书"), ("是吧", "是")],
)  # fmt: skip
def test_a_particle_inside_a_word_is_none(typed: str, left: str) -> None:
    assert understand(typed).chars == left
