"""Sentences cut at a column's end: which piece goes on where another stops.

Every pair of an open end and a possible continuation is scored, then all pairs are settled
together: the most regret first, so that an end with one good continuation takes it before an end
that has several.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from heapq import heappop, heappush

from store.reading.edges import edges
from store.reading.grams import goes_on
from store.reading.runs import overlap
from store.reading.words import ends_sentence, gain, left_open, trails, unopened

GOES_ON, WORD, ON_PAGE, BEGINS, CLOSES, COUNTS, FRESHLY = 0.59, 0.4, 0.6, 1.1, 0.29, 0.27, 2.0
SAME_ARTICLE, ADJACENT, NEXT, UNDER_HEADING, TAKEN, TOPIC = 1.75, 4.6, 0.41, 2.16, 1.0, 27.0
"""What each sign weighs, in nats. They were fitted together, as a choice among all that may follow
an open end, on pages of the breaker with its own texts and with the text of public notices, and
then set for whole pages: about nine cuts in ten go on in the next paragraph. Those below are
judged, for the breaker knows too well where it puts things."""

OTHER_KIND, BEFORE, AGAIN = 1.5, 1.0, 8.0
TRAILING, HANGING, AWAY, JUMBLED = 3.0, 1.5, 3.0, 2.0
"""These too are judged: a beginning that no paragraph has; one that is a mark, which cannot stand
alone; a paragraph taken from the middle of another article; the next paragraph of an article in
which a rest is seen to stand behind a whole one, and which is therefore out of order."""

MOST_PULL = 0.2
LOST = 3.6
"""A pair below this is not joined: the rest of the sentence is lost."""
LEADS = 5.0
"""How much less will do where the second piece leads a block that an article's sentence skips."""

MARGIN = 1.4
"""A pair less than this above its rivals is joined with doubt: one such in five would be wrong if
the weights were exact."""

EDGE, MOST_GAIN = 6, 10.0
"""Characters each side of a cut that the dictionary looks at, and the most it may say."""

WINDOW = 40
"""Pieces on either side of an open end that are looked at."""

UNITS = (
    "个名位人项家万亿千百余多年月日元亩公米平台件次场户条支处期时岁分%％℃吨号级版届"
    "天座所部种类栋辆只头株双批份册组村%.点"
)
FRESH = re.compile(
    r"^(?:近日|近年来|日前|连日来|今年以来|截至目前|目前|下一步|据了解|据悉|同时|此外|另外|与此同时|为此|本报讯|在此基础上|"
    r"[一二三四五六七八九十]是|首先|其次|最后|第[一二三四五][，,、是]|活动中|活动现场|会上|会议|(?:19|20)\d\d年|“[^”]{2,}”|[(（][一二三四五六七八九十\d])"
)

DATED = re.compile(r"([0-9]+)([年月日]?)")
MOST = {"年": 9999, "月": 12, "日": 31}


@dataclass(frozen=True, slots=True, order=True)
class Pair:
    """A possible join of two pieces, by their numbers in printed order."""

    left: int
    right: int
    score: float


class Judge:
    """Scores joins with what this page itself says about which characters go together."""

    def __init__(self, texts: Sequence[str]) -> None:
        self.pairs: Counter[str] = Counter()
        self.single: Counter[str] = Counter()
        self.spread: Counter[str] = Counter()
        for text in texts:
            grams = [text[i : i + 2] for i in range(len(text) - 1)]
            self.pairs.update(grams)
            self.single.update(text)
            self.spread.update(set(grams))
        self.total = max(1, sum(self.single.values()))
        self.texts = max(1, len(texts))

    def text_score(self, left: str, right: str) -> float:
        """How well `right` goes on from `left`, in nats; 0 when nothing speaks."""
        return join_score(left, right) + ON_PAGE * self._together(left, right)

    def _together(self, left: str, right: str) -> float:
        """Pointwise mutual information of the two characters at the cut, from the page, 0 to 4."""
        both = self.pairs.get(left[-1] + right[0], 0)
        if not both:
            return 0.0
        apart = self.single[left[-1]] * self.single[right[0]]
        return max(0.0, min(math.log(both * self.total / apart), 4.0)) * (0.5 if both == 1 else 1.0)


