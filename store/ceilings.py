"""The most that is claimed where a question asks for more than matching words can show. Pure.

The chances are fitted on questions of full sentences; what is here are kinds of questions those
hold too few of, with ceilings that are judged, and checked by `tests/test_ceilings.py`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from store.authorship import only_mentioned
from store.finding import Ranked
from store.fold import fold, squeeze
from store.initials import in_pieces
from store.match import Wanted
from store.query import TALK

LONE = 0.45
"""A single character: any title that holds it is as good."""
UNLISTED = 0.4
"""What is left of the chance when no item of the number asked for is in the article."""
UNSAID = 0.2
"""No word that was typed is there, only what sounds alike: a slip of the keyboard, or something
else altogether. It is offered, and the spelling with it."""
IDLE = 0.2
"""Something is asked of a place, and nothing but the place is there to be found."""
UNTOLD = 0.15
"""What is asked for has a form (a sum, an office, so many of something) that is not in the article:
it is about the matter, and does not tell this of it."""
CONTRADICTED = 0.2
"""The question names another time, author, paper, column, page, place or number than the article
that holds the rest of it: that one is offered, and said to be another."""
ABSENT = 0.05
"""The quotation asked for stands nowhere; nothing is asked; or the bot itself is."""
GRAMMAR = frozenset(
    "的了吗呢吧啊呀哦噢喔嗯呃额唉哎哈嘿呵嘻是有在不没无对好行可以能会要想这那哪我你您他她它们个就都也很还"
    "什么怎样多少几谁为何如请问谢再见喂哟咯啦嘛么早晚安"
)
"""Characters of which no question is made that an article could answer."""
GREETINGS = frozenset({"ok", "hi", "hello", "hey", "yes", "no", "test", "bye", "thanks"})


def capped(
    wanted: Wanted, ranked: Sequence[Ranked], measured: Mapping[str, float], sure: float
) -> float:
    """The chance (0-1) `sure`, no higher than the kind of the question allows."""
    if not ranked:
        return 0.0
    folded = fold(wanted.query.question)
    if empty(folded) or (TALK.match(folded) and ranked[0].signals.chars < 1):
        return min(ABSENT, sure)
    if in_pieces(folded, ranked[0].article):
        return min(UNSAID, sure)
    if len(wanted.query.chars) == 1:
        return min(LONE, 1 / len(ranked))
    if wanted.query.kind == "writer" and only_mentioned(folded, ranked[0].article):
        return min(ABSENT, sure)
    if ranked[0].listed is False:
        return sure * UNLISTED
    if measured["untold"]:
        return min(UNTOLD, sure)
    if measured["idle"]:
        return min(IDLE, sure)
    return min(UNSAID, sure) if measured["unsaid"] else sure


def empty(folded: str) -> bool:
    """Whether a question has no word of content: 在吗, 好的, 哈哈, a greeting, or marks alone."""
    said = squeeze(folded)
    return GRAMMAR.issuperset(said) or said in GREETINGS
