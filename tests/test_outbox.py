import json
from datetime import UTC, datetime, timedelta
from pathlib import Path

from store import chats, claims, outbox, spreading, subscriptions
from store.archive import take_archive
from store.chats import Chat, Target
from store.database import Store
from store.wishes import Wish
from tests.newsroom import NOW, announced, article, page, spread

ANN, BOB = Target(7), Target(8)
LATER = NOW + timedelta(minutes=10)


def opened(store: Store) -> list[tuple[int, int, int]]:
    """Chat, told and newest of each delivery that is claimed now, each marked as sent."""
    found = []
    for delivery in claims.claim(store, LATER):
        assert claims.begin(store, [delivery.number], LATER)
        claims.mark_sent(store, [delivery], LATER, 1)
        found.append((delivery.target.chat, delivery.told, delivery.newest))
    return found


def everyone(store: Store) -> None:
    while spreading.spread(store, LATER):
        pass


def test_only_chats_with_a_fitting_wish_are_told(store: Store) -> None:
    subscriptions.add(store, ANN, Wish(words=("剪枝",)), NOW)
    subscriptions.add(store, BOB, Wish(words=("防汛",)), NOW)
    announced(store, article(1))
    everyone(store)
    assert opened(store) == [(7, 0, 1)]


def test_a_paused_subscription_is_no_wish(store: Store) -> None:
    subscriptions.add(store, ANN, Wish(), NOW)
    subscriptions.pause(store, ANN, None, True)
    announced(store, article(1))
    everyone(store)
    assert not outbox.rows(store)


def test_several_wishes_of_a_chat_make_one_delivery(store: Store) -> None:
    for wish in (Wish(), Wish(words=("剪枝",)), Wish(words=("青禾",))):
        subscriptions.add(store, ANN, wish, NOW)
    announced(store, article(1), article(2))
    everyone(store)
    (delivery,) = claims.claim(store, LATER)
    assert len(delivery.wishes) == 3


def test_pages_of_one_issue_make_one_delivery_once_it_has_settled(store: Store) -> None:
    subscriptions.add(store, ANN, Wish(), NOW)
    announced(store, article(1), now=NOW)
    announced(store, article(2), now=NOW + timedelta(seconds=50))
    assert not spreading.spread(store, NOW + timedelta(seconds=100), settle=60)
    assert spreading.spread(store, NOW + timedelta(seconds=110), settle=60)
    assert opened(store) == [(7, 0, 2)]


def test_a_late_page_tells_only_what_is_new(store: Store) -> None:
    subscriptions.add(store, ANN, Wish(), NOW)
    announced(store, article(1))
    everyone(store)
    assert opened(store) == [(7, 0, 1)]
    announced(store, article(5))
    everyone(store)
    assert opened(store) == [(7, 1, 5)]
    assert not opened(store)


def test_who_subscribes_after_an_issue_hears_of_later_pages_only(store: Store) -> None:
    subscriptions.add(store, ANN, Wish(), NOW)
    announced(store, article(1))
    everyone(store)
    subscriptions.add(store, BOB, Wish(), NOW)
    announced(store, article(2))
    everyone(store)
    assert sorted(opened(store)) == [(7, 0, 2), (8, 1, 2)]


def test_what_comes_in_while_a_message_is_on_its_way_is_told_after_it(store: Store) -> None:
    subscriptions.add(store, ANN, Wish(), NOW)
    announced(store, article(1))
    everyone(store)
    (first,) = claims.claim(store, LATER)
    claims.begin(store, [first.number], LATER)
    announced(store, article(2))
    everyone(store)
    assert not claims.claim(store, LATER)
    claims.mark_sent(store, [first], LATER, 1)
    assert opened(store) == [(7, 1, 2)]


def test_reading_a_page_again_or_mended_alerts_nobody_twice(store: Store) -> None:
    subscriptions.add(store, ANN, Wish(), NOW)
    page(store)
    spread(store)
    assert len(outbox.rows(store, "waiting")) == 1
    for delivery in claims.claim(store, LATER + timedelta(days=3650)):
        claims.begin(store, [delivery.number], LATER)
        claims.mark_sent(store, [delivery], LATER, 1)
    assert page(store).state == "unchanged"
    assert page(store, title="梨树剪枝有新门道").state == "changed"
    spread(store)
    assert [row.state for row in outbox.rows(store)] == ["sent"]


def test_a_chat_is_told_again_by_no_clock_set_back(store: Store) -> None:
    chats.put(store, Chat(ANN, when="daily", hour=18))
    subscriptions.add(store, ANN, Wish(), NOW)
    announced(store, article(1))
    everyone(store)
    evening = NOW + timedelta(hours=1)
    (delivery,) = claims.claim(store, evening)
    claims.begin(store, [delivery.number], evening)
    claims.mark_sent(store, [delivery], evening, 1)
    for moment in (NOW, NOW - timedelta(days=2), evening, evening + timedelta(days=2)):
        assert not claims.claim(store, moment)


def test_a_digest_missed_while_down_goes_out_late_and_once(store: Store) -> None:
    chats.put(store, Chat(ANN, when="daily", hour=18))
    subscriptions.add(store, ANN, Wish(), NOW)
    announced(store, article(1))
    days_later = NOW + timedelta(days=3)
    while spreading.spread(store, days_later):
        pass
    (delivery,) = claims.claim(store, days_later)
    claims.begin(store, [delivery.number], days_later)
    claims.mark_sent(store, [delivery], days_later, 1)
    assert not claims.claim(store, days_later + timedelta(days=1))


