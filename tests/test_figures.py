"""Figures with the measure word asked for, beside what they count."""

import pytest

from store.figures import counted

TEXT = (
    "柳湾县建起座大棚，有38座温室大棚、1.2万头骆驼。"
    "第一小学的孩子种了二十余株杏树;\n今年收了900多公斤，分5方面使用。"
)


@pytest.mark.parametrize(("measure", "word"), [
    ("座", "大棚"), ("个", "大棚"), ("头", "骆驼"), ("只", "骆驼"), ("株", "杏树"), ("棵", "杏树"),
    ("斤", ""), ("", "温室"), ("个", "方面"), ("头", "落驼"),
])  # fmt: skip
def test_a_figure_stands_beside_its_noun(measure: str, word: str) -> None:
    assert counted(measure, [word] if word else [], TEXT)


@pytest.mark.parametrize(("measure", "word"), [
    ("亩", "大棚"), ("亩", ""), ("名", "孩子"), ("", "孩子"), ("头", "奶牛"), ("株", "大棚"),
    ("", "奶牛"),
])  # fmt: skip
def test_another_measure_word_or_noun_is_another_figure(measure: str, word: str) -> None:
    assert not counted(measure, [word] if word else [], TEXT.replace("二十余株杏树", "杏树"))
