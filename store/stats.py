"""Counts for the owner: what was asked and sent, week by week, and how things stand."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta, tzinfo

from store import chats, outbox, subscriptions, visits
from store.database import Store
from store.fold import comparable


@dataclass(frozen=True, slots=True)
class Week:
    """A week from its Monday: readers, questions, those not found, verdicts, alerts delivered."""

    monday: date
    readers: int = 0
    questions: int = 0
    misses: int = 0
    good: int = 0
    bad: int = 0
    sent: int = 0


@dataclass(frozen=True, slots=True)
class Told:
    """What readers asked and were not helped with: how often, when last, and why they say so."""

    question: str
    count: int
    last: date
    reasons: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Standing:
    """How things stand now.

    `readers` wrote in the last days for which talks are kept; `targets` are chats and topics that
    subscribe, `reached` the chats of them that can be reached; `deliveries` counts by state.
    """

    readers: int
    targets: int
    reached: int
    subscriptions: int
    paused: int
    deliveries: dict[str, int]


def weeks(store: Store, now: datetime, count: int = 8) -> tuple[Week, ...]:
    """The last `count` weeks, this one included, the oldest first, by the clock of `now`."""
    this = monday_of(now.date())
    mondays = [this - timedelta(weeks=back) for back in range(count - 1, -1, -1)]
    since = datetime.combine(mondays[0], datetime.min.time(), now.tzinfo)
    questions = by_week(days(store, "SELECT substr(at, 1, 10), count(*) FROM asked", since))
    misses = by_week(days(store, "SELECT substr(at, 1, 10), sum(NOT found) FROM asked", since))
    good = by_week(days(store, "SELECT substr(at, 1, 10), sum(good) FROM verdicts", since))
    bad = by_week(days(store, "SELECT substr(at, 1, 10), sum(NOT good) FROM verdicts", since))
    sent = by_week(sent_days(store, since))
    readers = by_week(Counter(visits.by_day(store, mondays[0])))
    return tuple(
        Week(one, *(counts[one] for counts in (readers, questions, misses, good, bad, sent)))
        for one in mondays
    )


def days(store: Store, select: str, since: datetime) -> Counter[date]:
    """Counts by day from a table whose `at` is ISO in the paper's time zone."""
    with store.reading() as db:
        rows = db.execute(f"{select} WHERE at >= ? GROUP BY 1", [since.date().isoformat()])
        return Counter({date.fromisoformat(day): int(count) for day, count in rows})


def sent_days(store: Store, since: datetime) -> Counter[date]:
    """Alerts delivered by day, by the clock of `since`."""
    with store.reading() as db:
        rows = db.execute(
            "SELECT CAST(at / 3600 AS INTEGER), count(*) FROM deliveries"
            " WHERE state = 'sent' AND at >= ? GROUP BY 1",
            [since.timestamp()],
        ).fetchall()
    found: Counter[date] = Counter()
    for hour, count in rows:
        found[day_of(hour, since.tzinfo)] += count
    return found


def day_of(hour: int, zone: tzinfo | None) -> date:
    """The day of an hour since 1970."""
    return datetime.fromtimestamp(hour * 3600, UTC).astimezone(zone).date()


def by_week(counts: Counter[date]) -> Counter[date]:
    """Counts by day summed under the Monday of their week."""
    found: Counter[date] = Counter()
    for day, count in counts.items():
        found[monday_of(day)] += count
    return found


def monday_of(day: date) -> date:
    """The Monday of a day's week."""
    return day - timedelta(days=day.weekday())


def standing(store: Store, since: datetime) -> Standing:
    """How things stand; `readers` are those who have written since `since`."""
    held = subscriptions.counts(store)
    deliveries: Counter[str] = Counter()
    for (state, _), count in outbox.summary(store).items():
        deliveries[state] += count
    with store.reading() as db:
        readers = db.execute(
            "SELECT count(DISTINCT reader) FROM talks WHERE at >= ? AND chat != 0",
            [since.isoformat()],
        ).fetchone()[0]
    return Standing(
        int(readers),
        held["targets"],
        chats.readers(store),
        held["subscriptions"],
        held["paused"],
        dict(deliveries),
    )


def missed(store: Store, since: datetime) -> tuple[Told, ...]:
    """Questions without an answer since `since`, the most frequent first."""
    return told(store, "SELECT question, at, '' FROM asked WHERE NOT found AND at >= ?", since)


def unhelpful(store: Store, since: datetime) -> tuple[Told, ...]:
    """Questions whose answer was judged to be of no help since `since`, with the reasons."""
    select = (
        "SELECT question, verdicts.at, ifnull(reason, '') FROM verdicts"
        " JOIN asked ON asked.number = asked WHERE NOT good AND verdicts.at >= ?"
    )
    return told(store, select, since)


def told(store: Store, select: str, since: datetime) -> tuple[Told, ...]:
    """Questions that are the same but for width, punctuation and variant characters as one."""
    with store.reading() as db:
        rows = db.execute(f"{select} ORDER BY 2", [since.isoformat()]).fetchall()
    found: dict[str, Told] = {}
    for question, at, reason in rows:
        key = comparable(question) or question
        before = found.get(key)
        found[key] = Told(
            question,
            before.count + 1 if before else 1,
            date.fromisoformat(at[:10]),
            tuple(dict.fromkeys((*(before.reasons if before else ()), *filter(None, [reason])))),
        )
    return tuple(sorted(found.values(), key=lambda one: (one.count, one.last), reverse=True))