def test_an_alert_from_before_the_clock_was_set_back_is_still_told(store: Store) -> None:
    subscriptions.add(store, ANN, Wish(), NOW)
    announced(store, article(1))
    hour_back = NOW - timedelta(hours=1)
    assert spreading.spread(store, hour_back, settle=60)


def test_a_held_issue_is_told_when_it_is_released(store: Store) -> None:
    subscriptions.add(store, ANN, Wish(), NOW)
    issue = announced(store, article(1))
    outbox.hold(store, issue)
    announced(store, article(2))
    everyone(store)
    assert not outbox.rows(store)
    outbox.release(store, issue, LATER)
    everyone(store)
    assert opened(store) == [(7, 0, 2)]
    announced(store, article(3))
    everyone(store)
    assert opened(store) == [(7, 2, 3)]


def test_many_chats_are_spread_over_several_transactions_each_once(store: Store) -> None:
    for chat in range(1, 26):
        subscriptions.add(store, Target(chat), Wish(), NOW)
        subscriptions.add(store, Target(-chat, 3), Wish(), NOW)
    announced(store, article(1))
    steps = 0
    while spreading.spread(store, LATER, chunk=7):
        steps += 1
    assert steps == 8
    assert outbox.summary(store) == {("waiting", None): 50}


def test_a_claim_that_came_to_nothing_is_given_back_after_its_lease(store: Store) -> None:
    subscriptions.add(store, ANN, Wish(), NOW)
    announced(store, article(1))
    everyone(store)
    assert claims.claim(store, LATER)
    assert not claims.claim(store, LATER)
    assert claims.claim(store, LATER + timedelta(seconds=claims.LEASE + 1))


def test_after_a_crash_only_what_was_being_sent_is_in_doubt(store: Store) -> None:
    for target in (ANN, BOB):
        subscriptions.add(store, target, Wish(), NOW)
    announced(store, article(1))
    everyone(store)
    first, _ = claims.claim(store, LATER)
    claims.begin(store, [first.number], LATER)
    assert claims.recover(store, LATER) == 1
    assert [d.doubts for d in claims.claim(store, LATER)] == [1, 0]


def test_a_chat_suspended_since_the_claim_is_not_sent_to(store: Store) -> None:
    subscriptions.add(store, ANN, Wish(), NOW)
    announced(store, article(1))
    everyone(store)
    (delivery,) = claims.claim(store, LATER)
    chats.suspend(store, ANN.chat, "blocked", LATER)
    assert not claims.begin(store, [delivery.number], LATER)
    assert outbox.summary(store) == {("suspended", "blocked"): 1}


def test_a_failed_row_says_why_and_a_retried_one_waits(store: Store) -> None:
    for target in (ANN, BOB):
        subscriptions.add(store, target, Wish(), NOW)
    announced(store, article(1))
    everyone(store)
    first, second = claims.claim(store, LATER)
    claims.mark_failed(store, first.number, "too long", LATER)
    again = LATER + timedelta(seconds=30)
    claims.mark_failed(store, second.number, "unknown", LATER, again, doubt=True)
    assert not claims.claim(store, LATER)
    (retried,) = claims.claim(store, again)
    assert (retried.target, retried.attempts, retried.doubts) == (BOB, 1, 1)
    assert outbox.rows(store, "failed")[0].why == "too long"


def test_who_unsubscribes_before_the_message_is_claimed_has_no_wish(store: Store) -> None:
    subscriptions.add(store, ANN, Wish(), NOW)
    announced(store, article(1))
    everyone(store)
    subscriptions.remove(store, ANN)
    (delivery,) = claims.claim(store, LATER)
    assert not delivery.wishes


def test_of_an_archive_only_the_newest_issue_is_news(store: Store, tmp_path: Path) -> None:
    subscriptions.add(store, ANN, Wish(), NOW)
    rows = [
        {"id": str(day), "title": f"第{day}天", "paragraphs": ["果农剪枝。"], "paper": "青禾日报"}
        | ({"date": f"2026-03-{day:02}"} if day else {})
        for day in range(9)
    ]
    path = tmp_path / "archive.jsonl"
    path.write_text("\n".join(map(json.dumps, rows)), "utf-8")
    take_archive(store, path)
    spread(store)
    (delivery,) = claims.claim(store, datetime.now(UTC) + timedelta(minutes=1))
    assert [one.title for one in claims.news(store, delivery)] == ["第8天"]
    take_archive(store, path)
    spread(store)
    assert len(outbox.rows(store)) == 1


def test_what_was_done_with_long_ago_is_forgotten_and_nobody_told_twice(store: Store) -> None:
    subscriptions.add(store, ANN, Wish(), NOW)
    announced(store, article(1))
    everyone(store)
    assert opened(store) == [(7, 0, 1)]
    assert not outbox.prune(store, LATER - timedelta(seconds=1))
    assert outbox.rows(store)
    assert not outbox.prune(store, LATER + timedelta(days=60))
    assert not outbox.rows(store)
    announced(store, article(2))
    everyone(store)
    assert opened(store) == [(7, 1, 2)]


def test_what_waits_is_never_forgotten(store: Store) -> None:
    subscriptions.add(store, ANN, Wish(), NOW)
    announced(store, article(1))
    outbox.prune(store, LATER + timedelta(days=60))
    everyone(store)
    outbox.prune(store, LATER + timedelta(days=60))
    assert opened(store) == [(7, 0, 1)]


def test_the_owner_at_a_terminal_is_sent_nothing(store: Store) -> None:
    subscriptions.add(store, Target(0), Wish(), NOW)
    announced(store, article(1))
    everyone(store)
    assert not outbox.rows(store)
