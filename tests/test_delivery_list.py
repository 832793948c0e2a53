from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from bot.delivery_list import listed
from store import chats, claims, subscriptions
from store.chats import Target
from store.database import Store
from store.wishes import Wish
from tests.newsroom import NOW, page, spread

ZONE = ZoneInfo("Asia/Shanghai")


def test_an_empty_outbox_says_so(store: Store) -> None:
    assert list(listed(store, ZONE)) == ["还没有要发的。"]


def test_deliveries_are_counted_by_state_and_reason_and_the_stuck_ones_named(store: Store) -> None:
    for number in (7, 8, 9):
        subscriptions.add(store, Target(number), Wish(), NOW)
    page(store)
    assert list(listed(store, ZONE)) == ["刚读入、还没分到各个聊天的：1 期"]
    spread(store)
    later = datetime.now(UTC) + timedelta(hours=1)
    first, *_ = claims.claim(store, later, 1)
    claims.begin(store, [first.number], later)
    claims.mark_sent(store, [first], later, 1)
    chats.suspend(store, 8, "blocked", later)
    lines = list(listed(store, ZONE))
    assert lines[:3] == ["等待 1", "已发 1", "送不到 1（被对方停用 1）"]
    assert len(lines) == 6
    assert "青禾日报 2026-03-10  送不到：被对方停用" in lines[4]
    assert [line.split()[0] for line in list(listed(store, ZONE, "sent"))[4:]] == ["7"]
