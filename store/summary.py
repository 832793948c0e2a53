"""A few of an article's own sentences, so that a summary is always quotation.

Which sentences depends on the kind of article: news leads and then gives results, a report leads
and then has a point under each subhead, an essay states and concludes. Cleaning the text first
matters more than how sentences are ranked.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from operator import add

from store.model import Article, Draft, Kind

SHORTEST, LONGEST = 120, 200
"""Characters that a summary aims at; an article with less to say has a shorter one."""

SENTENCE = re.compile(r"[^。！？!?…]*[。！？!?…]+[”’」』）)]*|[^。！？!?…]+[；;：:]$")
"""A sentence has its end: what a cut has left without one is not quoted."""

OPENING = re.compile(
    r"^\s*(?:[◆◇■▲△●►▶▪※□★☆]\s*)?(?:本报|本网)[^，。]{0,10}?讯\s*(?:[(（][^)）]{0,40}[)）])?\s*"
    r"(?:[^。，：:]{0,30}?报道[：:])?\s*"
)
MARK = re.compile(r"^(?:[◆◇■▲△●►▶▪※□★☆•]\s*|[-·*]\s+)")
SIGNATURE = re.compile(
    r"\s*[(（][^()（）]{0,30}(?:记者|通讯员|来源|摄|摘自|转自)[^()（）]{0,30}[)）]\s*$"
)
SIGNED = 100
"""Characters from a paragraph's end within which a signature lies."""
WORDS = re.compile(r"[^\W_]+")
RESULT = re.compile(r"截至|目前|累计|共计|已有|达到?|增长|提升|实现|完成|覆盖|同比|\d")
SCENERY = re.compile(
    r"^(?:春回|盛夏|金秋|初冬|寒冬|走进|一张张|一声声|波光|阳光|清晨|夜幕|初春|时值)"
)
SPEECH = re.compile(r"^(?:“(?![^”]{1,12}”(?![，,。说]))|[\"‘「])")
"""Speech rather than a quoted name that begins a sentence."""

BACKWARD = re.compile(r"^(?:这|此[举外]|该|其|他|她|它|同时|与此同时|对此|为此|另外|而)")
POINTING = re.compile(r"^(?:这[是就也个，]|他|她|它)")
TIMED = re.compile(r"^(?:近日|日前|近年来|前不久|连日来|去年|今年|[\d]{1,4}[年月])")
TELLING = re.compile("(?:[^\u4e00-\u9fff]*[\u4e00-\u9fff]){12}")
"""Enough Han characters to say something."""
ENDED = re.compile(r"[。！？!?；;”）)…]$|。")
OPENING_STRETCH = 40
"""Characters from a paragraph's start within which scenery colours all of it."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of an article: paragraph number (from 0) and half-open offsets within it."""

    text: str
    paragraph: int
    start: int
    end: int


def summarize(article: Article | Draft) -> str:
    """The summary of an article: its own sentences, in printed order, joined with nothing.

    120-200 characters where the article has that much to say; a single longer lead is kept
    whole rather than cut. Empty for an article without text.
    """
    return "".join(s.text for s in summary_sentences(article))


def summary_sentences(article: Article | Draft) -> tuple[Sentence, ...]:
    """The sentences of the summary with their places, in printed order."""
    paragraphs = [p if isinstance(p, str) else p.text for p in article.paragraphs]
    title, kind = article.title, article.kind
    told = list(_sentences(paragraphs))
    if not told:
        return tuple(_whole(paragraphs))[:1]
    order = _preferred(title, kind, paragraphs, told)
    chosen: list[Sentence] = []
    for sentence in order:
        if _fits(chosen, sentence):
            chosen.append(sentence)
        if kind in ("brief", "photo") or sum(len(s.text) for s in chosen) >= SHORTEST:
            break
    return tuple(sorted(chosen, key=lambda s: (s.paragraph, s.start)))


def _fits(chosen: list[Sentence], sentence: Sentence) -> bool:
    """Whether a sentence adds something and leaves the summary short enough."""
    if not chosen:
        return True
    if sum(len(s.text) for s in chosen) + len(sentence.text) > LONGEST:
        return False
    return all(_likeness(s.text, sentence.text) < 0.5 for s in chosen)


