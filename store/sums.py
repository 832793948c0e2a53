"""Whether an article tells what something costs, earns or pays. Pure.

A sum of money stands in a sentence with the noun it is the price of, or with what is done with it:
花, 卖, 挣. A wage is told beside a word for wages, not by any sum that is there.
"""

from __future__ import annotations

import re

from store.figures import STOP
from store.forms import COST, HAN, MONEY
from store.held_page import Page, about, spoken_of, worded

MEANT = 8
"""Characters that may name what a sum is paid for."""
PRICE = re.compile(rf"({HAN}{{0,{MEANT}}})(?:多少|几)(?:块|元|毛|分|万元|个)?钱(?:一({HAN}))?")
KEYWORD = re.compile(rf"^({HAN}{{2,}}?)的?(?:价格|价钱|售价|单价)$")
VERB = re.compile(
    f"(?:一共|总共|大概|大约|需要|[一每]个?{HAN}|[要得收卖是花了能会才只交掉出])+$"
)
"""What stands between a noun and 多少钱."""
DONE = tuple(
    (re.compile(f"(?:{asked})[了掉过去出到]{{0,2}}(?:一共|总共|大概|大约)?$"), re.compile(told))
    for asked, told in (
        ("花|花费|投资?|投入|用|耗资?|筹资?|凑|募|集资",
         "[花费投筹凑募耗款]|出资|集资|资金|造价|补助|成本"),
        ("卖|销售", "卖|销售|产值|售出|成交"),
        ("[坐乘搭][^坐乘搭]{1,4}要?", "票|车费|船费|路费|上[车船]|乘|坐(?!诊|落|在)"),
        ("赚|挣|盈利|赢利|获利", "[赚挣]|盈|利润|收入|增收|收益|分红|进账"),
    )
)
"""What is done with a sum, and how a sentence says so."""
PAID = tuple(
    (re.compile(asked), re.compile(told))
    for asked, told in (
        ("(?:工资|薪|薪水|薪金|月薪|报酬|工钱)$",
         "工资|[薪酬]|工钱|工分|[挣领拿]|[月年人]均?收入|(?:每个?[月天年班趟]|一个月|一天)[^,。;亏]{0,8}元"),
        ("(?:学费|培训费)$", "学费|费|免费"),
        ("(?:票价|门票|车费|路费)$", "票|车费|路费|上[车船]|乘|坐(?!诊|落|在)"),
        ("(?:奖金|奖励)$", "奖"),
        ("(?:补贴|补助)$", "补"),
        ("租金$", "租"),
    )
)
"""Nouns for sums, and what a sentence has beside such a sum."""


def price(asked: re.Match[str], page: Page) -> bool:
    """Whether a sum of money is told in a sentence about what is asked for."""
    each = re.compile(f"[每一/]{asked[2] or ''}" if asked[2] else "")
    noun = VERB.sub("", asked[1])
    if not asked[2] and spent(asked[1], page):
        return True
    if told := kind(noun):
        return beside(told, page)
    pair = [noun[-2:]] if len(noun) > 1 else []
    said = list(about(STOP.split(page.text), [*worded(asked[1], page.known), *pair]))
    if not asked[2] and noun[-2:] in page.heading:
        said = STOP.split(page.text)
    return any(MONEY.search(sentence) and each.search(sentence) for sentence in said)


def spent(asked: str, page: Page) -> bool:
    """Whether a question asks what is done with a sum, and a sentence tells it of one."""
    for done, told in DONE:
        if (hit := done.search(asked)) and beside(told, spoken_of(asked[: hit.start()], page)):
            return True
    return False


def kind(noun: str) -> re.Pattern[str] | None:
    """What stands beside a sum of the kind that a noun names; None when it names none."""
    return next((told for asked, told in PAID if asked.search(noun)), None)


def beside(told: re.Pattern[str], page: Page) -> bool:
    """Whether a sentence has a sum of money and one of these words."""
    said = STOP.split(page.text)
    return any(MONEY.search(sentence) and told.search(sentence) for sentence in said)


def paid(noun: str, done: str, page: Page) -> bool:
    """Whether a sum of money is told in a sentence with a word of the noun for it, or with what
    is done with it (补, 收)."""
    if told := kind(noun):
        return beside(told, page)
    words = [*worded(noun[-MEANT:], page.known), *filter(None, [done])]
    return any(MONEY.search(said) for said in about(STOP.split(page.text), words))


def priced(asked: re.Match[str], page: Page) -> bool:
    """Whether a price is spoken of, or a sum told of what is asked for."""
    return "价" in page.text or paid(asked[1], "", page)


def summed(noun: str, page: Page) -> bool:
    """Whether a noun for a sum is told by one."""
    return bool(COST.search(noun)) and paid(noun, "", page)
