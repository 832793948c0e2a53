"""Questions of initials: dyql for 党员权利, against names and the titles of an archive."""

from __future__ import annotations

import re
from functools import lru_cache

from sqlite_utils import Database

from store.fold import comparable, fold
from store.sound import exact, sounds
from store.typed import spelled

READ = 3000
"""Names and titles looked at, so that the cost does not grow with the archive."""
GAP = 3
LATIN = re.compile("[a-z]{3,12}")


def initials_typed(question: str) -> str | None:
    """The letters of a question that is one run of initials; None when it may be anything else."""
    typed = fold(question).strip()
    if not LATIN.fullmatch(typed) or spelled(typed) is not None:
        return None
    return typed


def initials(text: str) -> str:
    """The first letter of each sound of a text, letters and digits as they are."""
    return exact(comparable(text)).translate(letters())


def matched(typed: str, text: str) -> str:
    """The first stretch of a text whose initials are these letters; empty if none.

    Words of two or more may stand a little apart (党员享有的权利), single letters may not.
    """
    hit = re.search(pattern(typed), initials(text))
    return comparable(text)[hit.start() : hit.end()] if hit else ""


def meant(db: Database, typed: str) -> list[str]:
    """What initials may stand for: names of columns, authors and regions, else parts of the
    newest titles; each once, the newest first."""
    names = db.execute(
        "SELECT name FROM facets WHERE kind IN ('column', 'author', 'region')"
        " ORDER BY number DESC LIMIT ?",
        [READ],
    )
    last = (name.rpartition("/")[2] for (name,) in names)
    if found := [name for name in last if initials(name) == typed]:
        return list(dict.fromkeys(found))
    titles = db.execute("SELECT title FROM articles ORDER BY number DESC LIMIT ?", [READ])
    return list(dict.fromkeys(filter(None, (matched(typed, title) for (title,) in titles))))


@lru_cache(maxsize=64)
def pattern(typed: str) -> str:
    """The letters together, or in two parts with at most GAP sounds between."""
    apart = (f"{typed[:i]}.{{1,{GAP}}}{typed[i:]}" for i in range(2, len(typed) - 1))
    return "|".join([typed, *apart])


@lru_cache(maxsize=1)
def letters() -> dict[int, str]:
    """First letter by the code point of a sound."""
    return {ord(code): name[0] for name, code in sounds().codes.items()}