def _preferred(
    title: str, kind: Kind, paragraphs: Sequence[str], told: list[Sentence]
) -> list[Sentence]:
    """The sentences in the order in which they deserve a place."""
    telling = [s for s in told[1:] if not (_idle(s) or POINTING.match(s.text))]
    ranked = sorted(telling, key=lambda s: (-_worth(title, s), s.paragraph, s.start))
    match kind:
        case "commentary":
            last = [s for s in told if s.paragraph == told[-1].paragraph][:1]
            return _once([*told[:2], *last, *ranked])
        case "feature":
            return _once([_lead(told), *_under_subheads(title, paragraphs, told), *ranked])
        case "study":
            return told
        case _:
            return _once([_lead(told), *ranked])


def _lead(told: list[Sentence]) -> Sentence:
    """The first sentence that stands on its own: not in a paragraph that opens with scenery or
    speech, and not one that points back (这是…); the first of all when there is none."""
    idle = {s.paragraph for s in reversed(told) if s.start < OPENING_STRETCH and _idle(s)}
    fit = (
        s
        for s in told
        if (s.paragraph not in idle or TIMED.match(s.text)) and not BACKWARD.match(s.text)
    )
    return next(fit, next((s for s in told if not _idle(s)), told[0]))


def _once(sentences: list[Sentence]) -> list[Sentence]:
    return list(dict.fromkeys(sentences))


def _under_subheads(
    title: str, paragraphs: Sequence[str], told: list[Sentence]
) -> Iterator[Sentence]:
    """The best sentence of each section of a report."""
    heads = [i for i, p in enumerate(paragraphs) if is_subhead(p)]
    for start, end in pairwise([*heads, len(paragraphs)]):
        section = [s for s in told if start < s.paragraph < end and not SPEECH.match(s.text)]
        if section:
            yield max(section, key=lambda s: (_worth(title, s), -s.paragraph))


def is_subhead(paragraph: str) -> bool:
    """Whether a paragraph is a heading inside an article: short and without a sentence's end."""
    return len(paragraph) <= 40 and not ENDED.search(paragraph)


def _worth(title: str, sentence: Sentence) -> float:
    """How much a sentence tells: the title's words, results and figures, early rather than late."""
    grams = _grams(title)
    shared = sum(map(sentence.text.__contains__, grams)) / max(1, len(grams))
    results = min(3, len(RESULT.findall(sentence.text))) / 3
    length = 0.2 if 25 <= len(sentence.text) <= 110 else -0.2
    return (
        shared
        + 0.6 * results
        + length
        - 0.05 * sentence.paragraph
        - (0.5 if _idle(sentence) else 0)
        - (0.3 if BACKWARD.match(sentence.text) else 0)
    )


def _idle(sentence: Sentence) -> bool:
    return bool(SCENERY.match(sentence.text) or SPEECH.match(sentence.text))


def _likeness(one: str, two: str) -> float:
    first, second = _grams(one), _grams(two)
    return len(first & second) / max(1, min(len(first), len(second)))


@lru_cache(maxsize=64)
def _grams(text: str) -> frozenset[str]:
    runs = WORDS.findall(text)
    return frozenset().union(*(map(add, run, run[1:]) for run in runs))


def _sentences(paragraphs: Sequence[str]) -> Iterator[Sentence]:
    """Sentences worth quoting: no subheads, no opening formula, no signature, no bare slogan."""
    for number, paragraph in enumerate(paragraphs):
        if is_subhead(paragraph):
            continue
        begun = OPENING.match(paragraph) or MARK.match(paragraph)
        start = begun.end() if begun else 0
        signed = SIGNATURE.search(paragraph, max(0, len(paragraph) - SIGNED))
        end = signed.start() if signed else len(paragraph)
        for low, high in _ranges(paragraph, start, end):
            words = paragraph[low:high].strip()
            if TELLING.match(words):
                at = paragraph.index(words, low)
                yield Sentence(words, number, at, at + len(words))


def _ranges(paragraph: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The sentences of a paragraph; those inside one speech stay together, and what has lost the
    beginning or the end of its speech is left out."""
    low, open_ = start, 0
    speaks = "“" in paragraph or "”" in paragraph
    for found in SENTENCE.finditer(paragraph, start, end):
        if speaks:
            open_ += found[0].count("“") - found[0].count("”")
        if open_ > 0:
            continue
        if open_ == 0 and found.end() - low <= LONGEST:
            yield low, found.end()
        low, open_ = found.end(), 0


def _whole(paragraphs: Sequence[str]) -> Iterator[Sentence]:
    """Paragraphs as they are, for an article of nothing but short lines."""
    for number, paragraph in enumerate(paragraphs):
        if paragraph.strip():
            yield Sentence(paragraph[:LONGEST], number, 0, min(len(paragraph), LONGEST))
