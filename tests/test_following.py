"""Follow-ups: what was shown last is what 谁写的, 第三项呢 and 全文 are about."""

from datetime import timedelta
from typing import Any

import pytest

from bot import words
from bot.talk import Reader
from store import articles
from store.database import Store
from store.lists import listed
from store.model import Article
from store.talks import FOLLOW_UP
from tests.conftest import Chat
from tests.playing import Play
from tests.recording import BOT, message

RIGHTS = "党员享有的权利"


def title(chat: Chat) -> str:
    """The title of the article that the last reply shows."""
    marked = next(mark for mark in chat.reply.text.marks if mark.style == "bold")
    return chat.reply.text.plain[marked.start : marked.end]


@pytest.mark.parametrize(
    "shows", ["/random", "每周一学", "/start a_4", "/regions 后坡村", "/authors 祝青山"]
)
@pytest.mark.parametrize("asked", ["谁写的", "誰寫的？", "全文", "哪天登的", "这篇是什么时候发的"])
def test_a_follow_up_is_about_what_was_shown_last(chat: Chat, shows: str, asked: str) -> None:
    chat.say(RIGHTS)
    (number,) = chat.say(shows).articles
    assert chat.say(asked).articles == (number,)


def test_an_article_behind_a_button_is_what_is_spoken_of(chat: Chat) -> None:
    chat.say(RIGHTS)
    chat.say("/latest")
    chat.press("雪后送药")
    chat.say("作者是谁")
    assert title(chat) == "雪后送药"


def test_an_item_of_the_study_corner_is_spoken_of(chat: Chat) -> None:
    chat.say("/weekly")
    assert "三、写清楚今后打算怎么做" in chat.say("第三项呢").text.plain


def test_a_miss_keeps_what_is_spoken_of(chat: Chat) -> None:
    chat.say(RIGHTS)
    assert "没有找到" in chat.say("火星上有没有水").text.plain
    chat.say("全文")
    assert title(chat) == RIGHTS


def test_an_item_beyond_the_last_is_said_to_be_none(chat: Chat) -> None:
    chat.say(RIGHTS)
    said = words.ONLY_ITEMS.format(title=RIGHTS, count=8)
    for asked in (
        "第九项",
        "第九项呢",
        "第九项是什么意思",
        "第九项讲什么",
        "第9条",
        "第九项权利是什么",
    ):
        assert chat.say(asked).text.plain == said
    assert "提出自己的建议" in chat.say("第三项呢").text.plain


@pytest.mark.parametrize(
    ("asked", "wanted"),
    [
        ("前三项", (1, 2, 3)),
        ("那前两条呢", (1, 2)),
        ("最后两项是什么", (7, 8)),
        ("后3项", (6, 7, 8)),
        ("第一到第三项", (1, 2, 3)),
        ("第2-4条", (2, 3, 4)),
        ("第六至第十项", (6, 7, 8)),
        ("第一项和第五项分别是什么", (1, 5)),
        ("第三、四项", (3, 4)),
        ("前二十项", (1, 2, 3, 4, 5, 6, 7, 8)),
    ],
)
def test_several_items_are_quoted_in_order(chat: Chat, asked: str, wanted: tuple[int, ...]) -> None:
    (number,) = chat.say(RIGHTS).articles
    held = listed(articles.get(chat.talk.store, number))
    quoted = [line for line in chat.say(asked).text.plain.split("\n") if line in held]
    assert quoted == [held[at - 1] for at in wanted]


def test_items_all_beyond_the_last_are_said_to_be_none(chat: Chat) -> None:
    chat.say(RIGHTS)
    said = words.ONLY_ITEMS.format(title=RIGHTS, count=8)
    assert chat.say("第十到十二项").text.plain == said


def test_several_items_of_nothing_shown_are_a_question(chat: Chat) -> None:
    assert chat.say("前三项呢").text.plain == words.NOTHING_BEFORE
    assert "没有找到" in chat.say("前三项").text.plain


