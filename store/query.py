"""A question as typed, understood: what is asked for, and the terms to look for.

Question words, politeness and talk to the bot are taken out before anything is counted. A term
is loose when it need not be there: it straddles a space that was typed or holds a word that only
joins others. A loose term counts for an article that has it, and never against one without.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache

from store.authorship import WRITER
from store.fold import fold
from store.framing import POLITE, matter
from store.lists import Items, items_asked
from store.retelling import retold
from store.sound import exact, heard, sounds
from store.typed import spelled

ASKING = (
    "(?:是|任|担任)?什么(?:职务|职位|官)|(?:都)?(?:包括|包含|分别是|有)哪[些几]个?|为什么|为何|什么时候|什么时间|什么地方|什么样|是什么意思|是什么(?!时|地方|样)|什么|谁写的|的?作者是谁|的作者$|是谁|谁"
    "|哪里|哪儿|哪个|哪些|哪位|哪一?年|哪种|哪几|哪一|哪家|哪|多少|多大|多久|多长|多高|第几|几(?=[个名位家年月天条项次种人件])"
    "|如何|怎么样了?|怎么办|是?怎么回事|怎么|怎样|咋样|咋|是否|是不是|有没有|有无|能否|能不能|可以吗|对吗"
    "|何时|何地|何年|何月|何处|何种|何人|何"
    "|吗|呢|吧|嘛|(?<=.)[啊呀哦]$"
)
STRIP = re.compile(f"(?:{POLITE})|(?:{ASKING})")
PARTICLES = frozenset("吗呢吧嘛啊呀哦")
WORDED = re.compile(
    "(?<![看读念喝上].)(?<=[酒书网氧贴茶陶餐])吧|吧(?=台)|呢(?=[绒料子])|(?<=[毛花])呢|(?<=喇)嘛|吗(?=啡)"
)
"""Where a character that may be a particle belongs to a word."""
SPOKEN = (
    "wei shen me", "shen me shi hou", "shen me", "shi shui", "shui xie", "na ge", "na xie",
    "na wei", "na nian", "duo shao", "zen me yang", "zen me", "zen yang", "qing wen",
)
"""Question words by sound, also where they were typed in wrong characters (神么, 那些)."""
SPELLED = ("shui", "na li", "ru he", "he shi", "he di", "shi fou")
"""Those that only count as typed in pinyin: in characters they are words of their own (水, 入河,
合适, 河堤)."""
JOINING = frozenset("的了是在有由被和与及对为以从到把将等个这那其之")
HAN = re.compile(r"[\u3007\u3400-\u9fff]")
PIECES = re.compile(r"[\u3007\u3400-\u9fff]+|[a-z]+|[0-9]+|\s+|.", re.DOTALL)
TALK = re.compile("你(?:是|叫|会|能|可以|有|多大|几岁|自己|真|们是)")
NUMBER = re.compile(r"多少|几[个名位家年月天条项次种人件元万]|多大|多高|多长|多久|第几")
PERSON = re.compile(r"(?:是谁|是什么人|是什么职务|什么职务|什么职位|担任什么)")

KINDS = (("number", NUMBER), ("person", PERSON))


@dataclass(frozen=True, slots=True)
class Term:
    """A pair of neighbouring characters or sounds of the question."""

    text: str
    loose: bool = False


@dataclass(frozen=True, slots=True)
class Query:
    """A question understood.

    `chars` and `sound` are what is left of it, squeezed, with a line break where something was
    taken out; `sound` is exact. `kind` is writer, number, person, item or empty; `items` are the
    list items asked for. `meant` is the folded question without what speaks of the reader.
    """

    question: str
    chars: str
    sound: str
    char_terms: tuple[Term, ...]
    sound_terms: tuple[Term, ...]
    kind: str = ""
    items: Items | None = None
    letters: str = ""
    meant: str = ""


def understand(question: str, aside: Sequence[str] = ()) -> Query:
    """The question as terms, those of `aside`, folded, loose. Never fails; an empty question has
    no terms."""
    folded = fold(question).strip()
    whole = lean(folded)
    meant = retold(folded)
    asked = matter(whole if meant == folded else lean(meant), aside)
    chars, sound = units(asked)
    more = units(whole) if asked != whole else ([], [])
    # Talk to the bot is taken as it stands: an article that answers it holds those very words.
    joining = frozenset[str]() if TALK.match(folded) else JOINING
    return Query(
        question=question,
        chars="".join(char for char, _ in chars if char != " ").strip("\n"),
        sound="".join(char for char, _ in sound if char != " ").strip("\n"),
        char_terms=terms(chars, more[0], joining),
        sound_terms=terms(told(sound), told(more[1]), joining),
        kind=kind_of(folded),
        items=items_asked(folded),
        letters="".join(char for char, firm in chars if firm and char not in " \n"),
        meant=meant,
    )


def lean(folded: str) -> str:
    """The question with a line break for what only asks; the question itself if that is all."""
    if TALK.match(folded):
        return folded
    left = stripped(WRITER.sub("\n", folded))
    if items := items_asked(folded):
        # The number is looked for among list items; as a word it is in other texts (第五届).
        plain = stripped(items.rest)
        left = plain if len(HAN.findall(plain)) > 1 else left
    return left if re.search(r"\w", left.replace("\n", "")) else folded


def stripped(folded: str) -> str:
    """The question with a line break for what only asks."""
    return STRIP.sub(lambda hit: hit[0] if worded(hit) else "\n", folded)


def worded(hit: re.Match[str]) -> bool:
    """Whether what looks like a particle is part of a word (书吧): it is where only one character
    of the question would be left."""
    if hit[0] not in PARTICLES:
        return False
    alone = hit.start() == 1 and not re.search(r"\w", hit.string[hit.end() :])
    return (alone and hit.string[0] not in JOINING) or bool(WORDED.match(hit.string, hit.start()))


def kind_of(folded: str) -> str:
    """What sort of answer the question wants."""
    if WRITER.search(folded):
        return "writer"
    if (items := items_asked(folded)) and items.sure:
        return "item"
    return next((kind for kind, pattern in KINDS if pattern.search(folded)), "")


def units(lean: str) -> tuple[list[tuple[str, bool]], list[tuple[str, bool]]]:
    """Characters and sounds in order, each with whether it may form firm terms.

    A space stands for a gap that was typed, a line break for words taken out.
    """
    chars: list[tuple[str, bool]] = []
    sound: list[tuple[str, bool]] = []
    spelt = False
    typed: list[int] = []
    # A Latin word among Han characters may be meant as it stands; in pinyin letters only mislead.
    mixed = HAN.search(lean) is not None
    for piece in PIECES.findall(lean):
        if piece[0].isalpha() and piece.isascii():
            said = spelled(piece)
            if said is None or mixed:
                chars += [(char, said is None) for char in piece]
            if said is None:
                sound += [(char, True) for char in piece]
            else:
                if spelt and sound and sound[-1][0] == " ":
                    sound.pop()
                sound += [(char, True) for char in said]
                typed += range(len(sound) - len(said), len(sound))
            spelt = said is not None
        elif piece[0].isalnum():
            chars += [(char, True) for char in piece]
            sound += [(char, True) for char in exact(piece)]
            spelt = False
        else:
            gap = "\n" if "\n" in piece else " "
            for side in (chars, sound):
                if side and side[-1][0] not in " \n":
                    side.append((gap, True))
    return chars, unspoken(sound, typed)


def unspoken(sound: list[tuple[str, bool]], typed: Sequence[int]) -> list[tuple[str, bool]]:
    """`sound` without the question words in it; `typed` are the places of typed pinyin."""
    if len(sound) < 4:
        return sound
    text = taken("".join(char for char, _ in sound), spoken(SPOKEN))
    if typed:
        places = set(typed)
        latin = "".join(char if i in places else "\0" for i, char in enumerate(text))
        # 谁 ends a question or stands after 是; elsewhere the sound is that of 水.
        inside = latin[:-1].replace(spoken(SPELLED)[0], "\0") + latin[-1:]
        gone = taken(inside, spoken(SPELLED))
        text = "".join("\n" if new == "\n" else old for old, new in zip(text, gone, strict=True))
    return [(char, firm) for char, (_, firm) in zip(text, sound, strict=True)]


def taken(text: str, phrases: Iterable[str]) -> str:
    """The text with a line break for each character of the phrases."""
    for phrase in phrases:
        text = text.replace(phrase, "\n" * len(phrase))
    return text


@cache
def spoken(phrases: tuple[str, ...]) -> list[str]:
    """Question words as exact sounds."""
    codes = sounds().codes
    return ["".join(codes[name] for name in phrase.split()) for phrase in phrases]


def terms(
    asked: list[tuple[str, bool]], aside: list[tuple[str, bool]], joining: frozenset[str]
) -> tuple[Term, ...]:
    """The terms of what is asked, and as loose ones those that what is said aside adds."""
    found = {term.text: term for term in paired(asked, joining)}
    for term in paired(aside, joining):
        found.setdefault(term.text, Term(term.text, loose=True))
    return tuple(found.values())


def told(sound: list[tuple[str, bool]]) -> list[tuple[str, bool]]:
    """Exact sounds as they are heard."""
    return [(heard(char), firm) for char, firm in sound]


def paired(units: list[tuple[str, bool]], joining: frozenset[str]) -> list[Term]:
    """The terms of a run of characters or sounds, each once, firm ones before loose ones."""
    found: dict[str, bool] = {}
    for i in range(len(units) - 1):
        (a, firm_a), (b, firm_b) = units[i], units[i + 1]
        gap = b == " " and i + 2 < len(units)
        if gap:
            b, firm_b = units[i + 2]
        if a in " \n" or b in " \n":
            continue
        loose = gap or not (firm_a and firm_b) or a in joining or b in joining
        found[a + b] = found.get(a + b, True) and loose
    return [Term(text, loose) for text, loose in found.items()]
