"""What an answer shows first, and what it leaves to the full text."""

import pytest

from bot import words
from bot.showing import GIST, asked_for, figured, gist, shown
from bot.text import Text
from store.model import Article, Candidate, Passage
from tests.conftest import Chat

SUMMARY = "石桥县修好了三座便桥。县里派了两名技术员，在村里住了一个月，等桥面干透才离开。"


def bold(text: Text) -> list[str]:
    """What stands in bold below the heading."""
    marks = [mark for mark in text.marks if mark.style == "bold"]
    return [text.plain[mark.start : mark.end] for mark in marks[1:]]


def candidate(said: str, *matching: str) -> Candidate:
    """A candidate with one passage, of which the words given match."""
    ranges = tuple((said.index(word), said.index(word) + len(word)) for word in matching)
    article = Article("a", 1, "便桥修好了", "news", (said,), summary=SUMMARY)
    return Candidate(article, 0.9, (Passage(said, 0, ranges),))


def test_the_passage_stands_before_the_summary(chat: Chat) -> None:
    said = chat.say("柳湾县作坊怎么分红").text.plain
    assert said.index("一千六百元") < said.index(words.SUMMARY)


@pytest.mark.parametrize(
    "question", ["便桥修了几座", "什么时候修好便桥", "便桥是谁写的", "修桥的人是谁"]
)
def test_who_asks_for_one_fact_gets_no_summary(question: str) -> None:
    found = candidate("今年三月，石桥县的便桥修好了四座，村民过河不用再绕路。", "便桥")
    assert words.SUMMARY not in shown(found, question).plain
    assert words.SUMMARY in shown(found, "便桥").plain


def test_a_summary_that_the_passage_says_is_not_said_again() -> None:
    assert words.SUMMARY not in shown(candidate(SUMMARY, "便桥"), "便桥").plain


def test_the_figure_that_was_asked_for_is_in_bold_with_its_unit() -> None:
    said = "县里派了2名技术员。石桥县今年修好便桥14座，共花去两百三十万元。"
    found = candidate(said, "修好便桥")
    assert bold(shown(found, "修好便桥多少座")) == ["修好便桥14座", "两百三十万元"]
    assert bold(shown(found, "修好便桥")) == ["修好便桥"]


def test_a_passage_with_the_figure_stands_before_one_without() -> None:
    plain, counted = "石桥县修好便桥，村民高兴。", "石桥县修好便桥14座。"
    ranges = ((3, 7),)
    article = Article("a", 1, "便桥修好了", "news", (plain, counted))
    found = Candidate(article, 0.9, (Passage(plain, 0, ranges), Passage(counted, 1, ranges)))
    asked, about = shown(found, "修好便桥多少座").plain, shown(found, "修好便桥").plain
    assert asked.index(counted) < asked.index(plain)
    assert about.index(plain) < about.index(counted)


def test_figures_far_from_every_match_stay_plain() -> None:
    said = "石桥县修桥，村里的老人和孩子每天要多走好几里山路才能到对岸去上学，共有120人。"
    (passage,) = candidate(said, "修桥").passages
    assert figured(passage) == []


def test_the_day_that_was_asked_for_is_in_bold() -> None:
    found = candidate("石桥县3月8日开工修桥，月底完工。", "开工修桥")
    assert bold(shown(found, "哪天开工修桥")) == ["3月8日", "开工修桥"] or bold(
        shown(found, "哪天开工修桥")
    ) == ["3月8日开工修桥"]


def test_a_short_summary_is_cut_where_a_sentence_or_a_clause_ends() -> None:
    assert gist(SUMMARY) == SUMMARY
    assert gist(SUMMARY * 2) == SUMMARY + "石桥县修好了三座便桥。"
    long = "石桥县修好了三座便桥，" + "村里的老人和孩子都来看" * 8 + "。"
    assert gist(long) == "石桥县修好了三座便桥" + words.CUT
    assert all(len(gist(text)) <= GIST + len(words.CUT) for text in (SUMMARY, long, "字" * 200))
    assert gist("字" * 200) == gist("") == ""


