from datetime import UTC, datetime, timedelta

from bot.composing import Composer
from store import claims, subscriptions
from store.chats import Target
from store.database import Store
from store.subscriptions import Wish
from tests.newsroom import NOW, page, spread


def claimed(store: Store) -> tuple[claims.Delivery, ...]:
    spread(store)
    return claims.claim(store, datetime.now(UTC) + timedelta(minutes=1))


def test_chats_with_the_same_wishes_share_one_text(store: Store) -> None:
    for number in (7, 8):
        subscriptions.add(store, Target(number), Wish(), NOW)
    page(store)
    composer = Composer(store)
    first, second = (composer.reply([delivery]) for delivery in claimed(store))
    assert first is not None
    assert first is second


def test_a_text_kept_does_not_outlive_a_correction(store: Store) -> None:
    for number in (7, 8):
        subscriptions.add(store, Target(number), Wish(), NOW)
    page(store)
    one, other = claimed(store)
    composer = Composer(store)
    composer.reply([one])
    page(store, title="梨树剪枝有新门道")
    corrected = composer.reply([other])
    assert corrected is not None
    assert "新门道" in corrected.text.plain


def test_nothing_is_said_of_articles_that_are_gone(store: Store) -> None:
    subscriptions.add(store, Target(7), Wish(), NOW)
    page(store)
    (delivery,) = claimed(store)
    with store.writing() as db:
        db.conn.execute("DELETE FROM articles")
    assert Composer(store).reply([delivery]) is None
