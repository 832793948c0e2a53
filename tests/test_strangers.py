"""Names that a question gives by its form alone."""

import pytest

from store.fold import fold
from store.strangers import owner, strangers


def read(question: str) -> list[tuple[str, str]]:
    return [(one.kind, one.said) for one in strangers(fold(question), [])]


@pytest.mark.parametrize(
    ("question", "named"),
    [
        ("马德海写的巡山", [("author", "马德海")]),
        ("有没有马德海采写的报道", [("author", "马德海")]),
        ("记者马德海的文章", [("author", "马德海")]),
        ("通讯员：马海，写河长的", [("author", "马海")]),
        ("欧阳德海拍的照片", [("author", "欧阳德海")]),
        ("新林日报的河长", [("paper", "新林日报")]),
        ("转载新林青年报的评论", [("paper", "新林青年报")]),
        ("健康生活栏目的巡山", [("column", "健康生活")]),
        ("“健康生活”专栏", [("column", "健康生活")]),
        ("和田日报的河长", [("paper", "和田日报")]),
        ("呼和浩特晚报的河长", [("paper", "呼和浩特晚报")]),
        ("马德海在新林日报写的", [("paper", "新林日报")]),
    ],
)
def test_the_form_tells_a_name(question: str, named: list[tuple[str, str]]) -> None:
    assert read(question) == named


@pytest.mark.parametrize(
    "question",
    [
        "谁写的河长", "党员写的心得", "高中生写的信", "林业局写的通知", "申请书是怎么写的",
        "他写了什么", "老师写的评语", "什么栏目", "这个栏目有什么", "新开设的栏目", "这份日报",
        "日报社在哪里", "记者是谁", "记者说了什么", "报纸上的河长",
    ],
)  # fmt: skip
def test_other_words_before_the_same_forms_are_no_names(question: str) -> None:
    assert read(question) == []


def test_what_is_already_understood_is_not_read_again() -> None:
    assert list(strangers("马德海写的巡山", [(0, 5)])) == []


def test_a_question_may_begin_with_whose_work_it_asks_for() -> None:
    assert owner("谷雨", "谷雨的手机课") == (0, 2)
    assert owner("申望川", "申望川同志的小事") == (0, 3)
    for name, question in (
        ("申望川", "找申望川的小事"),
        ("申望川", "申望川去过哪里"),
        ("组织部", "组织部的通知"),
    ):
        assert owner(name, question) is None
