"""When and how a chat is told, by buttons and by words."""

import pytest

from bot import settings_words, words
from store import chats
from store.chats import Chat as Settings
from store.chats import Target
from tests.conftest import Chat


def kept(chat: Chat) -> Settings:
    return chats.get(chat.talk.store, Target(7))


def test_a_weekly_digest_is_set_by_buttons(chat: Chat) -> None:
    chat.say("/settings")
    chat.press(settings_words.BUTTON_WEEKLY)
    chat.press(settings_words.BUTTON_DAY)
    chat.press("周三")
    chat.press(settings_words.BUTTON_HOUR)
    chat.press("19点")
    assert (kept(chat).when, kept(chat).weekday, kept(chat).hour) == ("weekly", 2, 19)
    assert "每周三 19 点" in chat.reply.text.plain


def test_quiet_hours_are_set_and_taken_away_by_buttons(chat: Chat) -> None:
    chat.say("/settings")
    chat.press(settings_words.BUTTON_QUIET)
    chat.press("22点")
    chat.press("7点")
    assert (kept(chat).quiet_from, kept(chat).quiet_to) == (22, 7)
    chat.press(settings_words.BUTTON_QUIET)
    chat.press(settings_words.BUTTON_NO_QUIET)
    assert (kept(chat).quiet_from, kept(chat).quiet_to) == (None, None)


def test_the_time_zone_and_the_sound_are_set_by_buttons(chat: Chat) -> None:
    chat.say("/settings")
    chat.press(settings_words.BUTTON_ZONE)
    chat.press("新疆时间")
    chat.press(settings_words.BUTTON_SILENT)
    assert (kept(chat).timezone, kept(chat).silent) == ("Asia/Urumqi", True)
    chat.press(settings_words.BUTTON_SOUND)
    assert not kept(chat).silent


@pytest.mark.parametrize(
    ("typed", "field", "value"),
    [
        ("每天 8点", "hour", 8),
        ("每天9点", "when", "daily"),
        ("每周一 8点", "weekday", 0),
        ("每星期天 8", "weekday", 6),
        ("每周五", "when", "weekly"),
        ("立即", "when", "now"),
        ("静音", "silent", True),
        ("免打扰 22-7", "quiet_from", 22),
        ("免打扰 22点到7点", "quiet_to", 7),
        ("时区 Asia/Urumqi", "timezone", "Asia/Urumqi"),
        ("时区 新疆时间", "timezone", "Asia/Urumqi"),
    ],
)
def test_words_set_at_once(chat: Chat, typed: str, field: str, value: object) -> None:
    chat.say(f"/settings {typed}")
    assert getattr(kept(chat), field) == value


@pytest.mark.parametrize("typed", ["每天 25点", "时区 火星", "免打扰 22-30", "随便", "每月 1 日"])
def test_what_is_not_understood_changes_nothing_and_shows_how(chat: Chat, typed: str) -> None:
    before = kept(chat)
    assert "可以这样写" in chat.say(f"/settings {typed}").text.plain
    assert kept(chat) == before


def test_from_an_hour_to_the_same_is_no_quiet_time(chat: Chat) -> None:
    chat.say("/settings 免打扰 8-8")
    assert kept(chat).quiet_from is None


def test_a_new_subscription_says_when_it_will_come(chat: Chat) -> None:
    chat.say("/settings 每天 8点")
    assert "每天8点" in chat.say("/subscribe 全部").text.plain


def test_a_broken_button_changes_nothing(chat: Chat) -> None:
    from bot.conversation import press

    before = kept(chat)
    for data in ("t:hour:99", "t:when:never", "t:zone:77", "t:quiet:1", "t:nothing:1", "t:hour"):
        assert press(chat.talk, data).toast == words.GONE, data
    assert kept(chat) == before
