"""Authors, columns and papers of the archive that a question names.

Only what the archive holds is understood: a name no article has stays a word to look for, or is
one of `store.strangers`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from sqlite_utils import Database

from store.fold import fold
from store.model import Filters
from store.query import kind_of
from store.remainder import nothing, without
from store.restrictions import Restriction
from store.sound import listen

Span = tuple[int, int]
LONGEST = 16
"""Characters a name may have."""
WROTE = "(?:同志|老师|记者)?(?:的|最近|近来|去年|今年|都|还|又|一共|发表|采)*"
WRITING = "(?:写|拍摄|拍|摄影|摄|撰|署名|报道|文章|稿|作品|新闻|照片|消息)"
BEFORE = "(?:作者|记者|通讯员|摄影|谁写的?|作者是谁)[是为叫:：，, ]*"
CORNER = "(?:这个|那个|的)?(?:栏目|专栏|栏)"
CALLED = re.compile(r"[\u4e00-\u9fff]{2,6}报(?![社告道纸表名刊考到废销酬复])")
NAMES = {
    "paper": "SELECT DISTINCT paper FROM issues WHERE ifnull(paper, '') IN",
    "column": 'SELECT DISTINCT "column" FROM articles WHERE "column" IN',
    "author": "SELECT DISTINCT author FROM article_authors WHERE author IN",
}


def named(
    db: Database,
    kind: str,
    folded: str,
    question: str,
    spans: Iterable[tuple[int, int]],
) -> str | None:
    """The longest name of this kind that stands in the question, outside `spans`."""
    free = {without(folded, spans, "\n"), without(question, spans, "\n")}
    wanted = list(frozenset().union(*map(grams, free)))
    held: list[str] = []
    for start in range(0, len(wanted), 500):
        batch = wanted[start : start + 500]
        marks = ",".join("?" * len(batch))
        held += (name for (name,) in db.execute(f"{NAMES[kind]} ({marks})", batch))
    return max(held, key=lambda name: (len(name), name), default=None)


@lru_cache(maxsize=8)
def grams(text: str) -> frozenset[str]:
    """What in a text may be a name: the same for every kind of name."""
    return frozenset(
        text[at:stop]
        for at in range(len(text))
        for stop in range(at + 2, min(at + LONGEST, len(text)) + 1)
    )


def accepted(
    kind: str, name: str, folded: str, spans: list[tuple[int, int]]
) -> tuple[int, int] | None:
    """Where the name stands, when the question means it as a name; None when it may be a word."""
    span = printed(kind, name, folded)
    if span is None:
        return None
    plain = re.escape(fold(name))
    alone = nothing(folded, [*spans, span]) and kind_of(folded) != "person"
    if kind == "author":
        said = re.search(f"{plain}{WROTE}{WRITING}(?:了|过|的)?|{BEFORE}{plain}", folded)
        return span if alone else said.span() if said else None
    corner = re.search(f'{plain}{CORNER}|栏目[“"「]?{plain}', folded) if kind == "column" else None
    return corner.span() if corner else span if alone or kind == "paper" else None


def printed(kind: str, name: str, folded: str) -> Span | None:
    """Where the characters of a name stand; None for a paper's office (日报社), which is something
    else to ask about."""
    hit = re.search(re.escape(fold(name)) + ("(?!社)" if kind == "paper" else ""), folded)
    return hit.span() if hit else None


def called(db: Database, folded: str) -> tuple[str, Span] | None:
    """The paper that a question calls by the beginning of its name (青禾报 for 青禾日报), and where
    it does; None when no paper's, or several papers', begins so."""
    for hit in CALLED.finditer(folded):
        for name in (hit[0][at:-1] for at in range(len(hit[0]) - 2)):
            rows = db.execute(
                "SELECT DISTINCT paper FROM issues WHERE paper > ? AND paper < ? LIMIT 2",
                [name, name + "\U0010ffff"],
            ).fetchall()
            if len(rows) == 1 and rows[0][0].endswith("报"):
                return rows[0][0], (hit.end() - len(name) - 1, hit.end())
    return None


def namesake(db: Database, one: Restriction) -> Restriction | None:
    """The restriction to the one author of that surname whose name sounds like this one that the
    archive does not know; None without one, or with several."""
    if one.kind != "author":
        return None
    rows = db.execute(
        "SELECT name FROM facets WHERE kind = 'author' AND name > ? AND name < ?",
        [one.said[0], chr(ord(one.said[0]) + 1)],
    )
    alike = [name for (name,) in rows if listen(name) == listen(one.said)]
    if len(alike) != 1:
        return None
    return one._replace(value=Filters(author=alike[0]), known=True)