def test_an_item_of_something_else_is_a_question(chat: Chat) -> None:
    chat.say("入党申请书怎么写")
    assert "有权到场说明" in chat.say("第六项权利").text.plain


def test_an_article_of_the_papers_own_has_no_source(chat: Chat) -> None:
    chat.say("/start a_1")
    assert words.NO_SOURCE in chat.say("来源").text.plain
    chat.say(RIGHTS)
    assert words.NO_SOURCE not in chat.say("来源").text.plain


def test_an_article_without_a_list_has_no_items(chat: Chat) -> None:
    chat.say("/start a_1")
    assert "没有分项" in chat.say("第二项呢").text.plain


def test_of_a_list_one_article_is_meant_by_its_place(chat: Chat) -> None:
    second = chat.say("/latest").articles[1]
    assert chat.say("第二篇").articles == (second,)


def test_of_several_articles_the_reader_is_asked_which(chat: Chat) -> None:
    chat.say("/latest")
    for asked in ("谁写的", "全文", "第三项呢", "相关"):
        assert chat.say(asked).text.plain == words.WHICH_ARTICLE
    chat.press("雪后送药")
    assert title(chat) == "雪后送药"


def test_what_an_article_says_in_short_is_its_summary(chat: Chat) -> None:
    chat.say("/start a_1")
    assert "三十一名作坊理事" in chat.say("这篇讲的什么？").text.plain


def test_an_article_without_a_byline_says_so(chat: Chat) -> None:
    chat.say(RIGHTS)
    assert words.NO_BYLINE in chat.say("谁写的").text.plain


def test_what_was_shown_long_ago_is_not_spoken_of_any_more(samples: Store) -> None:
    chat = Chat(samples, Reader(7, 7))
    chat.say(RIGHTS)
    chat.later(FOLLOW_UP + timedelta(minutes=1))
    chat.say("/help")
    assert chat.say("全文").text.plain == words.NOTHING_BEFORE


@pytest.mark.parametrize("asked", ["还有吗", "下一页", "复制引文", "有用", "分享", "相关"])
def test_words_on_buttons_refer_to_nothing_before_anything_was_shown(
    chat: Chat, asked: str
) -> None:
    assert chat.say(asked).text.plain == words.NOTHING_BEFORE


def test_typed_words_do_what_the_buttons_under_an_answer_do(chat: Chat) -> None:
    chat.say("柳湾县作坊怎么分红")
    number = chat.reply.articles[0]
    assert chat.say("复制引文").text.plain.startswith("《小磨坊转出大日子")
    assert chat.say("分享").buttons[0][0].share == f"a_{number}"
    assert chat.say("订阅同类").text.plain == words.SUBSCRIBE_LIKE
    assert chat.say("有用").text.plain == words.THANKS
    assert number not in chat.say("更多").articles
    chat.say("/start a_1")
    assert "相关的文章" in chat.say("相关").text.plain


def test_typed_words_turn_the_pages_of_a_list(chat: Chat) -> None:
    newest = chat.say("/weekly").articles
    older = chat.say("下一页").articles
    assert older != newest
    assert chat.say("上一篇").articles == newest
    assert chat.say("上一页").text.plain == words.NO_MORE


def test_after_a_list_was_shown_whole_there_is_no_more(chat: Chat) -> None:
    chat.say("/authors 尹小川")
    assert chat.say("还有吗").text.plain == words.NO_MORE


def test_a_name_shown_on_a_button_can_be_typed(chat: Chat) -> None:
    chat.say("/columns")
    assert title_of_list(chat.say("短讯").text.plain) == "短讯"


def title_of_list(text: str) -> str:
    """The head of a list."""
    return text.partition("\n")[0]


def test_another_one_after_an_article_by_chance_is_another_one(chat: Chat) -> None:
    chat.say("/random")
    assert chat.say("还有吗").articles
    assert words.BUTTON_ANOTHER in chat.labels


