"""An alert that arrived is what is spoken of, until something else is shown."""

import shutil
import sqlite3
from datetime import timedelta
from pathlib import Path

import pytest

from bot import words
from bot.talk import Reader
from store import articles, claims, database, subscriptions, talks
from store.chats import Target
from store.database import Store
from store.talks import Place
from store.wishes import Wish
from tests.conftest import NOW, Chat
from tests.newsroom import page, spread
from tests.test_following import RIGHTS, title, title_of_list


@pytest.fixture
def alerted(samples: Store) -> Chat:
    """A reader who was told of a page with one article a moment ago."""
    chat = Chat(samples, Reader(7, 7))
    chat.say("/subscribe 全部")
    page(samples)
    spread(samples)
    chat.later(timedelta(minutes=5))
    for delivery in claims.claim(samples, chat.talk.now + timedelta(days=3650)):
        claims.begin(samples, [delivery.number], chat.talk.now)
        claims.mark_sent(samples, [delivery], chat.talk.now, message=5)
    chat.later(timedelta(minutes=5))
    return chat


def test_an_alert_that_arrived_is_what_is_spoken_of(alerted: Chat) -> None:
    alerted.say("全文")
    assert title(alerted) == "梨树剪枝有门道"
    assert "田野" in alerted.say("谁写的").text.plain


def test_what_was_said_after_an_alert_counts_more(alerted: Chat) -> None:
    alerted.say(RIGHTS)
    alerted.later(timedelta(minutes=1))
    alerted.say("全文")
    assert title(alerted) == RIGHTS


def test_an_alert_stays_spoken_of_when_something_else_is_said(alerted: Chat) -> None:
    alerted.say("/help")
    alerted.later(timedelta(minutes=1))
    alerted.say("全文")
    assert title(alerted) == "梨树剪枝有门道"


def test_an_alert_of_several_articles_asks_which(samples: Store) -> None:
    subscriptions.add(samples, Target(7), Wish(), NOW)
    page(samples)
    page(samples, "2", "村口修好了石桥", "河湾村")
    spread(samples)
    for delivery in claims.claim(samples, NOW + timedelta(days=3650)):
        claims.begin(samples, [delivery.number], NOW)
        claims.mark_sent(samples, [delivery], NOW, message=5)
    chat = Chat(samples, Reader(7, 7))
    chat.later(timedelta(minutes=1))
    assert len(chat.say("全文").articles) == 2
    assert title_of_list(chat.reply.text.plain) == words.WHICH_ARTICLE


def test_a_digest_of_several_issues_is_spoken_of_as_it_was_numbered(samples: Store) -> None:
    subscriptions.add(samples, Target(7), Wish(), NOW)
    page(samples)
    page(samples, "2", "村口修好了石桥", "河湾村", day=11)
    spread(samples)
    told = claims.claim(samples, NOW + timedelta(days=3650))
    claims.begin(samples, [one.number for one in told], NOW)
    claims.mark_sent(samples, told, NOW, message=5)
    chat = Chat(samples, Reader(7, 7))
    chat.later(timedelta(minutes=1))
    chat.say("全文")
    assert [label for label in chat.labels if "石桥" in label or "梨树" in label] == [
        "梨树剪枝有门道",
        "村口修好了石桥",
    ]


def test_reading_goes_on_while_another_program_writes(
    sample_file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(database, "BUSY_SECONDS", 0.05)
    shutil.copy(sample_file, tmp_path / "a.db")
    with Store(tmp_path / "a.db") as store:
        chat = Chat(store, Reader(7, 7))
        chat.say(RIGHTS)
        other = sqlite3.connect(tmp_path / "a.db")
        other.execute("BEGIN IMMEDIATE")
        assert "2026-03-17" in chat.say("/latest").text.plain
        chat.press("雪后送药")
        assert title(chat) == "雪后送药"
        other.close()


def test_page_ten_of_an_alert_comes_behind_page_two(samples: Store) -> None:
    subscriptions.add(samples, Target(7), Wish(), NOW)
    for number in ("10", "2"):
        page(samples, number, f"第{number}条路通车", place=f"路{number}村")
    spread(samples)
    later = NOW + timedelta(days=3650)
    (delivery,) = claims.claim(samples, later)
    in_order = ["第2条路通车", "第10条路通车"]
    assert [one.title for one in claims.news(samples, delivery)] == in_order
    claims.begin(samples, [delivery.number], NOW)
    claims.mark_sent(samples, [delivery], NOW, message=5)
    spoken = talks.last(samples, Place(7, 0, 7), NOW + timedelta(minutes=1))
    with samples.reading() as db:
        held = articles.load(db, spoken.articles)
    assert [held[number].title for number in spoken.articles] == in_order
