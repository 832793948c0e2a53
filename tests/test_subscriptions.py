from typing import Any

import pytest

from store import subscriptions
from store.chats import Target
from store.database import Store
from store.errors import NotFound, SubscriptionLimit
from store.subscriptions import Wish, matches
from tests.newsroom import NOW, article

ANN = Target(7)
NEWS = article(
    1,
    "防汛清淤進行中",
    regions=("甲省/乙市/丙县/丁镇",),
    column="乡村振兴",
    authors=("田野",),
    paper="青禾日报",
    paragraphs=("水利站清理河道十二公里，ＡＢＣ三段同时开工。", "群众说好。"),
)


@pytest.mark.parametrize(
    ("wish", "expected"),
    [
        ({}, True),
        ({"region": "甲省/乙市/丙县"}, True),
        ({"region": "甲省/乙市/丙县/丁镇"}, True),
        ({"region": "甲省/乙市/丙"}, False),
        ({"region": "甲省/乙市/戊县"}, False),
        ({"column": "乡村振兴", "author": "田野", "paper": "青禾日报"}, True),
        ({"column": "乡村振兴", "author": "老郭"}, False),
        ({"study": True}, False),
        ({"words": ("河道", "防汛")}, True),
        ({"words": ("河道", "教育")}, False),
        ({"words": ("河道",), "without": ("水利",)}, False),
        ({"words": ("清淤进行",)}, True),
        ({"words": ("abc",)}, True),
        ({"words": ("開工",)}, True),
        ({"words": (".*",)}, False),
        ({"words": ("开工。群众",)}, False),
    ],
)
def test_an_article_is_what_a_wish_asks_for_when_all_of_it_holds(
    wish: dict[str, Any], expected: bool
) -> None:
    assert matches(Wish(**wish), NEWS) is expected


def test_a_study_wish_takes_study_items_only() -> None:
    assert matches(Wish(study=True), article(2, kind="study"))


def test_the_same_wish_again_is_the_same_subscription(store: Store) -> None:
    first = subscriptions.add(store, ANN, Wish(words=("鄉村", "河道")), NOW)
    again = subscriptions.add(store, ANN, Wish(words=("河道", "乡村", "河道")), NOW)
    assert again.number == first.number
    assert len(subscriptions.of(store, ANN)) == 1


def test_subscribing_again_ends_a_pause(store: Store) -> None:
    one = subscriptions.add(store, ANN, Wish(), NOW)
    subscriptions.pause(store, ANN, one.number, True)
    assert subscriptions.of(store, ANN)[0].paused
    subscriptions.add(store, ANN, Wish(), NOW)
    assert not subscriptions.of(store, ANN)[0].paused


def test_a_chat_over_its_limit_is_told_so(store: Store) -> None:
    for word in ("一", "二"):
        subscriptions.add(store, ANN, Wish(words=(word,)), NOW, limit=2)
    with pytest.raises(SubscriptionLimit, match="最多可以有 2 个"):
        subscriptions.add(store, ANN, Wish(), NOW, limit=2)
    subscriptions.add(store, ANN, Wish(words=("一",)), NOW, limit=2)


def test_what_was_removed_comes_back_with_its_number_and_pause(store: Store) -> None:
    numbers = [
        subscriptions.add(store, ANN, Wish(words=(word,)), NOW).number for word in ("一", "二")
    ]
    subscriptions.pause(store, ANN, numbers[1], True)
    before = subscriptions.of(store, ANN)
    gone = subscriptions.remove(store, ANN)
    assert gone == before
    assert not subscriptions.of(store, ANN)
    subscriptions.restore(store, gone)
    assert subscriptions.of(store, ANN) == before


def test_nobody_touches_the_subscriptions_of_another_chat(store: Store) -> None:
    mine = subscriptions.add(store, ANN, Wish(), NOW)
    other = Target(8)
    assert not subscriptions.remove(store, other, mine.number)
    assert subscriptions.pause(store, other, mine.number, True) == 0
    with pytest.raises(NotFound):
        subscriptions.get(store, other, mine.number)


def test_like_wishes_are_kept_once_and_counted(store: Store) -> None:
    for chat in range(1, 6):
        subscriptions.add(store, Target(chat), Wish(), NOW)
    subscriptions.pause(store, Target(1), None, True)
    assert subscriptions.counts(store) == {
        "subscriptions": 5,
        "paused": 1,
        "targets": 5,
        "wishes": 1,
    }
