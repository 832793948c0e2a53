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
from collections.abc import Callable, Iterator
from functools import partial

from store.agents import ROWED, WHICH, WHO, done, rowed, which
from store.background import BOND, Background
from store.counting import COUNT, NTH, PARTS, divided, nth, number
from store.figures import holds
from store.fold import fold, squeeze
from store.forms import DIMENSIONS, DOING, EACH, FORMS, HAN, SIZE, THING
from store.held_page import Page, page_of, spoken_of, worded
from store.lives import RELATIVE, Lived, kindred, lived
from store.mishaps import mishap, unreported
from store.model import Article
from store.near import table
from store.passing import BESIDE, MANNER, REMARK, mentioned
from store.sound import listen
from store.sums import KEYWORD, PRICE, beside, kind, price, priced, spent, summed
from store.telling import NAME, TITLE
from store.terms import pairs
from store.topic import LEVELS
from store.years import of_year

EXPECTED = 0.25
"""Chunks of an archive that would name a matter by chance, from which naming it tells little."""
CLAUSE = re.compile(r"[,。;!?、\s]+|来着|(?<=[^干])吗(?=.)")
TAKEN = re.compile(rf"(?<={HAN})  +(?={HAN})")
"""Where words that name a date or a paper were taken out of a sentence (甲今年多大)."""
ENDING = re.compile("(?:[吗呢啊呀吧呗了的请]|来着|(?:谢谢|多谢|麻烦|拜托|帮我|你知道).*)+$")
LONGEST = 30
"""Characters of what somebody or an amount is called: more of a text without marks is not it."""
AMOUNT = re.compile(rf"({HAN}{{2,{LONGEST}}}?)(?:分别|大概|大约|一共|总共|都|各)?(?:是|为)?多少$")
OFTEN = re.compile(f"(?<={HAN}{HAN})(?:{EACH.pattern})$")
"""For how long an amount is, where it stands behind it: 工钱一天多少."""
PERSON = re.compile(
    rf"({HAN}{{2,{LONGEST}}}?)(?:现在|目前)?(?:是谁|叫什么(?:名字)?|是哪位|姓什么)$|谁是({HAN}{{2,}})$"
)
OFFICE = re.compile(
    rf"(副?[{LEVELS}])的?(?:委|党委|党支部|党总支|支部|党组织)?(书记|长|主任|支书)$"
)
HOLDS = re.compile(f"(?:{TITLE}|[理董]事长|[会院行台厂]长)$")
"""Offices of any kind, whose holder stands beside them."""
VILLAGE = frozenset({"村支书", "村书记"})
TITLES = {"支书": ("支部书记", "总支书记"), "书记": ("支书",)}
"""Offices that are printed under another name."""
MADE = re.compile("作者|记者|通讯员|摄影|导演|编剧|主编|主演|主角|创始|发明|设计")
"""Who made a thing is told by verbs and bylines as well."""
AGENT = frozenset("人员者师手户家工生")
"""Characters that make a word for who does a thing out of the word for it (主持人)."""


Told = Callable[[Page], bool]


def untold(question: str, article: Article, chunks: int, known: Background) -> bool:
    """Whether the question, asked of so many chunks, is for something of a form that the article
    has nowhere."""
    clauses = list(filter(None, CLAUSE.split(TAKEN.sub("", fold(question)))))
    lone = len(clauses) == 1
    asking = [found for said in clauses if (found := list(demanded(said, lone)))]
    if not asking:
        return False
    page = page_of(article, chunks, known)
    return not any(all(told(page) for told in found) for found in asking)


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
            size = SIZE.search(clause)
            yield partial(formed, held, clause[: size.start()] if size else "")
    if mishap().search(clause):
        yield partial(reported, clause)
    for told in lived(clause):
        yield partial(living, told)
    for pattern, demand in KINDS:
        if found := pattern.search(clause):
            yield partial(of_its_year, demand, found)


def of_its_year(
    demand: Callable[[re.Match[str], Page], bool], asked: re.Match[str], page: Page
) -> bool:
    """Whether a demand is met by what an article says of the year that is named with it."""
    return demand(asked, of_year(asked.string, page))


