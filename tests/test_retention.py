"""What /privacy promises to drop is dropped, and not a day before."""

import re
from datetime import timedelta

from bot import retention
from store import announcements, asked, subscriptions, talks
from store.chats import Chat as Settings
from store.chats import Target, put
from store.database import Store
from store.model import Answer
from store.talks import Place
from store.wishes import Wish
from tests.conftest import NOW, Chat

DAY = timedelta(days=1)


def counted(store: Store, *tables: str) -> list[int]:
    with store.reading() as db:
        return [db.execute(f"SELECT count(*) FROM {table}").fetchone()[0] for table in tables]


def test_questions_go_with_their_verdicts_after_a_year(store: Store) -> None:
    number = asked.remember(store, Answer("农机补贴", True, 0.9), NOW)
    asked.judge(store, number, False, "其他", NOW)
    retention.tidy(store, NOW + retention.QUESTIONS - DAY)
    assert counted(store, "asked", "verdicts") == [1, 1]
    retention.tidy(store, NOW + retention.QUESTIONS + DAY)
    assert counted(store, "asked", "verdicts") == [0, 0]


def test_talks_and_the_numbers_of_messages_go_after_a_week(store: Store) -> None:
    talks.turn(store, Place(7, 0, 7), NOW)
    asked.replied(store, 7, 1, 2, NOW)
    retention.tidy(store, NOW + retention.TALKS - DAY)
    assert counted(store, "talks", "replies") == [1, 1]
    retention.tidy(store, NOW + retention.TALKS + DAY)
    assert counted(store, "talks", "replies") == [0, 0]


def test_to_whom_an_announcement_went_is_forgotten_once_it_is_settled(store: Store) -> None:
    for chat in (7, 8):
        put(store, Settings(Target(chat)))
        subscriptions.add(store, Target(chat), Wish(), NOW)
    number = announcements.draft(store, "停刊一期", 7, NOW)
    announcements.confirm(store, number, NOW)
    notice = announcements.waiting(store, NOW)
    assert notice is not None
    announcements.mark(store, notice, "sent", NOW)
    retention.tidy(store, NOW + retention.ALERTS + DAY)
    assert announcements.progress(store) == {"waiting": 1}


def test_privacy_names_every_time_that_things_are_kept(chat: Chat) -> None:
    said = chat.say("/privacy").text.plain
    promised = {int(days) for days in re.findall(r"(\d+) 天", said)}
    kept = (retention.TALKS, retention.ALERTS, retention.QUESTIONS)
    assert promised == {time.days for time in kept}
