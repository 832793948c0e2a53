"""Whether an article tells what is asked about a life: ages, relatives, beginnings."""

import pytest

from store.background import background
from store.demands import untold
from tests.newsroom import article

TEXT = (
    "石桥村的老羊倌段春来今年七十三岁，放羊四十年。他的老伴去年走了，女儿在镇上开理发店，孩子都大了。",
    "2019年春天，村里修起了羊圈，占地两亩。党支部书记何大川说，羊毛合作社是2021年成立的。",
    "技术员罗小满毕业于农业大学。加工点设在小学旁边，2022年10月投产，用了八年的机器还在转。",
)
SILENT = (
    "石桥村党支部书记何大川说，羊倌的渡船撑了三十一年，孩子们坐船上学。",
    "七十三岁的段春来爱唱歌，今年要给加工点添一条线。",
)


def silent(asked: str, *paragraphs: str) -> bool:
    """Whether an article of these paragraphs does not tell what is asked."""
    told = article(1, "石桥村的羊", paragraphs=paragraphs)
    return untold(asked, told, 5000, background())


@pytest.mark.parametrize("asked", [
    "段春来多大了", "段春来今年多大岁数", "段春来几岁了", "姓段的老羊倌多大年纪", "段春来的爱人呢",
    "段春来的女儿做什么", "羊圈是哪年修的", "合作社哪一年成立的", "合作社什么时候成立",
    "罗小满毕业于哪所大学", "加工点的地址", "加工点什么时候投产", "羊圈有多大面积", "羊圈多大",
    "放羊的老人今年多大岁数", "高龄的母亲", "石桥村的支书是谁",
])  # fmt: skip
def test_what_is_printed_of_a_life_is_told(asked: str) -> None:
    assert not silent(asked, *TEXT)


@pytest.mark.parametrize("asked", [
    "何大川多大了", "何大川今年多大岁数", "何大川的爱人", "段春来的女儿在哪上班", "渡船是哪年造的",
    "何大川毕业于哪所大学", "段春来什么时候出生", "加工点什么时候投产", "加工点的地址",
    "渡口有多大面积", "何大川  多大岁数",
])  # fmt: skip
def test_a_name_or_a_number_of_years_alone_tells_nothing_of_a_life(asked: str) -> None:
    assert silent(asked, *SILENT)


@pytest.mark.parametrize(("asked", "told", "other"), [
    ("何大川是哪一年生的", "何大川1953年出生。", "何大川2019年回村。"),
    ("何大川哪年生人", "何大川生于1953年。", "何大川2019年回村。"),
    ("段春来什么时候退休", "段春来2021年退休。", "段春来2021年回村。"),
    ("段春来什么时候入的党", "段春来1986年入党。", "段春来1986年回村。"),
    ("罗小满哪年参军", "罗小满2003年入伍。", "罗小满2003年回村。"),
    ("何大川什么时候去世的", "何大川去年病逝。", "何大川去年回村。"),
    ("两人什么时候结婚", "两人2018年成婚。", "两人2018年相识。"),
    ("段春来什么时候当选副局长", "段春来2021年当选副局长。", "段春来2021年回局里。"),
    ("罗小满哪年参加工作的", "罗小满2003年分配到镇上。", "罗小满2003年学会游泳。"),
    ("夜校什么时候开学", "夜校9月1日开班。", "夜校9月1日写信。"),
    ("两人哪一年结婚", "1975年，两人成了家。", "1975年，两人学会撑船。"),
    ("罗小满何时担任校长", "罗小满2015年起任校长。", "罗小满2015年调来，校长姓段。"),
    ("段春来的爱人是谁", "段春来的妻子也是羊倌。", "段春来也是羊倌。"),
])  # fmt: skip
def test_an_event_of_a_life_is_told_by_a_word_for_it(asked: str, told: str, other: str) -> None:
    assert not silent(asked, told)
    assert silent(asked, other)
