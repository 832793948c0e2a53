"""Pages of an invented county paper, read into a store for the tests of alerts."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from store import outbox, spreading
from store.database import Store
from store.intake import Taken, take
from store.model import Article, Kind
from store.pages import page_from_bytes
from store.shelving import put_issue

NOW = datetime(2026, 3, 10, 9, 0, tzinfo=UTC)
TEXT = """青禾日报 2026年3月10日 第{page}版

{title}

本报讯 （记者 田野）{date}，青禾县{place}的果农忙着给梨树剪枝。县林业站派人进园，手把手地教。

“往年剪得太轻，果子小。”果农老郭说，今年按技术员的办法，预计每亩多收两百斤。
"""
PAGE = """学习角
入库登记怎么做
□作者 岳知秋
粮食入库要先过秤，再看水分，最后登记姓名和地块。三样都齐了，保管员才签字。
谁家的粮谁家的人在场，称完当面念一遍斤两。
"""
NAME = "青禾日报_2026-03-24_05.txt"
"""A file as an administrator or the inbox gets it, with one study item, and its name."""


def page(
    store: Store,
    number: str = "1",
    title: str = "梨树剪枝有门道",
    place: str = "柳湾村",
    day: int = 10,
) -> Taken:
    """Read a page with one news item, of a day in March, into the store."""
    text = TEXT.format(page=number, title=title, place=place, date="3月9日")
    raw = text.replace("3月10日", f"3月{day}日").encode()
    made, encoding = page_from_bytes(raw, f"青禾日报_2026-03-{day}_{number}.txt")
    return take(store, made, raw, encoding)


def announced(store: Store, *articles: Article, now: datetime = NOW) -> int:
    """Tell the outbox of articles that are not in the archive; gives the number of their issue."""
    with store.writing() as db:
        issue = put_issue(db, "青禾日报", "2026-03-10")
        outbox.enqueue(db, issue, articles, now)
    return issue


def article(number: int, title: str = "梨树剪枝", kind: Kind = "news", **more: object) -> Article:
    """An article with as much as a test needs."""
    values: dict[str, object] = {"paragraphs": ("青禾县柳湾村的果农忙着剪枝。",)} | more
    return Article(id=str(number), number=number, title=title, kind=kind, **values)  # type: ignore[arg-type]


def spread(store: Store) -> None:
    """Spread all that has come in, as the bot does a moment later."""
    later = datetime.now(UTC) + timedelta(seconds=1)
    while spreading.spread(store, later):
        pass