@pytest.mark.parametrize(
    ("question", "kind"),
    [("什么時候開課", "number"), ("有多少人", "number"), ("谁写的", "writer"), ("作坊", "")],
)
def test_what_sort_of_answer_is_wanted(question: str, kind: str) -> None:
    assert asked_for(question) == kind


def test_candidates_that_have_little_to_do_with_the_question_are_not_listed(chat: Chat) -> None:
    chat.say("党员有哪些权利")
    assert words.BUTTON_MORE not in chat.labels
    chat.say("短讯")
    assert words.BUTTON_MORE in chat.labels


def test_a_place_that_is_in_the_paper_is_offered_when_the_answer_is_not(chat: Chat) -> None:
    said = chat.say("桐岗县有没有飞机场和高速铁路").text.plain
    assert said.startswith("报上有桐岗县的文章，但没有找到")
    assert "雪后送药" in [*chat.labels, *chat.press("看桐岗县的文章").text.plain, *chat.labels]


def test_only_what_is_nearly_as_close_as_the_closest_is_related(chat: Chat) -> None:
    chat.say("/start a_4")
    assert "党员享有的权利" in chat.reply.text.plain
    chat.say("相关")
    assert chat.labels == ["入党申请书怎么写"]


def test_nothing_is_related_rather_than_something_unlike(chat: Chat) -> None:
    for number in (1, 2, 3):
        chat.say(f"/start a_{number}")
        assert chat.say("相关").text.plain == words.NO_RELATED


LIST = ("护林员的职责：", "（一）看火情。", "（二）修步道。", "（三）报虫害。", "（四）种树苗。")


def listing(at: int, *, captions: tuple[str, ...] = ()) -> Candidate:
    """A candidate with a list, of which the paragraph `at` is the passage."""
    article = Article(
        "a", 1, "护林员的职责", "news", LIST, captions=captions, authors=("郎小舟", "尹小川")
    )
    return Candidate(article, 0.9, (Passage(LIST[at], at, ()),))


def test_several_items_asked_for_are_quoted_together() -> None:
    said = shown(listing(1), "护林员职责的前三项").plain
    assert "（一）看火情。\n（二）修步道。\n（三）报虫害。" in said
    assert "（四）" not in said
    assert "（三）报虫害。\n（四）种树苗。" in shown(listing(3), "护林员的最后两项职责").plain


def test_one_item_asked_for_is_quoted_alone() -> None:
    article = Article("a", 1, "护林员的职责", "news", LIST)
    found = Candidate(article, 0.9, (Passage(LIST[3], 3, ()), Passage(LIST[4], 4, ())))
    assert "（四）" not in shown(found, "护林员的第三项职责").plain
    assert "（四）" in shown(found, "护林员报不报虫害").plain


def test_how_many_items_a_list_has_is_told() -> None:
    assert words.ITEMS.format(title="护林员的职责", count=4) in shown(
        listing(1), "护林员有几项职责"
    ).plain
    assert "共 4 项" not in shown(listing(1), "护林员的职责有哪些").plain
    assert "项。" not in shown(candidate("修桥二百座。"), "修桥有几项").plain


@pytest.mark.parametrize(
    "asked", ["护林员的职责是谁写的", "护林员的职责那篇的通讯员是谁", "郎小舟和谁一起写的护林员"]
)
def test_who_wrote_it_is_answered_by_name(asked: str) -> None:
    line = words.AUTHOR_LINE.format(authors="郎小舟、尹小川")
    assert line in shown(listing(1), asked).plain
    assert line in shown(listing(1), asked, brief=True).plain
    assert line not in shown(listing(1), "护林员的职责").plain


def test_who_took_the_picture_is_told_apart_from_who_wrote() -> None:
    found = listing(1, captions=("护林员在山上。岳明摄",))
    assert words.PHOTO_LINE.format(names="岳明") in shown(found, "谁拍的护林员照片").plain
    assert "岳明" not in shown(found, "护林员的职责是谁写的").plain.split("（一）")[0]


def test_what_is_not_signed_is_said_not_to_be() -> None:
    assert words.NO_BYLINE in shown(candidate("修桥。"), "修桥是谁写的").plain