def join_score(left: str, right: str) -> float:
    """How well `right` goes on from `left` by what print has side by side, in nats; 0 when nothing
    speaks."""
    if overlap(left, right):
        return AGAIN
    return (
        GOES_ON * goes_on(left, right)
        + WORD * min(gain(left[-EDGE:], right[:EDGE]), MOST_GAIN)
        - BEGINS * edges().begins(right)
        + CLOSES * _brackets(left, right)
        + COUNTS * _figures(left, right)
        + TRAILING * trails(right)
        - FRESHLY * bool(FRESH.match(right))
    )


def _brackets(left: str, right: str) -> float:
    """Quotes and brackets that the cut divides must close on its other side."""
    waiting, closing = left_open(left), unopened(right)
    if waiting and closing:
        return 8.0 if waiting[-1] == closing[0] else -4.0
    if waiting:
        return -4.0 if ends_sentence(right) else -1.0
    return -5.0 if closing else 0.0


def _figures(left: str, right: str) -> float:
    """A number goes on in digits or in what it counts, a month in its day; two are not one."""
    if _welds(left, right):
        return -40.0
    if re.search(r"\d月$", left) and re.match(r"\d{1,2}日", right):
        return 11.0
    if left[-1].isdigit():
        return 4.0 if right[0].isdigit() or right[0] in UNITS else -5.0
    if right[0].isdigit() and left[-1] not in "，。、；：":
        return 2.0 if not re.match(r"\d{1,4}[年月日.．、)）]", right) else 0.0
    return 0.0


def _welds(left: str, right: str) -> bool:
    """Whether a join makes a date that cannot be: of 6 and 2023年, of 4 and 5月."""
    before, after = re.search(r"[0-9]+$", left), DATED.match(right)
    if not before or not after:
        return False
    whole_year = after[2] == "年" and len(after[1]) == 4
    return whole_year or int(before[0] + after[1]) > MOST.get(after[2], math.inf)


def settle(pairs: list[Pair], least: float = LOST) -> list[tuple[Pair, float]]:
    """The joins to make, each with its margin over the next best, lost ends left out.

    Greatest regret first: the open end that would lose most by taking its second best chooses
    first, which is nearly as good as a full assignment on random cuts and n log n.
    """
    return list(_Settling([p for p in pairs if p.score > least], least).chosen())


class _Settling:
    """Pairs still possible and a heap of open ends by what they would lose.

    When a continuation is taken, the ends that hoped for it are put on the heap again; an entry
    that is no longer true is passed over.
    """

    def __init__(self, pairs: list[Pair], least: float) -> None:
        self.least = least
        self.lefts: dict[int, list[Pair]] = {}
        self.rights: dict[int, list[Pair]] = {}
        for pair in sorted(pairs, key=lambda p: -p.score):
            self.lefts.setdefault(pair.left, []).append(pair)
            self.rights.setdefault(pair.right, []).append(pair)
        self.heap: list[tuple[float, int, Pair]] = []
        for left in self.lefts:
            self._push(left)

    def chosen(self) -> Iterator[tuple[Pair, float]]:
        """The pairs to join, most regretted first, each with its margin."""
        while self.heap:
            cost, left, pair = heappop(self.heap)
            hopes = self.lefts.get(left)
            if hopes and hopes[0] == pair and -cost == self._regret(left):
                yield pair, min(-cost, self._contest(pair))
                self._take(pair)

    def _regret(self, left: int) -> float:
        best, *rest = self.lefts[left]
        return best.score - (rest[0].score if rest else self.least)

    def _contest(self, pair: Pair) -> float:
        """How far a pair stands above others that want its continuation."""
        rivals = [
            p.score for p in self.rights[pair.right] if p is not pair and p.left in self.lefts
        ]
        return pair.score - max([self.least, *rivals])

    def _push(self, left: int) -> None:
        if self.lefts[left]:
            heappush(self.heap, (-self._regret(left), left, self.lefts[left][0]))

    def _take(self, pair: Pair) -> None:
        del self.lefts[pair.left]
        for left in {p.left for p in self.rights[pair.right]} & self.lefts.keys():
            self.lefts[left] = [p for p in self.lefts[left] if p.right != pair.right]
            self._push(left)
