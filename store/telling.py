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

from store.figures import FIGURE, MEASURE, NEAR, STOP, figure
from store.numerals import forms_of, printed
from store.reading.lexicon import SURNAMES

Telling = Callable[[str], float]
"""How far a folded sentence tells what is asked for: 0 not at all, 1 in so many words."""
MEANT = 8
"""Characters before or behind 多少 that may name what is counted."""
GAP = 4
"""Characters between a figure and its noun at which it tells half as much as beside it."""
LEAST = 0.25
"""What a sentence tells that has the form alone, without the noun asked for beside it."""
FAIR = 0.5
"""What a row tells that is closed by 等, whatever it is a row of, and a number of the question in
its other form."""
HAN = "[\u4e00-\u9fff]"
NOUNS = "人[口员才均]|项目|部[门分]|条件|家庭|户口|位置|名额|年轻|种子|大[学棚]|小[学麦区]|座位"
"""Words that begin like a measure word and are none."""
COUNT = re.compile(
    rf"(?P<before>{HAN}{{0,{MEANT}}}?)(?:[一总]?共|有|了|是|达|为|到)*(?<![好十])(?:多少|几)(?![乎何钱])"
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


def tellings(folded: str) -> list[Telling]:
    """What a folded question asks a sentence to tell; empty when its words are all there is."""
    found: list[Telling] = []
    if asked := COUNT.search(folded):
        words = paired(asked["behind"]) or paired(asked["before"])
        found.append(partial(counted, figure(asked["measure"]) if asked["measure"] else ANY, words))
    if asked := OFFICE.search(folded):
        found.append(partial(held, asked["held"] or asked["sought"]))
    if asked := MANY.search(folded):
        found.append(partial(in_a_row, asked["noun"] or ""))
    if of := AGED.search(folded):
        found.append(partial(aged, of["surname"] or of["who"] or ""))
    if WHEN.search(folded):
        found.append(dated)
    if forms := forms_of(folded):
        found.append(partial(renumbered, folded, forms))
    return found


def told(question: str, said: Iterable[str]) -> Iterator[float]:
    """How far each folded sentence of an article tells what a folded question asks for.

    Where one tells it outright, the others have its form by chance.
    """
    asked = tellings(question)
    if not asked:
        return repeat(0.0)
    shares = [max(one(sentence) for one in asked) for sentence in said]
    most = 1.0 if max(shares, default=0.0) < 1.0 else LEAST
    return (share if share == 1.0 else min(share, most) for share in shares)


def paired(words: str) -> list[str]:
    """The pairs of neighbouring characters of a run."""
    return [words[at : at + 2] for at in range(len(words) - 1)]


def counted(figures: re.Pattern[str], words: Sequence[str], text: str) -> float:
    """How near such a figure stands to what is counted."""
    sides = [near(words, side) for hit in figures.finditer(text) for side in beside(hit, text)]
    return max(LEAST, *sides) if sides else 0.0


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
