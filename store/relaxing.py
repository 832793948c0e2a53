"""Filters of which articles fit each, and none all: less the one that keeps them all out."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import NamedTuple

from sqlite_utils import Database

from store.articles import any_fits
from store.model import NO_FILTERS, Filters
from store.restrictions import Restriction

ORDER = ("date", "page", "region", "column", "paper", "author")
"""What is given up first: a day is remembered worse than a place, a place than where it stood, and
who asks for an author means that one."""


class Relaxed(NamedTuple):
    """Filters that articles fit, and the restriction that was given up for it."""

    filters: Filters
    without: Restriction


def relaxed(db: Database, filters: Filters, said: Iterable[Restriction]) -> Relaxed | None:
    """The filters less one of the restrictions said; None where no article fits then either."""
    for one in sorted(said, key=lambda one: ORDER.index(one.kind)):
        fields = [name for name in Filters.__dataclass_fields__ if getattr(one.value, name)]
        less = replace(filters, **dict.fromkeys(fields))
        if less != NO_FILTERS and any_fits(db, less):
            return Relaxed(less, one)
    return None
