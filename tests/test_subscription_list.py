"""The list of subscriptions: pausing, removing one, many, all, and taking it back."""

import pytest

from bot import words
from store import subscriptions
from store.chats import Target
from store.subscriptions import Subscription
from tests.conftest import Chat

TARGET = Target(7)


def held(chat: Chat) -> tuple[Subscription, ...]:
    return subscriptions.of(chat.talk.store, TARGET)


@pytest.fixture
def subscribed(chat: Chat) -> Chat:
    """A reader with three subscriptions."""
    for text in ("全部", "柳湾县", "夜校 -手机"):
        chat.say(f"/subscribe {text}")
    return chat


def test_the_list_names_every_subscription(subscribed: Chat) -> None:
    subscribed.say("/subscriptions")
    assert subscribed.labels[:3] == ["全部", "柳湾县", "“夜校” · 不要“手机”"]


def test_without_subscriptions_the_list_says_so(chat: Chat) -> None:
    assert chat.say("我的订阅").text.plain == words.NO_SUBSCRIPTIONS


def test_one_is_paused_and_resumed(subscribed: Chat) -> None:
    subscribed.say("/subscriptions")
    subscribed.press("柳湾县")
    subscribed.press(words.BUTTON_PAUSE)
    assert [one.paused for one in held(subscribed)] == [False, True, False]
    subscribed.press(words.BUTTON_RESUME)
    assert not any(one.paused for one in held(subscribed))


def test_all_are_paused_and_resumed(subscribed: Chat) -> None:
    subscribed.say("/subscriptions")
    subscribed.press(words.BUTTON_PAUSE_ALL)
    assert all(one.paused for one in held(subscribed))
    subscribed.press(words.BUTTON_RESUME_ALL)
    assert not any(one.paused for one in held(subscribed))


def test_a_paused_wish_runs_again_when_it_is_subscribed_to_again(subscribed: Chat) -> None:
    subscribed.say("/subscriptions")
    subscribed.press(words.BUTTON_PAUSE_ALL)
    assert "已恢复：柳湾县" in subscribed.say("/subscribe 柳湾县").text.plain
    assert [one.paused for one in held(subscribed)] == [True, False, True]


@pytest.mark.parametrize("typed", ["柳湾县", "2", "柳湾"])
def test_words_remove_at_once(subscribed: Chat, typed: str) -> None:
    assert "已退订：柳湾县" in subscribed.say(f"/unsubscribe {typed}").text.plain
    assert len(held(subscribed)) == 2


def test_several_are_removed_by_their_places(subscribed: Chat) -> None:
    subscribed.say("退订 1、3")
    assert [one.wish.region is not None for one in held(subscribed)] == [True]


def test_several_are_removed_tap_by_tap(subscribed: Chat) -> None:
    subscribed.say("/unsubscribe")
    subscribed.press("✕ 全部")
    subscribed.press("✕ 柳湾县")
    assert len(held(subscribed)) == 1


def test_a_removal_can_be_taken_back_as_it_was(subscribed: Chat) -> None:
    subscribed.say("/subscriptions")
    subscribed.press(words.BUTTON_PAUSE_ALL)
    before = held(subscribed)
    subscribed.say("/unsubscribe 柳湾县")
    assert len(held(subscribed)) == 2
    subscribed.press(words.BUTTON_UNDO)
    assert held(subscribed) == before


def test_all_are_removed_after_asking_and_can_be_taken_back(subscribed: Chat) -> None:
    before = held(subscribed)
    subscribed.say("/unsubscribe 全部")
    assert held(subscribed) == before
    subscribed.press(words.BUTTON_CONFIRM_ALL)
    assert held(subscribed) == ()
    subscribed.press(words.BUTTON_UNDO)
    assert held(subscribed) == before


def test_thirty_removed_at_once_can_be_taken_back(chat: Chat) -> None:
    for at in range(15):
        chat.say(f"/subscribe 词{at:02}")
    before = held(chat)
    chat.say("/unsubscribe 全部")
    chat.press(words.BUTTON_CONFIRM_ALL)
    chat.press(words.BUTTON_UNDO)
    assert held(chat) == before


def test_what_is_not_subscribed_to_cannot_be_removed(subscribed: Chat) -> None:
    assert "没有订阅" in subscribed.say("/unsubscribe 桐岗县").text.plain
    assert len(held(subscribed)) == 3


def test_every_button_is_short_enough_for_telegram(subscribed: Chat) -> None:
    for line in ("/subscribe", "/subscriptions", "/unsubscribe", "/settings", "/subscribe 朝阳区"):
        reply = subscribed.say(line)
        for row in reply.buttons:
            assert all(len((button.data or "").encode()) <= 64 for button in row)


def test_a_subscription_is_shared_as_a_link_that_subscribes(subscribed: Chat) -> None:
    subscribed.say("/subscriptions")
    subscribed.press("夜校")
    payload = subscribed.button(words.BUTTON_SHARE).share
    other = Chat(subscribed.talk.store, subscribed.talk.reader.__class__(8, 8))
    other.say(f"/start {payload}")
    assert subscriptions.of(other.talk.store, Target(8))[0].wish == held(subscribed)[2].wish
