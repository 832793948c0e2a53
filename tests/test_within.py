"""A short question is told by the form of its answer beside the few words it has."""

import pytest

from store.model import Article
from store.within import aside, within

PIER = Article(
    "a",
    1,
    "渔港边的“晒网课”",
    "news",
    (
        "青螺县雾角镇的渔港边，每晚七点准时开课。镇党委副书记尤望海说，码头夜校是2019年建的，去年培训了1240人。",
        "渔民曲阿满今年六十三岁，他卖出干贝8.6吨，收入12万元。七十岁以上的学员免费，其他人每课收3元。",
        "夜校先后请来兽医、船工、会计等9种行当的师傅，还配了32张木桌。办在船坞里，是因为那里不怕台风。",
    ),
)


@pytest.mark.parametrize(
    ("asked", "held"),
    [
        ("多少吨", "8.6吨"),
        ("培训了多少人", "1240人"),
        ("怎么收费", "收3元"),
        ("哪年建的？", "2019年建的"),
        ("副书记是谁", "尤望海"),
        ("他多大了", "六十三岁"),
        ("在哪", "雾角镇"),
        ("地址在哪", "雾角镇"),
        ("那收入多少钱", "12万元"),
        ("请了哪些师傅", "兽医、船工"),
        ("木桌呢", "32张木桌"),
        ("为什么", "因为那里不怕台风"),
    ],
)
def test_what_the_article_tells_is_quoted_from_it(asked: str, held: str) -> None:
    said = aside(asked)
    assert said is not None
    found = within(said, PIER)
    assert any(held in passage.text for passage in found)
    assert all(passage.text in PIER.paragraphs[passage.paragraph] for passage in found)


@pytest.mark.parametrize(
    "asked",
    ["电话呢", "多少头", "镇长是谁", "哪年拆的", "灯塔呢", "奖金多少", "有哪些船厂", "书记是谁呢"],
)
def test_what_the_article_does_not_tell_is_not_quoted(asked: str) -> None:
    said = aside(asked)
    assert said is not None
    assert within(said, PIER) == ()


@pytest.mark.parametrize(
    "asked",
    [
        "渔港", "码头夜校请来的木雕师傅是谁", "青螺县今年的干贝收入是多少", "夜校手机课", "呢",
        "多少", "党员的权利和义务有哪些", "你多大了",
    ],
)  # fmt: skip
def test_what_has_a_matter_of_its_own_is_no_such_question(asked: str) -> None:
    assert aside(asked) is None