def replying(text: str, update: int, label: str, data: str, head: str = "…") -> dict[str, Any]:
    """A reader's reply, in a group, to a message of ours with a button."""
    ours = message(head, update=900, chat=-70)["message"] | {"from": BOT}
    ours["reply_markup"] = {"inline_keyboard": [[{"text": label, "callback_data": data}]]}
    return message(text, update=update, chat=-70, user=8, reply_to_message=ours)


def test_a_reply_to_an_older_message_is_about_that_one(play: Play) -> None:
    first = replying("谁写的", 1, "相关", "r:1")
    sent = play(first, replying("第三项呢", 2, "相关", "r:4")).sent()
    assert "祝青山、郁小满" in sent[0]["text"]
    assert "提出自己的建议" in sent[1]["text"]


def test_a_reply_to_a_list_may_name_a_value_or_a_button(play: Play) -> None:
    head = words.COLUMNS
    (turned,) = play(replying("下一页", 1, words.FORWARD, "w:1", head)).sent()
    assert RIGHTS in turned["text"]
    (named,) = play(replying("短讯", 2, words.FORWARD, "w:1", head)).sent()
    assert named["text"].startswith("短讯")


def test_a_number_alone_opens_the_article_that_an_alert_numbers(chat: Chat) -> None:
    second = chat.say("/latest").articles[1]
    assert chat.say("2").articles == (second,)


def test_in_a_group_follow_ups_are_asked_with_the_command(group: Chat) -> None:
    group.say("/ask 党员享有的权利")
    assert "提出自己的建议" in group.say("/ask 第三项呢").text.plain
    assert title_of_list(group.say("/ask 全文").text.plain) == RIGHTS


def test_an_article_shown_alone_is_the_first_of_one(chat: Chat) -> None:
    assert chat.say("第一篇").text.plain == words.NOTHING_BEFORE
    (number,) = chat.say("/start a_4").articles
    assert chat.say("第一篇").articles == (number,)
    assert chat.say("第二篇").text.plain == words.NO_MORE


@pytest.mark.parametrize("asked", ["这篇是哪个地方的", "哪个县的？", "什么栏目", "来源是哪里"])
def test_where_an_article_belongs_is_told_from_its_heading_and_credits(
    chat: Chat, asked: str
) -> None:
    chat.say("/start a_2")
    said = chat.say(asked).text.plain
    assert "先锋在前" in said
    assert "桐岗县" in said


def test_a_verdict_without_a_question_asks_for_one(chat: Chat) -> None:
    chat.say("/start a_2")
    assert chat.say("没帮助").text.plain == words.NO_QUESTION


def test_what_is_dropped_is_no_question(chat: Chat) -> None:
    chat.say("/start a_2")
    assert chat.say("算了").text.plain == words.AGREED
    chat.say("/subscribe")
    chat.press(words.BUTTON_WORDS)
    assert chat.say("取消").text.plain == words.CANCELLED
    assert "关键词" not in chat.say("夜校手机课").text.plain


def test_the_last_of_a_list_and_how_long_it_is(chat: Chat) -> None:
    chat.say(RIGHTS)
    assert "(八)" in chat.say("最后一项").text.plain
    assert chat.say("一共几项？").text.plain == words.ITEMS.format(title=RIGHTS, count=8)
    last = chat.say("/latest").articles[-1]
    assert chat.say("最后一篇").articles == (last,)


def test_how_many_is_a_question_where_nothing_is_numbered(chat: Chat) -> None:
    chat.say("/start a_1")
    assert not chat.say("一共有几条").text.plain.startswith("《")


@pytest.mark.parametrize(
    ("told", "count"),
    [
        (("一、修渠。", "(一)备料；", "(二)开工。", "二、修桥。", "三、修路。"), 3),
        (("①修渠。②修桥。③修路。",), 3),
        (("（一）修渠。", "(二)修桥。"), 2),
        (("第一条 修渠。", "第二条 修桥。"), 2),
        (("修了3.5公里渠。",), 0),
    ],
)
def test_the_outer_list_is_counted_whatever_its_marks(told: tuple[str, ...], count: int) -> None:
    assert len(listed(Article("a", 1, "实事", "study", told))) == count
