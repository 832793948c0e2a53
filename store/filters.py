"""What is restricted to something the archive holds, as filters. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import asdict, replace
from typing import Any

from store.dates import When
from store.model import NO_FILTERS, Filters
from store.restrictions import Restriction

EVER = Filters(since="0001-01-01")
"""Any day: what fits is an article of a known date."""


def fitting(said: Iterable[Restriction]) -> Filters:
    """What is restricted to something the archive holds, as filters."""
    filters = NO_FILTERS
    for one in said:
        if one.known:
            filters = combined(filters, asdict(one.value))
    return filters


def combined(filters: Filters, others: Mapping[str, Any]) -> Filters:
    """`filters` with the fields of `others` that it leaves open."""
    return replace(filters, **{k: v for k, v in others.items() if getattr(filters, k) is None})


def dates(moment: When) -> Filters:
    """A range of days as filters."""
    return Filters(since=moment.since.isoformat(), until=moment.until.isoformat())
