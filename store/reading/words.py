"""What the dictionary and the brackets say about laying two pieces of text side by side."""

from __future__ import annotations

import math
import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rjieba import Jieba

TOTAL = 60_101_967.0
"""Sum of the frequencies of jieba's dictionary, which rjieba carries."""

COMMON = 100
"""Of the words in the dictionary's count, how many a word must have to be a common one."""

PAIRS = {
    "“": "”",
    "‘": "’",
    "《": "》",
    "（": "）",
    "(": ")",
    "「": "」",
    "『": "』",
    "【": "】",
    "〈": "〉",
}
CLOSERS = {closer: opener for opener, closer in PAIRS.items()}
WIDTHS = str.maketrans({"（": "(", "）": ")"})
ENDED = re.compile(r"(?:[。！？!?…；;：:]|[。！？!?…][”’」』）)】]{1,2}|[~～])$")
BEHEADED = re.compile(
    r"^(?:(?![一二三四五六七八九十\d①-⑳])[\u4e00-\u9fff]、|[^“‘《（(「『〈【。！？!?：:，,；;\d]{1,8}[”’》』」〉])"
)
TRAILS = re.compile(
    r"^(?:的(?!确)|了(?!解|望)|也(?!许|有|正|是)|[们却吗呢吧]|[\u4e00-\u9fff]{1,4}[。；！？;!?]|"
    r"(?![看瞧听您好是])[\u4e00-\u9fff][，,])"
)
HANGING = re.compile(r"^[，。、；：！？,;:!?”’）)》」』】％%·]")


@cache
def dictionary() -> Jieba:
    """jieba's dictionary; a fifth of a second, which only those who read pages wait for."""
    import rjieba

    return rjieba.Jieba()


@lru_cache(maxsize=65536)
def _cost(token: str) -> float:
    return math.log(max(dictionary().suggest_freq(token), 1) / TOTAL)


def _likelihood(text: str) -> float:
    return sum(_cost(token) for token in dictionary().cut(text, False))


@lru_cache(maxsize=65536)
def gain(left: str, right: str) -> float:
    """How much likelier two pieces are as one text than as two, in nats, 0 when no word lies
    across the cut: log P(AB) - log P(A) - log P(B) under the dictionary's unigrams."""
    return _likelihood(left + right) - _likelihood(left) - _likelihood(right)


def is_wordy(text: str) -> bool:
    """Whether a text is made of two-character dictionary words, as names hardly ever are."""
    tokens = dictionary().cut(text, False)
    return len(text) >= 4 and sum(len(t) for t in tokens if len(t) >= 2) == len(text)


def leads_with_a_word(text: str) -> bool:
    """Whether a text is a dictionary word, or begins with a common one of two characters or more
    (红旗谱, 普查组), as a name does only by chance."""
    first, *rest = dictionary().cut(text, False)
    return len(first) > 1 and (not rest or dictionary().suggest_freq(first) >= COMMON)


def last_word(text: str) -> str:
    """The word of the dictionary that a text ends in."""
    return str(dictionary().cut(text, False)[-1])


def is_common(text: str) -> bool:
    """Whether a text is one dictionary word, and a common one."""
    whole = dictionary().cut(text, False) == [text]
    return whole and dictionary().suggest_freq(text) >= COMMON


@lru_cache(maxsize=4096)
def left_open(text: str) -> str:
    """The closing marks that a text still waits for, outermost first (brackets of one width)."""
    waiting: list[str] = []
    for char in text.translate(WIDTHS):
        if char in PAIRS:
            waiting.append(PAIRS[char])
        elif waiting and char == waiting[-1]:
            waiting.pop()
    return "".join(waiting)


@lru_cache(maxsize=4096)
def unopened(text: str) -> str:
    """The closing marks of a text that nothing in it has opened, in order."""
    depth: dict[str, int] = {}
    found: list[str] = []
    for char in text.translate(WIDTHS):
        if char in PAIRS:
            depth[char] = depth.get(char, 0) + 1
        elif char in CLOSERS:
            opener = CLOSERS[char]
            if depth.get(opener, 0):
                depth[opener] -= 1
            else:
                found.append(char)
    return "".join(found)


def ends_sentence(text: str) -> bool:
    """Whether a text ends where a paragraph may end."""
    return bool(ENDED.search(text[-3:]))


def starts_hanging(text: str) -> bool:
    """Whether a text begins with a mark that cannot begin a paragraph."""
    return bool(HANGING.match(text))


def lost_head(text: str) -> bool:
    """Whether a text can only be the rest of a sentence: it begins with a mark, with one character
    and a pause, or closes at once a quotation that nothing has opened."""
    return starts_hanging(text) or bool(BEHEADED.match(text))


def trails(text: str) -> bool:
    """Whether a text begins as hardly any paragraph does: with a particle, or a few characters
    and the end of their sentence."""
    return bool(TRAILS.match(text))
