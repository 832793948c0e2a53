"""/forget: afterwards no table holds the number of the reader or of the private chat."""

import sqlite3
from datetime import UTC, datetime, timedelta

from bot import words
from bot.settings import Settings
from store import announcements, chats, forgetting, spreading, subscriptions
from store.chats import Target
from store.database import Store
from store.wishes import Wish
from tests.conftest import NOW
from tests.newsroom import NOW as PRINTED
from tests.newsroom import announced, article, page
from tests.playing import TOKEN, Play
from tests.recording import message

READER = 765432198
ADMIN = Settings(token=TOKEN, admins=frozenset({READER}), settle=0)


def traces(store: Store, number: int) -> list[str]:
    """The columns, of all tables there are, that hold a number or write it anywhere."""
    found = []
    with store.reading() as db:
        for (table,) in db.execute("SELECT name FROM sqlite_master WHERE type = 'table'"):
            rows = db.execute(f'SELECT * FROM "{table}"')
            names = [column[0] for column in rows.description]
            for row in rows.fetchall():
                found += [
                    f"{table}.{name}"
                    for name, value in zip(names, row, strict=True)
                    if value == number or (isinstance(value, str) and str(number) in value)
                ]
    return found


def said(text: str, update: int, chat: int = READER) -> dict[str, object]:
    return message(text, update=update, chat=chat, user=READER)


def test_after_a_whole_life_with_the_bot_forgetting_leaves_no_trace(
    play: Play, samples: Store
) -> None:
    play(
        said("/subscribe 全部", 1),
        said("/settings 每天 8点", 2),
        said("党员有哪些权利", 3),
        said("/ask 夜校手机课", 4, chat=-70),
        said("/announce 下周停刊一期", 5),
        settings=ADMIN,
    )
    page(samples)
    later = datetime.now(UTC) + timedelta(seconds=1)
    while spreading.spread(samples, later):
        pass
    number = announcements.draft(samples, "下周停刊一期", READER, NOW)
    announcements.confirm(samples, number, NOW)
    kept = traces(samples, READER)
    assert {"talks.reader", "chats.chat", "deliveries.chat", "notices.chat"} <= set(kept)
    assert {"replies.chat", "announcements.author"} <= set(kept)
    sent = play(said("/forget", 6), settings=ADMIN).sent()
    assert sent[-1]["text"] == words.FORGOTTEN
    assert traces(samples, READER) == []


def test_an_alert_on_its_way_goes_on_behind_a_chat_that_is_forgotten(store: Store) -> None:
    for chat in (7, 8, 9):
        subscriptions.add(store, Target(chat), Wish(), NOW)
    announced(store, article(1))
    later = PRINTED + timedelta(minutes=5)
    spreading.spread(store, later, chunk=1)
    spreading.spread(store, later, chunk=1)
    forgetting.forget(store, 8, 8)
    assert "alerts.chat" not in traces(store, 8)
    while spreading.spread(store, later, chunk=1):
        pass
    with store.reading() as db:
        told = db.execute("SELECT chat FROM deliveries ORDER BY chat").fetchall()
    assert told == [(7,), (9,)]


def test_in_a_group_only_the_own_talk_is_forgotten(play: Play, samples: Store) -> None:
    chats.put(samples, chats.Chat(Target(-70), "group"))
    subscriptions.add(samples, Target(-70), Wish(), NOW)
    play(said("/ask 夜校手机课", 1, chat=-70), said("/forget", 2, chat=-70))
    assert traces(samples, READER) == []
    assert subscriptions.of(samples, Target(-70))


def test_what_is_forgotten_is_not_left_in_the_file(store: Store) -> None:
    subscriptions.add(store, Target(READER), Wish(words=("只有我会写的词",)), NOW)
    forgetting.forget(store, READER, READER)
    with store.writing() as db:
        db.conn.execute("INSERT INTO edition VALUES (0)")
    path = store.path
    store.close()
    sqlite3.connect(path).close()
    assert "只有我会写的词".encode() not in path.read_bytes()
