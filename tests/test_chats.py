from dataclasses import replace
from datetime import UTC, datetime, timedelta

from store import chats, claims, outbox, subscriptions
from store.chats import Chat, Target
from store.database import Store
from store.wishes import Wish
from tests.newsroom import NOW, page, spread

ANN = Target(7)
CLUB = Target(-40)


def states(store: Store) -> list[tuple[str, str | None]]:
    return [(row.state, row.why) for row in outbox.rows(store)]


def test_a_chat_never_seen_has_the_defaults(store: Store) -> None:
    assert chats.get(store, ANN) == Chat(ANN, "private")
    assert chats.get(store, CLUB).kind == "group"


def test_settings_are_kept_for_each_topic(store: Store) -> None:
    topic = Target(CLUB.chat, 5)
    chat = Chat(topic, "group", "Europe/Berlin", "weekly", 9, 3, 22, 7, True)
    chats.put(store, chat)
    assert chats.get(store, topic) == chat
    assert chats.get(store, CLUB).when == "now"


def test_what_waits_follows_new_settings(store: Store) -> None:
    chats.put(store, Chat(ANN, when="weekly", weekday=6))
    subscriptions.add(store, ANN, Wish(), NOW)
    page(store)
    spread(store)
    assert not claims.claim(store, NOW)
    chats.put(store, replace(chats.get(store, ANN), when="now"))
    assert len(claims.claim(store, datetime.now(UTC))) == 1


def test_a_suspended_chat_hears_what_it_missed_when_it_comes_back(store: Store) -> None:
    subscriptions.add(store, ANN, Wish(), NOW)
    chats.suspend(store, ANN.chat, "blocked", NOW)
    page(store)
    spread(store)
    assert states(store) == [("suspended", "blocked")]
    assert chats.readers(store) == 0
    assert chats.resume(store, ANN.chat, datetime.now(UTC))
    assert chats.readers(store) == 1
    assert len(claims.claim(store, datetime.now(UTC))) == 1
    assert not chats.resume(store, ANN.chat, NOW)


def test_news_older_than_a_week_is_not_told_after_a_return(store: Store) -> None:
    subscriptions.add(store, ANN, Wish(), NOW)
    page(store)
    spread(store)
    chats.suspend(store, ANN.chat, "blocked", NOW)
    chats.resume(store, ANN.chat, datetime.now(UTC) + timedelta(days=8))
    assert states(store) == [("discarded", "too old")]


def test_one_topic_is_suspended_alone(store: Store) -> None:
    for thread in (0, 5):
        subscriptions.add(store, Target(-40, thread), Wish(), NOW)
    chats.suspend(store, -40, "no topic", NOW, thread=5)
    assert chats.get(store, Target(-40, 0)).state == "open"
    assert chats.get(store, Target(-40, 5)).why == "no topic"


def test_a_group_keeps_everything_under_its_new_id(store: Store) -> None:
    subscriptions.add(store, CLUB, Wish(), NOW)
    chats.put(store, Chat(CLUB, "group", hour=20))
    page(store)
    spread(store)
    chats.migrate(store, CLUB.chat, -100_040)
    new = Target(-100_040)
    assert chats.get(store, new).hour == 20
    assert len(subscriptions.of(store, new)) == 1
    assert [row.target for row in outbox.rows(store)] == [new]
    assert not subscriptions.of(store, CLUB)


def test_a_group_that_subscribed_again_under_its_new_id_is_told_once(store: Store) -> None:
    new = Target(-100_040)
    for target in (CLUB, new):
        subscriptions.add(store, target, Wish(), NOW)
    page(store)
    spread(store)
    chats.migrate(store, CLUB.chat, new.chat)
    assert [row.target for row in outbox.rows(store)] == [new]
    assert len(subscriptions.of(store, new)) == 1