def meant(matter: str, page: Page) -> bool:
    """Whether the article is about a matter."""
    return not mentioned(matter, worded(matter, page.known), page.heading, page.text)


def treated(matter: str, page: Page) -> bool:
    """Whether the article is about a matter, or nothing else would be expected to name it."""
    if matter[-1] in BESIDE:
        return True
    words = worded(matter, page.known) or pairs(matter)
    seen = min(map(page.known.held_by, words), default=0.0) if len(matter) > 1 else 0.0
    return seen * page.chunks < EXPECTED * page.known.passages or meant(matter, page)


def reported(clause: str, page: Page) -> bool:
    """Whether the mishap of which the question speaks is reported."""
    return not unreported(clause, page.text)


def formed(held: re.Pattern[str], thing: str, page: Page) -> bool:
    """Whether something of this form is printed; of a thing, where that is spoken of."""
    return held.search(spoken_of(thing, page).text) is not None


def living(told: Lived, page: Page) -> bool:
    """Whether something of a life is told."""
    return told(page.text, page.known)


def thing(asked: re.Match[str], page: Page) -> bool:
    """Whether a document of this name is printed."""
    return holds(page.text, [asked[1]], [listen(asked[1])])


def amount(asked: re.Match[str], page: Page) -> bool:
    """Whether the noun of which an amount is asked is printed, or its sum is told."""
    noun = OFTEN.sub("", asked[1])
    if sums := kind(noun):
        return beside(sums, page)
    return printed(noun, page) or spent(noun, page) or summed(noun, page)


def person(asked: re.Match[str], page: Page) -> bool:
    """Whether the office asked for, at its own level, or the name is printed."""
    said = asked[1] or asked[2]
    if MADE.search(said):
        return True
    if relative := RELATIVE.search(asked.string):
        return any(word in page.text for word in kindred(relative["kin"]))
    office = OFFICE.search(said)
    if office:
        title = "支书|书记" if office[1] + office[2] in VILLAGE else office[2]
        if title == "支书|书记" and re.search("党总?支部书记", page.text):
            return True
        between = "" if title == "长" else f"[^{LEVELS},。;:、]{{0,5}}"
        return re.search(f"(?<!副){office[1]}{between}(?:{title})", page.text) is not None
    if title := HOLDS.search(said):
        held = "|".join((title[0], *TITLES.get(title[0], ())))
        by = f"(?:{held})[^。;\n]{{0,8}}?(?:{NAME}|·)|[是任当选][^。;\n]{{0,12}}(?:{held})"
        return printed(said, page) and re.search(by, page.text) is not None
    if asked.start() == 0 and called(said):
        return named(said, page.text)
    return printed(said, page)


def called(said: str) -> bool:
    """Whether somebody is asked for by what may be a name, and not by what they do (主持人) or won
    (冠军)."""
    if len(said) > 3 or "的" in said or said in TITLES or said[-2:] in DIMENSIONS:
        return False
    return said[-1] not in AGENT or re.match(NAME, said) is not None


def named(name: str, text: str) -> bool:
    """Whether a name is in the text, or one that sounds like it and shares a character."""
    chars = squeeze(text)
    if name in chars:
        return True
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
        return re.search(f"(?<!副){word}", page.text) is not None or f"副{word}" in noun
    if len(word) > 1 and word[-1] in AGENT and page.known.bond(word) <= BOND:
        word = noun[-3:-1]
    if word in DOING or noun.removesuffix("了")[-2:] in DOING:
        return True
    if len(word) < 2 or word in DIMENSIONS or page.known.bond(word) <= BOND:
        return True
    others = (*table().get(word, ()), *TITLES.get(word, ()))
    return holds(page.text, [word, *others], [listen(word)])


KINDS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str], Page], bool]], ...] = (
    (COUNT, number), (NTH, nth), (PRICE, price), (PARTS, divided), (KEYWORD, priced),
    (THING, thing), (AMOUNT, amount), (PERSON, person),
    (WHO, done), (WHICH, which), (ROWED, rowed),
)
"""What tells each kind of question, and what an article has to tell then."""
