"""Whether an article tells of a person or a thing what a question about its life asks for: an age,
a relative, the time at which it was made or began. Pure.

Names are met wherever the person is spoken of, and numbers of years are in many sentences. An age
has to stand beside the name, a relative has to be mentioned at all, and a time has to be told in a
sentence about the making.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import partial

from store.background import Background
from store.figures import FIGURE, STOP, holds
from store.forms import DATE, HAN
from store.people import person
from store.sound import listen
from store.telling import NAME

LONGEST = 30
"""Characters by which somebody is described."""
AGED = re.compile(
    rf"(?P<who>{HAN}{{2,{LONGEST}}}?)?(?P<now>今年|现在|当年)?(?:有|是)?"
    "(?:多大(?:年[纪龄]|岁数|(?P<bare>$))|多少岁|几岁|(?:年[纪龄]|岁数)(?:有|是)?多[大少])"
)
AGE = re.compile(rf"{FIGURE}周?岁|年出生|生于|\(\d\d\)")
NAMED = re.compile(f"(?:^|[的叫])(?P<name>{NAME})$")
SURNAMED = re.compile(f"姓({HAN})的?$")
KIN = tuple(
    line.split()
    for line in (
        "爱人 妻子 丈夫 老伴 老婆 老公 媳妇 夫妻 夫妇 两口子 结婚",
        "儿子 女儿 闺女 儿女 子女",
        "孩子 儿子 女儿 闺女 儿女 子女 娃",
        "父亲 爸爸 父母 爹",
        "母亲 妈妈 父母 娘",
        "哥哥 弟弟 姐姐 妹妹 兄弟 姐妹 兄妹 姐弟",
    )
)
"""Relatives; the words of a line may stand for each other. A village is full of 孩子 that are
nobody's by name."""
RELATIVE = re.compile(
    f"(?:^|的)(?P<name>{NAME})的?(?P<kin>{'|'.join(word for line in KIN for word in line[:6])})"
    "(?:现在|今年)?(?:$|[是叫姓]|在哪|[做干]什么|多大)"
)
WHEN = "(?:何时|什么时(?:候|间)|(?P<year>哪一?年|几几年|何年))(?:才|就|能|会|要)?"
BEGUN = tuple(
    (re.compile(f"{WHEN}(?:{asked})(?:成的|起来)?$"), re.compile(told))
    for asked, told in (
        ("[造建修盖]|修建|[修建][成好]|打造|建造|落成|完工",
         "修[建成好起了]|[建盖造][成好起了的于]|[新始改重]建|建造|落成|竣工|完工|打造|制成|动工|开工"),
        ("成立|组建|创[立办建]|开办|设立",
         "成立|组建|创[立办建]|开办|设立|组成|编成|[建办][起成了]"),
        ("投产|投用|启用|运营|营业|开[业张门]",
         "投产|投用|启用|运营|营业|开[业张门放]|投入使用|试运行"),
        ("通车|开通", "通车|开通|通了"),
        ("出?生人?|诞生", "出生|生于|年生|诞生"),
        ("退休", "退休|退下|离休|离岗|退了"),
        ("入党|入的党", "入党|加入中国共产党|党龄|党旗|宣誓|转正"),
        ("[参从]军|入伍|当兵", "[参从]军|入伍|当兵|服役|穿上军装|战士"),
        ("参加工作|上班|从[教医警]|入职", "参加工作|毕业|上[班岗]|分配|从[教医警事]|入职|招[聘录]"),
        ("退伍|复员|转业", "退[伍役]|复员|转业|脱下军装|军人"),
        ("结婚|成家|成亲", "结[婚为]|成了?[婚家亲]|新婚|婚礼|嫁|娶|夫[妻妇]"),
        ("[去逝]世|病逝", "[去逝]世|病逝|病故|走了|离[世开]|牺牲|享年"),
        ("开学|开课|开班|开讲", "开[学课班讲]|第一课|首课|上课|入学|举办|开办"),
        (f"(?:上任|就任|到任|当选|担任|出任|当上){HAN}{{0,6}}",
         "[上就到起出]任|当选|任职|担任|接任|接过|任命|当上"),
    )
)
"""How it is asked when something began, and what a sentence has that tells it."""
YEAR = re.compile(
    r"\d{4}年|\d月|[一二][九〇零][〇零一二三四五六七八九]{2}年|[今去前当那]年|年前|年[初底末]"
)
"""A year or a day of one, not a number of years."""
TIME = re.compile(DATE)
Lived = Callable[[str, Background], bool]


def lived(clause: str) -> Iterator[Lived]:
    """What a part of a question asks a folded text to tell of a life."""
    if asked := AGED.search(clause):
        yield partial(age, asked)
    if kin := RELATIVE.search(clause):
        yield partial(relative, kin)
    for pattern, told in BEGUN:
        if begun := pattern.search(clause):
            yield partial(timed, YEAR if begun["year"] else TIME, told)


def age(asked: re.Match[str], text: str, known: Background) -> bool:
    """Whether the age of somebody is told in a sentence with the name, or in the next; of
    somebody who is described, anywhere."""
    who = asked["who"] or ""
    named = NAMED.search(who)
    called = named is not None and person(named["name"], known)
    if asked["bare"] == "" and not called and not asked["now"]:
        return True
    surname = SURNAMED.search(who)
    word = surname[1] if surname else who[-2:]
    pairs = list(paired(text))
    said = [pair for pair in pairs if not word or holds(pair, [word], [listen(word)])]
    return any(map(AGE.search, said or ([] if called else pairs)))


def paired(text: str) -> Iterator[str]:
    """Each sentence with the next of its paragraph."""
    for paragraph in text.split("\n"):
        sentences = STOP.split(paragraph)
        yield from map("".join, zip(sentences, [*sentences[1:], ""], strict=True))


def relative(asked: re.Match[str], text: str, known: Background) -> bool:
    """Whether a relative of this kind is mentioned."""
    return not person(asked["name"], known) or any(word in text for word in kindred(asked["kin"]))


def kindred(kin: str) -> list[str]:
    """What may be printed for a relative."""
    return next(line for line in KIN if kin in line)


def timed(date: re.Pattern[str], told: re.Pattern[str], text: str, _: Background) -> bool:
    """Whether a sentence tells of the beginning, and it or the one before a time."""
    sentences = STOP.split(text)
    return any(
        told.search(said) and date.search(before + said)
        for before, said in zip(["", *sentences], sentences, strict=False)
    )
