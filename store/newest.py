"""Articles in the order of the paper: the newest issue first, in page order inside an issue.

Few articles that fit are sorted; of many, issue after issue is walked until the wanted ones are
found, so that a screen of a list costs the same however many the store holds.
"""

from __future__ import annotations

import threading
from collections.abc import Sequence
from typing import Any
from weakref import WeakKeyDictionary

from sqlite_utils import Database

from store.database import Store
from store.model import Filters

ORDER = (
    "issues.date IS NULL, issues.date DESC, issues.number DESC,"
    " length(page_label), page_label, articles.page, position, articles.number"
)
"""The indexes issues_newest and articles_printed are on these very expressions."""
FEW = 2000
"""Articles that are sorted in a few milliseconds."""
KEPT = 500
"""Totals remembered of a store: more than readers page through at a time."""

_totals: WeakKeyDictionary[Store, tuple[int, dict[Filters, int]]] = WeakKeyDictionary()
_lock = threading.Lock()


def known_total(store: Store, edition: int, filters: Filters) -> int | None:
    """How many articles fit as of an edition, when it was counted before."""
    with _lock:
        kept, totals = _totals.get(store, (edition, {}))
        return totals.get(filters) if kept == edition else None


def keep_total(store: Store, edition: int, filters: Filters, total: int) -> None:
    """Remember how many articles fit, until the archive changes."""
    with _lock:
        kept, totals = _totals.get(store, (edition, {}))
        if kept != edition or len(totals) >= KEPT:
            totals = {}
        _totals[store] = (edition, totals | {filters: total})


def walked(total: int, held: int, offset: int, limit: int) -> bool:
    """Whether walking to the articles wanted is cheaper than sorting all `total` that fit; the
    store holds `held`. A step of either costs about the same."""
    return total > FEW and (offset + limit) * held < total * total


def numbers(
    db: Database, where: str, values: Sequence[Any], offset: int, limit: int, *, walk: bool
) -> list[int]:
    """The numbers of articles that fit, in the order of the paper.

    To walk, `where` must tell of one article at a time whether it fits.
    """
    # A cross join keeps its order, and the order of the indexes is then that of the articles.
    # Sorted are numbers only: SQLite would carry whole articles along.
    tables = "issues CROSS JOIN articles" if walk else "articles JOIN issues"
    rows = db.execute(
        f"SELECT articles.number FROM {tables} ON issues.number = articles.issue"
        f" WHERE {where} ORDER BY {ORDER} LIMIT ? OFFSET ?",
        [*values, limit, offset],
    )
    return [number for (number,) in rows]
