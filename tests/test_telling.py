"""Which sentence tells what is asked for."""

import pytest

from store.background import background
from store.match import weigh
from store.model import Article
from store.passages import passages
from store.query import understand
from store.telling import LEAST, tellings, told


def tells(question: str, *sentences: str) -> list[float]:
    """How far each sentence by itself tells what a question asks for."""
    return [next(told(question, [sentence])) for sentence in sentences]


def first(question: str, *paragraphs: str) -> str:
    """The first passage of an article for a question."""
    wanted = weigh(understand(question), {}, 1000, background())
    return passages(wanted, Article("a", 1, "山里的事", "news", paragraphs))[0].text


@pytest.mark.parametrize(
    ("question", "better", "worse"),
    [
        ("办了多少场讲座", "共办讲座32场,听的人很多。", "5月2日办讲座,来了90人。"),
        ("有多少护林员", "全县有3200多名护林员。", "派出12名在职教师护林员去看。"),
        ("修桥花了多少万元", "修桥花了40多万元。", "40人修桥,有1万元工钱。"),
        ("镇党委书记是谁", "镇党委书记赵宏说。", "原镇党委书记赵宏退了休。"),
        ("镇党委书记是谁", "镇党委书记赵宏说。", "村党支部书记赵宏说。"),
        ("种了哪些菜", "豆角、丝瓜、茄子等菜苗种好了。", "锄头、水桶、铁锹等工具带来了。"),
        ("准备了哪些物资", "备好沙袋、铁丝、木桩等物资。", "大家忙着准备物资。"),
        ("种了些什么菜", "豆角、丝瓜、茄子等菜苗种好了。", "大家在菜园种菜。"),
        ("一加n加x是什么意思", "建成“1+n+x”的网络。", "大家说得很有意思。"),
        ("来了一百零五人的那回", "那回来了105人。", "那回来了很多人。"),
        ("来了一百多人的那回", "那回来了120多人。", "那回来了很多人。"),
        ("姓段的  多大岁数了", "段春来今年七十三岁。", "何大川今年六十岁。"),
        ("段春来多大", "段春来今年七十三岁。", "段春来放羊四十年。"),
        ("什么时候通车", "大桥3月8日通车。", "大桥通车让村民高兴。"),
        ("修渠花了多少钱", "修渠投入资金12万元。", "修渠用了12天。"),
        ("果农卖了多少", "果子销售额12万元。", "果农领到补助12万元。"),
        ("合作社亏了多少钱", "头一年赔进去3万元。", "合作社账上有3万元。"),
        ("救了多少人", "一夜救出53人。", "村里有53人。"),
        ("买了几辆车", "合起来买下五辆客车。", "院里停着五辆客车。"),
        ("旱天先给谁放水", "定下“先菜地、后鱼塘”的规矩。", "先开会。"),
        ("旱天先给谁放水", "放水的次序贴在墙上。", "村里放水。"),
        ("是谁劝住了大家", "老支书赵宏一家一家劝。", "大家劝来劝去。"),
    ],
)
def test_the_sentence_with_the_thing_itself_tells_more(
    question: str, better: str, worse: str
) -> None:
    good, bad = tells(question, better, worse)
    assert good > bad


def test_where_a_sentence_tells_it_outright_the_others_have_only_the_form() -> None:
    rows = ["锄头、水桶、铁锹等工具带来了。", "豆角、丝瓜、茄子等菜苗种好了。"]
    assert list(told("种了哪些菜", rows)) == [LEAST, 1.0]
    assert list(told("种了哪些菜", rows[:1])) > [LEAST]


def test_the_only_figure_of_its_measure_is_likely_the_one_asked_for() -> None:
    lone = ["那天捞起41箱,人人叫好。", "渔船停了。", "网补好了。"]
    among = [*lone[:2], "又补了2箱,装了3箱。"]
    sole, one_of_two = (next(told("一共有几箱", said)) for said in (lone, among))
    assert sole > one_of_two
    assert list(told("一共有多少", lone)) == [LEAST, 0.0, 0.0]


def test_a_question_of_matter_alone_asks_no_sentence_to_tell() -> None:
    assert tellings("水渠清淤的经验") == []


def test_the_figure_beside_its_noun_beats_more_words_without_it() -> None:
    said = first(
        "全县开展了多少场护渠讲座",
        "3月5日起,全县各镇开展了多种多样的护渠讲座,全县村民都说开展得好,5月又有两镇开讲。",
        "目前开展护渠讲座320场,听讲的人挤满了院子。" + "大家还要去看看上游的堤坝。" * 20,
        "结束以后大家各自回村。",
    )
    assert "320场" in said


def test_the_office_of_today_stands_before_that_of_yesterday() -> None:
    said = first(
        "后坡村党支部书记是谁",
        "后坡村原村党支部书记年纪大了,后坡村的工作没有人管,后坡村的村民有意见。",
        "“路修好了。”村党支部书记赵宏说。",
    )
    assert "赵宏" in said


def test_the_sum_asked_for_beats_the_words_of_the_place() -> None:
    said = first(
        "柳沟村戏台翻修花了多少钱",
        "柳沟村的戏台有些年头,柳沟村的村民说了好几年。",
        "瓦匠、木匠都是本村的,干了两个月,材料费3.2万元由大家凑。",
        "锣鼓一响,人都来了。",
    )
    assert "3.2万元" in said


def test_the_place_that_the_opening_names_holds_for_all_that_follows() -> None:
    said = first(
        "青石镇柳沟村的锣鼓哪里来的",
        "青石镇柳沟村在山里。",
        "戏是自己办的,锣鼓是借来的。",
    )
    assert said.startswith("戏是")
