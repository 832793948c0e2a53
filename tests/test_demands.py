"""Whether an article tells the very thing a question asks for."""

from datetime import date
from pathlib import Path

import pytest

from store import answers
from store.background import background
from store.confidence import FOUND
from store.demands import untold
from store.model import Article
from tests.newsroom import article
from tests.question_sets import archive

TEXT = (
    "白桦县石门镇党委书记段春来介绍，去年镇里修渠12公里，投入86万元，惠及3个村的1200余名村民。",
    "镇卫生院院长罗小满每周三坐诊，请来八位老师傅教做豆腐，酒席每桌三百元。热线电话0990-6112233。",
    "参加修渠的还有柳河小学的学生。老党员何大川今年71岁，渠边养着二十头奶牛，忙了三个月。",
)
LIST = ("渠长的职责：", "一、看水。", "二、清淤。", "三、修闸。")

CHUNKS = 5000


def of(*paragraphs: str) -> Article:
    return article(1, "石门镇修渠记", paragraphs=paragraphs)


@pytest.mark.parametrize("asked", [
    "石门镇修渠多少公里", "修渠投入多少钱", "修渠花了几万元", "多少名村民受益", "惠及多少村民",
    "石门镇党委书记是谁", "卫生院院长是谁", "罗小满是谁", "何大川多少岁", "养了几头奶牛",
    "修渠用了多长时间", "有几位老师傅", "周几坐诊", "镇里的热线电话", "石门镇修渠是怎么回事",
    "养了多少头奶牛了你知道吗", "罗小曼是谁", "惠及几个村呢",
    "酒席多少钱一桌", "多久坐诊一次", "渠有多长", "请问修渠投入多少钱啊谢谢", "修渠的村民",
])  # fmt: skip
def test_what_is_printed_in_its_form_is_told(asked: str) -> None:
    assert not untold(asked, of(*TEXT), CHUNKS, background())


@pytest.mark.parametrize("asked", [
    "石门镇修渠多少亩", "白桦县委书记是谁", "石门镇镇长是谁", "卫生院护士长是谁",
    "柳河小学有多少学生", "柳河小学校长是谁", "渠边养了几只羊", "段春来多大年纪",
    "几点坐诊", "石门镇有多少人口", "奶牛多少钱一头", "修渠的评委是谁", "王小川是谁",
    "请了几位厨师", "罗小满是哪里人",
    "小麦产量是多少", "谁是工会主席", "修渠的主持人是谁",
])  # fmt: skip
def test_what_has_another_form_or_noun_is_not_told(asked: str) -> None:
    told = of(*TEXT[:1], TEXT[1].replace("三百元", "不贵"), TEXT[2])
    assert untold(asked, told, CHUNKS, background())


@pytest.mark.parametrize(("asked", "told", "silent"), [
    ("柳河村支书是谁", "柳河村党支部书记石大山", "石门镇党委书记段春来"),
    ("白桦县县长是谁", "白桦县委副书记、县长乔一木", "白桦县副县长乔一木"),
    ("白桦县副县长是谁", "白桦县副县长乔一木", "白桦县县长乔一木"),
    ("柳河村主任是谁", "柳河村村委会主任石大山", "白桦县石门镇办公室主任"),
])  # fmt: skip
def test_an_office_is_of_its_own_level(asked: str, told: str, silent: str) -> None:
    assert not untold(asked, of(told), CHUNKS, background())
    assert untold(asked, of(silent), CHUNKS, background())


def test_a_telephone_is_not_any_long_number() -> None:
    assert untold("水站的电话", of("水站今年供水11041吨，用户12366户。"), CHUNKS, background())
    assert untold("水站的电话", of("水站打出2906发炮弹。"), CHUNKS, background())
    assert not untold("水站的电话", of("请打12366。"), CHUNKS, background())


def test_one_family_is_no_number_of_people() -> None:
    assert untold("来了多少人", of("各族学生欢聚，一家亲，一个样。"), CHUNKS, background())


