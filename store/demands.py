"""Whether an article tells the very thing a question asks for: how many of something, who holds
an office, a price, a telephone number. Pure.

Words of the question that are met say that an article is about the matter, not that it tells this
of it. What is asked for has a form of its own: a figure with its measure word beside the noun it
counts; an office of the level asked for; a noun that only an article which tells it prints. Where
that is not in the article, the answer is printed elsewhere or nowhere. Each part of a question
that asks is looked at by itself, and one that is answered is enough.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from typing import NamedTuple

from store.background import Background
from store.chunks import head, parts
from store.figures import FIGURE, MEASURE, STOP, counted, holds
from store.fold import fold, squeeze
from store.forms import (
    COST,
    DIMENSIONS,
    DOING,
    EACH,
    FORMS,
    HAN,
    MONEY,
    PARTS,
    PRICE,
    THING,
)
from store.lives import Lived, lived
from store.mishaps import mishap, unreported
from store.model import Article
from store.near import table
from store.passing import MANNER, REMARK, mentioned
from store.sentences import pieces
from store.sound import listen
from store.terms import pairs

BOND = -3.0
"""As in `store.confidence`: from here two characters are taken for a word."""
MEANT = 8
"""Characters behind a measure word that may name what is counted."""
EXPECTED = 0.25
"""Chunks of an archive that would name a matter by chance, from which naming it tells little."""
CLAUSE = re.compile(r"[,。;!?、\s]+")
TAKEN = re.compile(rf"(?<={HAN})  +(?={HAN})")
"""Where words that name a date or a paper were taken out of a sentence (甲今年多大)."""
ENDING = re.compile("(?:[吗呢啊呀吧呗了的请]|来着|(?:谢谢|多谢|麻烦|拜托|帮我|你知道).*)+$")
NOUNS = (
    "人口|人员|人才|项目|部门|条件|家庭|户口|位置|名额|年轻|种子|场地|场馆|座位|天然|本金|大学|大棚|大中|公司|公园|小学"
    "|小麦|小区|日常|时间|周边|星级|美食|英语|港口|千瓦|度假|级别|处分|所有|部分|条例|点位|方面|分数|队员|队伍|组织|成员"
)
"""Words that begin like a measure word and are none."""
COUNT = re.compile(
    rf"(?<![好十前这那近哪头后])(?:多少|几)(?![乎何钱])((?!{NOUNS})(?:{MEASURE}))?({HAN}*)"
)
PEOPLE = re.compile("(?:[人员生民工师童户]|干部|代表|群众|孩子)(?:$|[^人员生民工师童户]{1,3}$)")
"""How nouns for people end: they are counted by the head."""
LISTED = frozenset({"条", "项", "点", "款", "种", "类", "方面", "大", "个"})
"""Measure words for what a list has, whose items are there to be counted."""
AMOUNT = re.compile(rf"({HAN}{{2,}}?)(?:分别|大概|大约|一共|总共|都|各)?(?:是|为)?多少$")
PERSON = re.compile(
    rf"({HAN}{{2,}}?)(?:现在|目前)?(?:是谁|叫什么(?:名字)?|是哪位|姓什么)$|谁是({HAN}{{2,}})$"
)
LEVELS = "省市县区旗州盟镇乡村"
OFFICE = re.compile(
    rf"(副?[{LEVELS}])的?(?:委|党委|党支部|党总支|支部|党组织)?(书记|长|主任|支书)$"
)
VILLAGE = frozenset({"村支书", "村书记"})
TITLES = {"支书": ("支部书记", "总支书记"), "书记": ("支书",)}
"""Offices that are printed under another name."""
MADE = re.compile("作者|记者|通讯员|摄影|导演|编剧|主编|主演|主角|创始|发明|设计")
"""Who made a thing is told by verbs and bylines as well."""
AGENT = frozenset("人员者师手户家工生")
"""Characters that make a word for who does a thing out of the word for it (主持人)."""


class Page(NamedTuple):
    """An article, how many chunks it is one of, its folded heading, that with its text, without
    spaces, and what is known of words at large."""

    article: Article
    chunks: int
    heading: str
    text: str
    known: Background


Told = Callable[[Page], bool]


def untold(question: str, article: Article, chunks: int, known: Background) -> bool:
    """Whether the question, asked of so many chunks, is for something of a form that the article
    has nowhere."""
    clauses = list(filter(None, CLAUSE.split(TAKEN.sub("", fold(question)))))
    lone = len(clauses) == 1
    asking = [found for said in clauses if (found := list(demanded(said, lone)))]
    if not asking:
        return False
    heading = tight(head(article))
    page = Page(article, chunks, heading, "\n".join((heading, *map(tight, parts(article)))), known)
    return not any(all(told(page) for told in found) for found in asking)


def tight(text: str) -> str:
    """A text folded and without its spaces."""
    return re.sub(r"[^\S\n]+", "", fold(text))


def demanded(said: str, lone: bool) -> Iterator[Told]:
    """What a part of a question asks an article to tell; when there is no other part, it may name
    one thing that the article has to be about, or be a remark."""
    clause = ENDING.sub("", said)
    if lone and REMARK.fullmatch(said):
        yield partial(meant, said)
    elif lone and (found := MANNER.fullmatch(clause)):
        yield partial(treated, next(filter(None, found.groups())))
    for asked, held in FORMS:
        if asked.search(clause):
            yield partial(formed, held)
    if mishap().search(clause):
        yield partial(reported, clause)
    for told in lived(clause):
        yield partial(living, told)
    for pattern, demand in KINDS:
        if found := pattern.search(clause):
            yield partial(demand, found)


def meant(matter: str, page: Page) -> bool:
    """Whether the article is about a matter."""
    return not mentioned(matter, worded(matter, page.known), page.heading, page.text)


def treated(matter: str, page: Page) -> bool:
    """Whether the article is about a matter, or nothing else would be expected to name it."""
    words = worded(matter, page.known) or pairs(matter)
    seen = min(map(page.known.held_by, words), default=0.0) if len(matter) > 1 else 0.0
    return seen * page.chunks < EXPECTED * page.known.passages or meant(matter, page)


def reported(clause: str, page: Page) -> bool:
    """Whether the mishap of which the question speaks is reported."""
    return not unreported(clause, page.text)


def formed(held: re.Pattern[str], page: Page) -> bool:
    """Whether something of this form is printed."""
    return held.search(page.text) is not None


def living(told: Lived, page: Page) -> bool:
    """Whether something of a life is told."""
    return told(page.text, page.known)


def number(asked: re.Match[str], page: Page) -> bool:
    """Whether a figure with the measure word stands beside one of the words for what is counted,
    or a list is there whose items may be counted."""
    if COST.search(asked[2]):
        return paid(asked[2], asked.string[: asked.start()][-1:], page)
    measure = asked[1] or ("名" if PEOPLE.search(asked[2]) else "")
    words = [] if measure == "人" else worded(asked[2][:MEANT], page.known)
    words = [] if DOING.issuperset(words) else words
    if not measure and max(map(len, words), default=0) < 2:
        # A lone character there is a measure word in a wrong one, if anything.
        return True
    if counted(measure, words, page.text) or (measure in LISTED and itemised(page.article)):
        return True
    return bool(EACH.search(asked.string[: asked.start()])) and often(measure, words, page)


def often(measure: str, words: Sequence[str], page: Page) -> bool:
    """Whether a sentence about one of these words tells how many in a time."""
    held = re.compile(f"[每一]个?[年月周天日季][^,。;]{{0,6}}{FIGURE}(?:{measure})")
    return any(held.search(sentence) for sentence in about(STOP.split(page.text), words))


def paid(noun: str, done: str, page: Page) -> bool:
    """Whether a sum of money is told in a sentence with a word of the noun for it, or with what
    is done with it (补, 收)."""
    words = [*worded(noun[-MEANT:], page.known), *filter(None, [done])]
    return any(MONEY.search(said) for said in about(STOP.split(page.text), words))


def itemised(article: Article) -> bool:
    """Whether an article has a numbered list."""
    return any(piece.item for text in parts(article) for piece in pieces(text))


def divided(asked: re.Match[str], page: Page) -> bool:
    """Whether it is told how many places of a kind another has, not how many of them did this or
    that."""
    held = rf"(?:有|辖|共|全[省市县州盟旗区镇乡])[^,。;]{{0,6}}{FIGURE}个?[^,。;]{{0,2}}{asked[2]}"
    return re.search(held, page.text) is not None


def thing(asked: re.Match[str], page: Page) -> bool:
    """Whether a document of this name is printed."""
    return holds(page.text, [asked[1]], [listen(asked[1])])


def price(asked: re.Match[str], page: Page) -> bool:
    """Whether a sum of money is told in a sentence about what is asked for."""
    said = about(STOP.split(page.text), worded(asked[1], page.known))
    each = re.compile(f"[每一/]{asked[2] or ''}" if asked[2] else "")
    return any(MONEY.search(sentence) and each.search(sentence) for sentence in said)


def about(sentences: Iterable[str], words: Sequence[str]) -> Iterator[str]:
    """The sentences that hold one of the words, in characters or sound; all without words."""
    sounds = [listen(word) for word in words]
    for sentence in sentences:
        if not words or holds(sentence, words, sounds):
            yield sentence


def amount(asked: re.Match[str], page: Page) -> bool:
    """Whether the noun of which an amount is asked is printed, or its sum is told."""
    return printed(asked[1], page) or bool(COST.search(asked[1]) and paid(asked[1], "", page))


def person(asked: re.Match[str], page: Page) -> bool:
    """Whether the office asked for, at its own level, or the name is printed."""
    said = asked[1] or asked[2]
    if MADE.search(said):
        return True
    office = OFFICE.search(said)
    if office:
        title = "支书|书记" if office[1] + office[2] in VILLAGE else office[2]
        if title == "支书|书记" and re.search("党总?支部书记", page.text):
            return True
        between = "" if title == "长" else f"[^{LEVELS},。;:、]{{0,5}}"
        return re.search(f"(?<!副){office[1]}{between}(?:{title})", page.text) is not None
    if asked.start() == 0 and len(said) < 4 and "的" not in said and said not in TITLES:
        return named(said, page.text)
    return printed(said, page)


def named(name: str, text: str) -> bool:
    """Whether a name is in the text, or one that sounds like it and shares a character."""
    chars = squeeze(text)
    sound, said = listen(chars), listen(name)
    at = sound.find(said)
    while at >= 0 and not set(name) & set(chars[at : at + len(name)]):
        at = sound.find(said, at + 1)
    return at >= 0


def printed(noun: str, page: Page) -> bool:
    """Whether the last word of a noun, or a near one, is in the text; True when it is not known
    to be a word."""
    word = noun.rpartition("的")[2][-2:]
    if word[-1:] == "长" and len(word) == 2:
        return word in page.text
    if word[-1:] in AGENT and page.known.bond(word) <= BOND:
        word = noun[-3:-1]
    if len(word) < 2 or word in DIMENSIONS or word in DOING or page.known.bond(word) <= BOND:
        return True
    others = (*table().get(word, ()), *TITLES.get(word, ()))
    return holds(page.text, [word, *others], [listen(word)])


def worded(run: str, known: Background) -> list[str]:
    """The pairs of a run of characters that are taken for words; a lone character is one."""
    if len(run) == 1:
        return [run]
    found = (run[i : i + 2] for i in range(len(run) - 1))
    return [pair for pair in found if known.bond(pair) > BOND]


KINDS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str], Page], bool]], ...] = (
    (COUNT, number), (PRICE, price), (PARTS, divided), (THING, thing),
    (AMOUNT, amount), (PERSON, person),
)
"""What tells each kind of question, and what an article has to tell then."""
