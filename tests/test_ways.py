"""What typed words press, and what a message is about by the buttons under it."""

import pytest

from bot import words
from bot.courtesy import courtesy
from bot.reply import Button, say
from bot.ways import END, NONE, after, meant, under
from store.talks import NOTHING, Spoken

ANSWER = Spoken((3,), (("全文", "a:3"), ("更多", "q:9:0"), ("相关", "r:3"), ("有用", "v:9:1")))


@pytest.mark.parametrize(
    ("text", "data"),
    [
        ("全文", "a:3"),
        ("看全文", "a:3"),
        ("这篇的全文呢？", "a:3"),
        ("更多", "q:9:0"),
        ("还有别的吗", "q:9:0"),
        ("相關", "r:3"),
        ("复制引文", "cp:3"),
        ("分享", "gv:3"),
        ("订阅同类", "sk:3"),
        ("有用！", "v:9:1"),
        ("答得很好", "v:9:1"),
        ("很有帮助", "v:9:1"),
        ("不错", "v:9:1"),
        ("换一个", "q:9:0"),
        ("不是这篇", "q:9:0"),
        ("没帮助", NONE),
        ("下一页", END),
        ("党员有哪些权利", None),
        ("有用的人才", None),
        ("不对外开放", None),
        ("错了几处", None),
        ("？？", None),
    ],
)
def test_words_typed_press_the_button_they_stand_on(text: str, data: str | None) -> None:
    assert meant(ANSWER, text) == data


@pytest.mark.parametrize(
    "text", ["没帮助", "不对", "你答错了", "错了", "答非所问", "不是我要的", "回答不准"]
)
def test_who_says_that_an_answer_is_wrong_is_asked_why(text: str) -> None:
    assert meant(Spoken((3,), (("没帮助", "v:9:0"),)), text) == "v:9:0"
    assert meant(NOTHING, text) == NONE


def test_praise_of_nothing_in_particular_is_small_talk() -> None:
    assert meant(NOTHING, "很好") is None
    assert courtesy("很好") == courtesy("真厉害！") == words.WELCOME


def test_pages_are_turned_by_what_was_shown_last() -> None:
    spoken = Spoken((3,), ((words.BACKWARD, "w:0"), (words.FORWARD, "w:2")))
    assert [meant(spoken, text) for text in ("上一页", "下一篇", "翻页")] == ["w:0", "w:2", "w:2"]


def test_a_count_behind_a_name_need_not_be_typed() -> None:
    spoken = Spoken((), (("桐岗县 4", "g:5:0"), ("青禾日报 2026-03-17 7篇", "l:8:0")))
    assert meant(spoken, "桐岗县") == "g:5:0"
    assert meant(spoken, "青禾日报2026-03-17") == "l:8:0"


def test_without_anything_shown_words_on_buttons_refer_to_nothing() -> None:
    assert {meant(NOTHING, text) for text in ("全文", "更多", "下一页", "有用")} == {NONE}


def test_an_answer_can_be_judged_while_the_talk_stays_with_its_article() -> None:
    whole = say("全文", (Button("相关", "r:3"),), articles=(3,))
    assert meant(after(ANSWER, whole), "有用") == "v:9:1"
    assert meant(after(ANSWER, whole), "更多") == "q:9:0"
    other = say("另一篇", (Button("相关", "r:4"),), articles=(4,))
    assert meant(after(ANSWER, other), "有用") == NONE


def test_what_only_says_something_leaves_the_talk_as_it_was() -> None:
    assert after(ANSWER, say("没有找到")) == ANSWER


def test_a_message_is_about_the_article_its_buttons_belong_to() -> None:
    rivals = (("另一篇", "a:4"), *ANSWER.ways)
    assert under(rivals).articles == (3,)
    assert under([("雪后送药", "a:5"), ("夜里巡山", "a:6"), ("1/2", "x")]).articles == (5, 6)
    assert under([("1", "https://t.me/our_bot?start=a_5")]) == Spoken((5,), ())
    assert under([("每天一次", "t:when:daily")]).articles == ()


def test_another_candidate_leads_to_the_further_ones_of_the_same_question() -> None:
    spoken = Spoken((3,), (("乙", "a:4"), *ANSWER.ways))
    opened = after(spoken, say("乙", (Button("相关", "r:4"),), articles=(4,)))
    assert meant(opened, "更多") == "q:9:0"
    assert meant(opened, "有用") == NONE
