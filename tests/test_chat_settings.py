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
        ("时区 新疆", "timezone", "Asia/Urumqi"),
        ("時區：東京", "timezone", "Asia/Tokyo"),
        ("时区东京", "timezone", "Asia/Tokyo"),
        ("北京时间", "timezone", "Asia/Shanghai"),
        ("每周五 晚上8点", "hour", 20),
        ("每周五 晚上8点", "weekday", 4),
        ("周五晚上八点", "hour", 20),
        ("每周五20:00", "hour", 20),
        ("每周5 20点", "weekday", 4),
        ("每天早上七点钟", "hour", 7),
        ("每天中午十二点", "hour", 12),
        ("每天 下午 3点", "hour", 15),
        ("每天晚上12点", "hour", 0),
        ("每天十二时", "hour", 12),
        ("每天二十一点发一次", "hour", 21),
        ("早上6点", "when", "daily"),
        ("免打扰 晚上10点到早上7点", "quiet_from", 22),
        ("免打扰从22:00至7:00", "quiet_to", 7),
        ("每天 8点半", "hour", 8),
        ("每天晚上8点半", "hour", 20),
        ("每天20:30", "hour", 20),
        ("晚上八点一刻", "hour", 20),
        ("每周三 七点四十分", "hour", 7),
        ("免打扰 22:30-6:30", "quiet_to", 6),
    ],
)
def test_words_set_at_once(chat: Chat, typed: str, field: str, value: object) -> None:
    chat.say(f"/settings {typed}")
    assert getattr(kept(chat), field) == value


@pytest.mark.parametrize(
    "typed",
    [
        *("每天 25点", "时区 火星", "免打扰 22-30", "随便", "每月 1 日"),
        *("每天 8点75", "每天 8:75", "每周八", "时间", "每天晚上"),
    ],
)
def test_what_is_not_understood_changes_nothing_and_shows_how(chat: Chat, typed: str) -> None:
    before = kept(chat)
    assert "可以这样写" in chat.say(f"/settings {typed}").text.plain
    assert kept(chat) == before


def test_minutes_are_left_out_and_that_is_said(chat: Chat) -> None:
    assert settings_words.SETTINGS_WHOLE_HOURS in chat.say("/settings 每天 8点半").text.plain
    for exact in ("每天 8点", "每天 20:00", "每天八点整"):
        said = chat.say(f"/settings {exact}").text.plain
        assert settings_words.SETTINGS_WHOLE_HOURS not in said


@pytest.mark.parametrize(
    ("text", "field", "value"),
    [
        ("每天晚上8点", "hour", 20),
        ("静音", "silent", True),
        ("时区 新疆", "timezone", "Asia/Urumqi"),
    ],
)
def test_below_the_settings_no_command_is_needed(
    chat: Chat, text: str, field: str, value: object
) -> None:
    before = kept(chat)
    chat.say(text)
    assert kept(chat) == before
    chat.say("设置")
    assert chat.say(text).text.plain.startswith(settings_words.SETTINGS)
    assert getattr(kept(chat), field) == value


def test_quiet_hours_need_no_command_and_a_question_stays_one(chat: Chat) -> None:
    chat.say("免打扰 22点到7点")
    assert (kept(chat).quiet_from, kept(chat).quiet_to) == (22, 7)
    assert "党员享有的权利" in chat.say("党员有哪些权利").text.plain
    chat.say("设置")
    assert "党员享有的权利" in chat.say("党员有哪些权利").text.plain


def test_in_a_group_settings_need_the_command(group: Chat) -> None:
    group.say("免打扰 22点到7点")
    assert kept(group).quiet_from is None


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
