"""Which sentence of an article tells the very thing a question asks for. Pure.

The words of a question often stand thickest where a matter is set out, while what is asked for is
told elsewhere in the article, in a form of its own: a figure beside the noun it counts, an office
with a name behind it, things in a row, a date.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from itertools import repeat
from typing import NamedTuple

from store.figures import FIGURE, MEASURE, NEAR, NOUNS, STOP, figure
from store.forms import HAN, MONEY
from store.numerals import forms_of, printed
from store.reading.lexicon import SURNAMES


class Telling(NamedTuple):
    """How far a folded sentence tells what is asked for: 0 not at all, 1 in so many words; `own`
    is whether its form alone says much, so that sentences seldom have it by chance."""

    tells: Callable[[str], float]
    own: bool = False


MEANT = 8
"""Characters before or behind 多少 that may name what is counted."""
GAP = 4
"""Characters between a figure and its noun at which it tells half as much as beside it."""
LEAST = 0.25
"""What a sentence tells that has the form alone, without the noun asked for beside it."""
FAIR = 0.5
"""What a row tells that is closed by 等, whatever it is a row of, and a number of the question in
its other form."""
COUNT = re.compile(
    rf"(?P<before>{HAN}{{0,{MEANT}}}?)(?:[一总]?共|有|了|是|达|为|到)*(?<![好十前这那近哪头后])(?:多少|几)(?![乎何钱])"
    rf"(?P<measure>(?!{NOUNS})(?:{MEASURE}))?(?P<behind>{HAN}{{0,{MEANT}}})"
)
ANY = re.compile(f"{FIGURE}(?:{MEASURE})?")
MANY = re.compile(rf"(?:哪[些几](?:[种类个项样])?|[些了有]什么)(?P<noun>{HAN}{{1,2}})?")
ROW = re.compile(r"(?:、[^、,。;!?\n]{1,16})+等|(?:、[^、,。;!?\n]{2,16}){3}")
TITLE = (
    "(?:书记|主任|主席|经理|委员|支书|代表|院士|教授|馆员|教练|司机|医生|老师"
    "|[校队局厅处科部院所站县市镇乡村会社团班组]长)"
)
OFFICE = re.compile(
    rf"(?P<held>{HAN}{{0,4}}?{TITLE})(?:现在)?(?:是|叫|姓)(?:谁|什么|哪)|谁是(?P<sought>{HAN}*?{TITLE})"
)
NAME = f"[{''.join(sorted(SURNAMES))}]{HAN}{{1,2}}"
LIGHT = "是的写拍说叫和跟出有来去做干会能要当得到给为了在"
"""Characters behind 谁 that say nothing of what is done."""
WHO = re.compile(f"谁(?:来|去|在|先|最先|最早)?({HAN})(?<![{LIGHT}])")
PERSON = re.compile(f"(?:{TITLE}|村民|党员|职工|居民|社员|社长|农|员){NAME}")
FORMER = 4
"""Characters before an office among which 原 says that somebody held it before."""
AGED = re.compile(
    rf"(?:姓(?P<surname>{HAN})的?|(?P<who>{HAN}{{2}}))?(?:今年|现在|当年)?\s*有?"
    "(?:多大(?:年[纪龄]|岁数|了?$)|几岁|年[纪龄]多大)"
)
AGE = re.compile(f"{FIGURE}周?岁")
WHEN = re.compile("何时|什么时(?:候|间)|哪一?[年月天日]|几月|几号|几点|何[年月日]")
DATE = re.compile(
    r"\d{1,4}[年月日号时点]|[零〇一二三四五六七八九十]{1,4}[年月日号点]|近日|日前|今年|去年|上个?月"
)

SPENDING = ("花费投用耗资", "凑筹募集", "赚挣盈", "亏赔损扔", "卖售销", "捐献", *"补收奖罚省")
"""What is done with money; a text may say it with another character of the same group."""
SUM = re.compile(
    rf"(?:(?P<done>{HAN})[了出过到掉得要]*)?(?:多少|几)(?:块|元|万|万元)?钱"
    rf"|(?P<given>[{''.join(SPENDING)}])[了出过到掉]*(?:多少|几)(?:元|万元?)?$"
)
FIRST = re.compile("先[^,。]{0,4}(?:谁|什么|哪)|谁[^,。]{0,2}先")
ORDER = re.compile("先[^,。;]{1,12}[、,](?:后|再|然后|最后|其次)|优先|(?:次|顺|先后)序")
FEW = 0.6
"""What the only sentence tells that has the form asked for; several share it."""
DONE = 0.75
"""What a sum tells behind the verb of the question, or one like it (花了多少钱: 投入3万元)."""
CLAUSE = re.compile("[,。;:!?\n]")


def tellings(folded: str) -> list[Telling]:
    """What a folded question asks a sentence to tell; empty when its words are all there is."""
    found: list[Telling] = []
    if asked := SUM.search(folded):
        found.append(Telling(partial(paid, like(asked["done"] or asked["given"] or "")), own=True))
    elif asked := COUNT.search(folded):
        words = paired(asked["behind"]) or [*asked["behind"]] or paired(asked["before"])
        figures = figure(asked["measure"]) if asked["measure"] else ANY
        tells = partial(counted, figures, words, asked["before"][-1:])
        found.append(Telling(tells, own=bool(asked["measure"])))
    if asked := OFFICE.search(folded):
        found.append(Telling(partial(held, asked["held"] or asked["sought"])))
    if asked := WHO.search(folded):
        found.append(Telling(partial(doing, asked[1])))
    if asked := MANY.search(folded):
        found.append(Telling(partial(in_a_row, asked["noun"] or "")))
    if of := AGED.search(folded):
        found.append(Telling(partial(aged, of["surname"] or of["who"] or ""), own=True))
    if WHEN.search(folded):
        found.append(Telling(dated))
    if FIRST.search(folded):
        found.append(Telling(ordered, own=True))
    if forms := forms_of(folded):
        found.append(Telling(partial(renumbered, folded, forms)))
    return found


def told(question: str, said: Iterable[str]) -> Iterator[float]:
    """How far each folded sentence of an article tells what a folded question asks for.

    Where one tells it outright, the others have its form by chance.
    """
    asked = tellings(question)
    if not asked:
        return repeat(0.0)
    sentences = list(said)
    shares = [
        max(each) for each in zip(*(shared(one, sentences) for one in asked), strict=True)
    ]
    most = 1.0 if max(shares, default=0.0) < 1.0 else LEAST
    return (share if share == 1.0 else min(share, most) for share in shares)


def shared(one: Telling, sentences: Sequence[str]) -> list[float]:
    """How far each sentence tells it; a form of its own counts the more, the fewer have it."""
    shares = list(map(one.tells, sentences))
    few = FEW / (sum(map(bool, shares)) or 1) if one.own else 0.0
    return [max(share, few) if share else 0.0 for share in shares]


def paired(words: str) -> list[str]:
    """The pairs of neighbouring characters of a run."""
    return [words[at : at + 2] for at in range(len(words) - 1)]


def counted(figures: re.Pattern[str], words: Sequence[str], done: str, text: str) -> float:
    """How near such a figure stands to what is counted, or to what was done with it."""
    hits = list(figures.finditer(text))
    sides = [near(words, side) for hit in hits for side in beside(hit, text)]
    best = max(LEAST, *sides) if sides else 0.0
    return (1 + best) / 2 if done and any(done in before(hit, text) for hit in hits) else best


def paid(done: str, text: str) -> float:
    """Whether a sentence has a sum of money, and, best of all, beside what was done with it."""
    hits = list(MONEY.finditer(text))
    if done and any(set(done) & {*before(hit, text), *hit[0]} for hit in hits):
        return DONE
    return LEAST if hits else 0.0


def like(done: str) -> str:
    """What a text may say for what is done with money."""
    return next((group for group in SPENDING if done and done in group), done)


def before(hit: re.Match[str], text: str) -> str:
    """What stands before a figure in its clause."""
    return CLAUSE.split(text[max(0, hit.start() - NEAR) : hit.start()])[-1]


def ordered(text: str) -> float:
    """Whether a sentence says what comes first and what after it."""
    return 1.0 if ORDER.search(text) else LEAST if "先" in text else 0.0


def beside(hit: re.Match[str], text: str) -> Iterator[str]:
    """What stands behind a figure, and before it from its end back, within its sentence."""
    yield STOP.split(text[hit.end() : hit.end() + NEAR])[0]
    yield STOP.split(text[max(0, hit.start() - NEAR) : hit.start()])[-1][::-1]


def near(words: Sequence[str], side: str) -> float:
    """The share of the words in what stands beside a figure, less the further off it begins."""
    places = [at for word in words if (at := max(side.find(word), side.find(word[::-1]))) >= 0]
    return len(places) / len(words) / (1 + min(places) / GAP) if places else 0.0


def held(office: str, text: str) -> float:
    """How much of an office stands before a name; one that was held before is none."""
    best = 0.0
    for hit in re.finditer(rf"({HAN}*{re.escape(office[-2:])})(?:同志)?{NAME}", text):
        if "原" not in hit[1][-len(office) - FORMER :]:
            same = next(n for n in range(len(office), 0, -1) if hit[1].endswith(office[-n:]))
            best = max(best, same / len(office))
    return best


def doing(done: str, text: str) -> float:
    """Whether a sentence names somebody and then says what is done."""
    hit = PERSON.search(text)
    return FAIR if hit and done in text[hit.end() :] else 0.0


def in_a_row(noun: str, text: str) -> float:
    """Whether a sentence names things in a row, and, best of all, as what is asked for."""
    rows = list(ROW.finditer(text))
    closed = [text[row.end() : row.end() + 2 + len(noun)] for row in rows if row[0][-1] == "等"]
    if noun and any(noun in said for said in closed):
        return 1.0
    return FAIR if closed else LEAST if rows else 0.0


def renumbered(question: str, forms: Sequence[str], text: str) -> float:
    """Whether a sentence prints a number of the question in its other form, or one that is about
    as much."""
    held = any(form in text for form in forms) or printed(question, text) != question
    return FAIR if held else 0.0


def aged(who: str, text: str) -> float:
    """Whether a sentence tells an age, and, best of all, with the one whose age is asked for."""
    if not AGE.search(text):
        return 0.0
    return 1.0 if who and who in text else LEAST


def dated(text: str) -> float:
    """Whether a sentence has a date or a time of day."""
    return LEAST if DATE.search(text) else 0.0
