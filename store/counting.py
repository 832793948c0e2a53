"""Whether an article tells how many: a figure with its measure word beside the noun it counts.
Pure.

多少 and 几 are followed by a measure word or by the noun itself. 几点, 几号 and 星期几 ask for a
time and count nothing; 第几 asks for a place in an order.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from store.figures import FIGURE, MEASURE, NOUNS, STOP, counted
from store.forms import COST, DOING, EACH, HAN, LEVEL
from store.held_page import ALIKE, Page, about, itemised, others, worded
from store.people import owned
from store.sums import paid

MEANT = 8
"""Characters behind a measure word that may name what is counted."""
TIME = "点(?!建议|意见|要求|内容|启示|经验|做法|措施|体会|共识)|[号时](?!间)|月(?!亮)|[路楼]|年级"
"""What stands behind 几 where it asks for a time or a place in an order."""
COUNT = re.compile(
    rf"(?<![好十前这那近哪头后第周拜期])(?:多少|几(?!{TIME}))(?![乎何]|(?:[块元毛分个]|万元)?钱)"
    rf"((?!{NOUNS})(?:{MEASURE})(?!子(?![女弟孙])))?({HAN}*)"
)
TURN = re.compile("多少|几|[降减增升提涨扩缩砍变改下][到至成为]|来着|就是|的是")
"""Where the noun that is counted has ended: 从多少项减到多少项."""
NTH = re.compile(f"第(?:几|多少)({MEASURE})")
PEOPLE = re.compile("(?:[人员生民工师童户]|干部|代表|群众|孩子)(?:$|[^人员生民工师童户]{1,3}$)")
"""How nouns for people end: they are counted by the head, households as such."""
HOUSEHOLDS = frozenset({"农户", "住户", "人家", "家庭"})
"""Nouns for households, whose number is told without them."""
LISTED = frozenset({"条", "项", "点", "款", "种", "类", "方面", "大", "个"})
"""Measure words for what a list has, whose items are there to be counted."""
ALOUD = re.compile(f"一({HAN})[^。\n]{{1,40}}[,;、]二\\1")
"""A list told in one breath: 一不超载,二不夜航."""
SORTED = re.compile("女|男|残疾|退休|退役|贫困|留守|独居|少数民族|大学生")
"""Which of a kind are counted."""
SPECIAL = frozenset("辆艘颗册盏顶棵株口眼桌幢栋扇发匹峰番")
"""Measure words of so few kinds of things that they tell the thing: 几辆车 and 五辆中巴."""
KINDS = frozenset({"鸟", "树", "花", "草", "菜", "果", "鱼", "药", "虫", "动物", "牲口", "家畜"})
"""Nouns for kinds of things, of which a text prints the members: 几只鸟 and 大雁8只."""
PARTS = re.compile(
    rf"({HAN}{{2,8}}?)(?:现在|目前)?(?:一共|总共)?(?:共|下?辖)?有(?:一共|总共)?(?:多少|几)个?({LEVEL})$"
)
"""How many smaller places a place has."""


def number(asked: re.Match[str], page: Page) -> bool:
    """Whether a figure with the measure word stands beside one of the words for what is counted,
    or a list is there whose items may be counted."""
    before = asked.string[: asked.start()]
    behind = TURN.split(asked[2])[0]
    if COST.search(behind):
        return paid(behind, before[-1:], page)
    measures = (asked[1],) if asked[1] else heads(behind)
    measure = measures[0]
    told = measure == "人" or (measure == "户" and behind in HOUSEHOLDS)
    words = [] if told else nouns(behind[:MEANT], page)
    words = [] if DOING.issuperset(words) else words
    if not measure and max(map(len, words), default=0) < 2:
        # A lone character there is a measure word in a wrong one, if anything.
        return True
    page = owned(before, page)
    if measure and measure not in LISTED and behind in KINDS:
        words = []
    words = others(words)
    if any(counted(one, words, page.text) for one in measures):
        return True
    if measure in LISTED and listed(words, page):
        return True
    if measure in SPECIAL and len(behind) == 1:
        return re.search(FIGURE + measure, page.text) is not None
    return bool(EACH.search(before)) and often(measure, words, page)


def listed(words: Sequence[str], page: Page) -> bool:
    """Whether there is a numbered list, or one told in one breath and one of these words."""
    if itemised(page):
        return True
    aloud = ALOUD.search(page.text) is not None
    return aloud and (not words or any(word in page.text for word in words))


def heads(noun: str) -> tuple[str, ...]:
    """The measure words for the people or households a noun names; an empty one when it names
    none."""
    if noun in HOUSEHOLDS:
        return ("户",)
    found = PEOPLE.search(noun)
    return ("",) if found is None else ("名", "户") if found[0][0] == "户" else ("名",)


def nouns(run: str, page: Page) -> list[str]:
    """The words of what is counted; only the first when it is sure to be one."""
    if which := SORTED.match(run):
        return [which[0]]
    first = run[:2]
    if first[1:] == "子" or any(first in line for line in ALIKE):
        return [first]
    return worded(run, page.known)


def often(measure: str, words: Sequence[str], page: Page) -> bool:
    """Whether a sentence about one of these words tells how many in a time."""
    held = re.compile(f"[每一]个?[年月周天日季][^,。;]{{0,6}}{FIGURE}(?:{measure})")
    return any(held.search(sentence) for sentence in about(STOP.split(page.text), words))


def nth(asked: re.Match[str], page: Page) -> bool:
    """Whether a place in an order is told with this measure word, or is one in a list."""
    if asked[1] in LISTED and itemised(page):
        return True
    said = rf"第[\d零一二三四五六七八九十百]+{asked[1]}|[首再末]{asked[1]}"
    return re.search(said, page.text) is not None


def divided(asked: re.Match[str], page: Page) -> bool:
    """Whether it is told how many places of a kind another has, not how many of them did this or
    that."""
    held = rf"(?:有|辖|共|全[省市县州盟旗区镇乡])[^,。;]{{0,6}}{FIGURE}个?[^,。;]{{0,2}}{asked[2]}"
    return re.search(held, page.text) is not None
