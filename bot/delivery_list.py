"""`baowen deliveries`: what is on its way, what arrived, what did not and why."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import tzinfo

from bot import owner_words, words
from store import browse, outbox
from store.database import Store
from store.errors import NotFound
from store.outbox import Row


def listed(store: Store, zone: tzinfo, state: str | None = None, limit: int = 20) -> Iterator[str]:
    """Lines for a terminal: the counts of each state and why, then the rows last changed.

    Without a state the rows are those that wait for something or have come to nothing.
    """
    yield from summed(store)
    states = [state] if state else ["failed", "suspended", "sending", "claimed", "waiting", "held"]
    rows = [row for one in states for row in outbox.rows(store, one, limit)][:limit]
    if rows:
        yield ""
    for row in rows:
        yield line(store, row, zone)


def summed(store: Store) -> Iterator[str]:
    """How many deliveries are in each state and why, the most first in each."""
    counts = outbox.summary(store)
    for state in outbox.STATES:
        here = {why: n for (found, why), n in counts.items() if found == state}
        if here:
            whys = [f"{word(why)} {n}" for why, n in sorted(here.items(), key=most) if why]
            reasons = f"（{'，'.join(whys)}）" if whys else ""
            yield f"{owner_words.DELIVERY_STATES[state]} {sum(here.values())}{reasons}"
    if waiting := outbox.settling(store):
        yield owner_words.DELIVERIES_SETTLING.format(count=waiting)
    elif not counts:
        yield owner_words.DELIVERIES_NONE


def most(item: tuple[str | None, int]) -> tuple[int, str]:
    """The order of reasons: the commonest first."""
    return (-item[1], item[0] or "")


def line(store: Store, row: Row, zone: tzinfo) -> str:
    """One delivery: where to, of which issue, in which state, since when."""
    chat = f"{row.target.chat}/{row.target.thread}" if row.target.thread else str(row.target.chat)
    why = f"：{word(row.why)}" if row.why else ""
    moment = row.due if row.state == "waiting" else row.at
    when = moment.astimezone(zone).strftime("%m-%d %H:%M")
    state = f"{owner_words.DELIVERY_STATES[row.state]}{why}"
    return f"{chat:>16}  {when}  {name(store, row.issue)}  {state}"


def name(store: Store, issue: int) -> str:
    """An issue by paper and date; one that is gone by its number."""
    try:
        found = browse.issue(store, issue)
    except NotFound:
        return f"#{issue}"
    return f"{found.paper or words.NO_PAPER} {found.date or words.NO_DATE}"


def word(why: str | None) -> str:
    """A reason in Chinese; Telegram's own words as they are."""
    return owner_words.DELIVERY_REASONS.get(why or "", why or "")