@pytest.mark.parametrize("asked", ["闸门有多高", "多久放一次水", "闸门修了多久"])
def test_a_length_and_a_time_are_figures_of_their_own(asked: str) -> None:
    silent = of("老党员罗小满35周岁，2025年8月25日修好了闸门，放了水。")
    assert untold(asked, silent, CHUNKS, background())
    assert not untold(asked, of("闸门高3米，用两个月修好，每周放水。"), CHUNKS, background())


@pytest.mark.parametrize("asked", [
    "搬家的有多少户搬迁", "有几户报名", "运费降低多少", "收成提高多少",
    "收成增加了多少",
])  # fmt: skip
def test_what_people_and_amounts_do_may_be_said_in_other_words(asked: str) -> None:
    told = of("十二户村民住进新房，运费省了三成，收成翻了一番。")
    assert not untold(asked, told, CHUNKS, background())


@pytest.mark.parametrize("asked", ["修渠的人是谁", "看水的生叫什么", "渠边住的人多少", "的人是谁"])
def test_somebody_may_be_asked_for_by_what_they_did_alone(asked: str) -> None:
    assert not untold(asked, of(*TEXT), CHUNKS, background())


def test_the_items_of_a_list_are_its_number() -> None:
    assert not untold("渠长有几项职责", of(*LIST), CHUNKS, background())
    assert untold("渠长有几名助手", of(*LIST), CHUNKS, background())


def test_one_part_of_a_question_that_is_told_is_enough() -> None:
    assert not untold("修渠投入多少钱，校长是谁", of(*TEXT), CHUNKS, background())
    assert untold("门票是多少，校长是谁", of(*TEXT), CHUNKS, background())


@pytest.mark.parametrize(("asked", "told", "silent"), [
    ("试用期多长", "试用期为一年。", "试用期满再谈，渠长12公里。"),
    ("渠长一年要巡几次渠", "巡渠，按时做，渠长和渠工每年至少走一次。", "渠长巡渠，走了一个月。"),
    ("冬笋保底收购价是多少", "冬笋按每斤7元5角保底收购。", "冬笋保底收购。"),
    ("巡一天补多少误工费", "每巡一天补80元。", "巡一天补一顿饭。"),
    ("柳河村的支书是谁", "柳河村党支部书记石大山说。", "石门镇党委书记段春来说。"),
    ("支书是谁", "党支部书记石大山说。", "石大山说。"),
    ("村党支部书记是谁", "村支书石大山说。", "石大山说。"),
    ("统计局局长是谁", "局长石大山说。", "副局长段春来说。"),
    ("理事长是谁", "理事长石大山说。", "理事长每月初八来。"),
    ("主持人是谁", "会议由石大山主持。", "石大山到会。"),
    ("创办人是谁", "石大山创办了油坊。", "石大山到油坊榨油。"),
])  # fmt: skip
def test_what_is_asked_for_may_be_printed_in_other_words(
    asked: str, told: str, silent: str
) -> None:
    assert not untold(asked, of(told), CHUNKS, background())
    assert untold(asked, of(silent), CHUNKS, background())


@pytest.mark.parametrize("asked", [
    "修渠停工了吗", "修渠事故", "渠长被罚款", "石门镇修渠条例", "石门镇有多少个村",
    "修渠在哪个楼开会",
])  # fmt: skip
def test_mishaps_documents_and_parts_have_to_be_printed(asked: str) -> None:
    assert untold(asked, of(*TEXT), CHUNKS, background())
    more = "停产整顿，翻车一起，处罚一人，出台修渠条例，全镇辖8个村，会议在三楼开。"
    assert not untold(asked, of(*TEXT, more), CHUNKS, background())


def test_an_article_about_the_matter_is_offered_when_it_does_not_tell(tmp_path: Path) -> None:
    rows = [{"pid": "a", "title": "石门镇修渠记", "text": "\n".join(TEXT)}]
    with archive(str(tmp_path), "canal", rows) as store:
        told = answers.ask(store, "石门镇党委书记是谁", now=date(2026, 5, 1))
        silent = answers.ask(store, "石门镇的镇长是谁", now=date(2026, 5, 1))
    assert told.found
    assert silent.confidence < FOUND and "石门镇修渠记" in silent.suggestions
