"""Counts by week and how things stand."""

import struct
import zlib
from datetime import date, datetime, timedelta

from bot.png import Canvas
from bot.stats_picture import HEIGHT, WIDTH, picture
from store import announcements, asked, forgetting, stats, subscriptions, talks, visits
from store.chats import Target
from store.database import Store
from store.model import Answer, Article, Candidate
from store.stats import Week
from store.talks import Place
from store.wishes import Wish
from tests.conftest import NOW


def ask(store: Store, question: str, found: bool, at: datetime) -> int:
    article = Article("a", 1, "题目", "news", ("正文",))
    answer = Answer(question, found, 0.5, (Candidate(article, 0.5),))
    return asked.remember(store, answer, at)


def test_questions_and_misses_are_counted_in_their_weeks(store: Store) -> None:
    ask(store, "一", True, NOW)
    ask(store, "二", False, NOW)
    ask(store, "三", False, NOW - timedelta(weeks=2))
    ask(store, "四", True, NOW - timedelta(weeks=60))
    weeks = stats.weeks(store, NOW, 3)
    assert [week.questions for week in weeks] == [1, 0, 2]
    assert [week.misses for week in weeks] == [1, 0, 1]
    assert weeks[-1].monday == date(2026, 3, 16)


def test_verdicts_are_counted(store: Store) -> None:
    number = ask(store, "一", True, NOW)
    asked.judge(store, number, True, None, NOW)
    asked.judge(store, number, False, None, NOW)
    assert (stats.weeks(store, NOW)[-1].good, stats.weeks(store, NOW)[-1].bad) == (1, 1)


def test_deliveries_are_counted_by_the_papers_clock(store: Store) -> None:
    sunday_night = datetime(2026, 3, 15, 23, 30, tzinfo=NOW.tzinfo)
    with store.writing() as db:
        db.conn.execute("INSERT INTO issues VALUES (1, 'x', '2026-03-15')")
        db.conn.execute(
            "INSERT INTO deliveries (issue, chat, thread, state, told, newest, begun, due, at)"
            " VALUES (1, 5, 0, 'sent', 1, 1, 0, 0, ?)",
            [sunday_night.timestamp()],
        )
    assert [week.sent for week in stats.weeks(store, NOW, 2)] == [1, 0]
    assert stats.standing(store, NOW).deliveries == {"sent": 1}


def test_readers_and_subscriptions_stand_as_they_are(store: Store) -> None:
    talks.turn(store, Place(7, 0, 7), NOW)
    talks.turn(store, Place(8, 0, 8), NOW - timedelta(days=30))
    subscriptions.add(store, Target(7), Wish(), NOW)
    subscriptions.add(store, Target(7), Wish(study=True), NOW)
    now = stats.standing(store, NOW - timedelta(days=7))
    assert (now.readers, now.targets, now.reached, now.subscriptions) == (1, 1, 1, 2)


def test_the_most_frequent_misses_come_first(store: Store) -> None:
    for question in ("甲", "乙", "乙"):
        ask(store, question, False, NOW)
    found = stats.missed(store, NOW - timedelta(days=1))
    assert [(one.question, one.count) for one in found] == [("乙", 2), ("甲", 1)]


def test_the_same_question_in_other_characters_is_one_miss(store: Store) -> None:
    for question in ("农机补贴？", "農機補貼", " 农机，补贴"):
        ask(store, question, False, NOW)
    assert [one.count for one in stats.missed(store, NOW - timedelta(days=1))] == [3]


def test_answers_of_no_help_come_with_their_reasons(store: Store) -> None:
    number = ask(store, "农机补贴", True, NOW)
    for reason in ("答非所问", "其他", "其他"):
        asked.judge(store, number, False, reason, NOW)
    asked.judge(store, number, True, None, NOW)
    (one,) = stats.unhelpful(store, NOW - timedelta(days=1))
    assert (one.count, one.reasons) == (3, ("答非所问", "其他"))


def test_readers_are_counted_once_a_week_for_as_long_as_numbers_are_kept(store: Store) -> None:
    monday = NOW - timedelta(days=NOW.weekday())
    for day, reader, chat in ((0, 7, 7), (0, 7, -70), (2, 7, 7), (2, 8, 8), (6, 8, 8), (7, 7, 7)):
        talks.turn(store, Place(chat, 0, reader), monday + timedelta(days=day))
        asked.prune(store, monday + timedelta(days=day - 7))
    assert visits.on(store, monday.date()) == 1
    assert visits.on(store, (monday + timedelta(days=2)).date()) == 2
    assert visits.on(store, (monday + timedelta(days=3)).date()) == 0
    later = monday + timedelta(days=13)
    assert [week.readers for week in stats.weeks(store, later, 2)] == [2, 1]


def test_the_count_of_readers_says_nothing_of_who_they_were(store: Store) -> None:
    talks.turn(store, Place(7654321, 0, 7654321), NOW)
    forgetting.forget(store, 7654321)
    with store.reading() as db:
        kept = db.execute("SELECT * FROM visits").fetchall()
    assert kept == [(NOW.date().isoformat(), 1, 1)]


def test_the_owner_at_a_terminal_is_no_reader(store: Store) -> None:
    talks.turn(store, Place(0, 0, 0), NOW)
    assert stats.weeks(store, NOW, 1)[0].readers == 0


def pixels(png: bytes) -> list[bytes]:
    """The rows of a PNG of one byte a pixel."""
    width, height = struct.unpack(">II", png[16:24])
    at = png.index(b"IDAT")
    size = struct.unpack(">I", png[at - 4 : at])[0]
    data = zlib.decompress(png[at + 4 : at + 4 + size])
    return [data[row * (width + 1) + 1 : (row + 1) * (width + 1)] for row in range(height)]


def test_a_canvas_keeps_what_is_drawn_and_leaves_out_what_lies_outside() -> None:
    canvas = Canvas(10, 4, [(255, 255, 255), (0, 0, 0)])
    canvas.box(8, 2, 50, 50, 1)
    assert pixels(canvas.png()) == [bytes(10), bytes(10), *[bytes(8) + b"\1\1"] * 2]


def test_a_higher_count_is_a_higher_bar() -> None:
    weeks = [Week(date(2026, 3, 2), questions=2), Week(date(2026, 3, 9), questions=8)]
    rows = pixels(picture(weeks))
    blue = [sum(row[x] == 3 for row in rows) for x in (WIDTH // 4, WIDTH * 3 // 4)]
    assert 0 < blue[0] < blue[1]
    assert len(rows) == HEIGHT


def test_weeks_without_anything_are_drawn_too() -> None:
    assert picture([Week(date(2026, 3, 2))]).startswith(b"\x89PNG")


def test_what_the_owner_subscribes_to_at_a_terminal_is_in_no_count(store: Store) -> None:
    for chat in (0, 7):
        subscriptions.add(store, Target(chat), Wish(), NOW)
    talks.turn(store, Place(0, 0, 0), NOW)
    now = stats.standing(store, NOW - timedelta(days=7))
    assert (now.readers, now.targets, now.reached, now.subscriptions) == (0, 1, 1, 1)
    assert announcements.audience(store) == 1
