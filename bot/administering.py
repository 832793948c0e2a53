"""What administrators may do in the chat: /stats, /review, /ingest; page files and /announce have
rooms of their own."""

from __future__ import annotations

from collections.abc import Mapping

from bot import misses, owner_words
from bot.proofs import item_lines, joined
from bot.reply import Button, Reply, say
from bot.retention import TALKS
from bot.stats_picture import picture
from bot.talk import Talk
from bot.text import Text, bold, join
from store import announcements, received, stats, visits
from store import review as reviews
from store.stats import Week

REVIEWED = 5
"""Things to look at shown at a time."""


def ingest(talk: Talk, rest: str) -> Reply:
    """/ingest: the ways in which pages come in, and the files that wait to be decided about."""
    inbox = talk.settings.inbox
    folder = owner_words.INGEST_INBOX.format(folder=inbox) if inbox else owner_words.INGEST_NO_INBOX
    ways = owner_words.INGEST_TERMINAL if talk.reader.at_terminal else owner_words.INGEST
    held = received.held_files(talk.store)
    told = f"\n\n{owner_words.INGEST_HELD}" if held else ""
    rows = ((Button(name[:40], f"fw:{number}:0"),) for number, name in held)
    return say(f"{ways}\n{folder}{told}", *rows)


def statistics(talk: Talk, rest: str) -> Reply:
    """/stats: how things stand, the last weeks as a table and as a picture."""
    weeks = stats.weeks(talk.store, talk.now, misses.WEEKS)
    parts = [standing_text(talk), weeks_text(weeks), misses.foremost(talk)]
    if talk.reader.at_terminal:
        return say(join("\n\n", parts), misses.ways())
    parts.append(Text(owner_words.STATS_PICTURE))
    return say(join("\n\n", parts), misses.ways(), file=("stats.png", picture(weeks)))


def standing_text(talk: Talk) -> Text:
    """Readers, subscriptions and deliveries as they stand."""
    now = stats.standing(talk.store, talk.now - TALKS)
    notices = announcements.progress(talk.store)
    lines = [
        owner_words.STATS_READERS.format(
            days=TALKS.days, count=now.readers, today=visits.on(talk.store, talk.now.date())
        ),
        owner_words.STATS_SUBSCRIPTIONS.format(
            targets=now.targets,
            count=now.subscriptions,
            paused=now.paused,
            reached=now.reached,
        ),
        owner_words.STATS_DELIVERIES.format(
            states=states_text(now.deliveries) or owner_words.STATS_NONE
        ),
        owner_words.STATS_NOTICES.format(states=states_text(notices)) if notices else "",
    ]
    return join("\n", [bold(owner_words.STATS), *lines])


def states_text(counts: Mapping[str, int]) -> str:
    """How many are in each state, in words."""
    return "、".join(
        owner_words.STATS_DELIVERY.format(
            state=owner_words.DELIVERY_STATES.get(state, state), count=count
        )
        for state, count in sorted(counts.items())
    )


def weeks_text(weeks: tuple[Week, ...]) -> Text:
    """The weeks, the newest first, a line each."""
    lines = [
        owner_words.STATS_WEEK.format(
            day=f"{week.monday:%m-%d}",
            readers=week.readers,
            questions=week.questions,
            misses=week.misses,
            good=week.good,
            bad=week.bad,
            sent=week.sent,
        )
        for week in reversed(weeks)
    ]
    return join("\n", [bold(owner_words.STATS_WEEKS), *lines])


def review(talk: Talk, rest: str) -> Reply:
    """/review: what a person should look at, the worst first."""
    items = reviews.queue(talk.store, REVIEWED)
    if not items:
        return say(owner_words.REVIEW_NOTHING)
    rows = [
        (Button(f"{at}. {item.title}", f"a:{item.number}"),)
        for at, item in enumerate(items, 1)
        if item.number
    ]
    done = Button(owner_words.BUTTON_REVIEWED, "fv:" + items[0].id)
    texts = [joined(item_lines(item)) for item in items]
    return say(join("\n\n", [bold(owner_words.REVIEW), *texts]), *rows, (done,))


def reviewed(talk: Talk, item: str) -> Reply:
    """Mark the first thing as looked at, and show the next."""
    reviews.mark(talk.store, item, f"telegram:{talk.reader.user}")
    return review(talk, "")
