"""The real python-telegram-bot Application over a request object that answers from memory."""

import asyncio
import gc
import json
import logging
from typing import Any

import pytest

from bot import owner_words, words
from bot.settings import Settings
from bot.telegram import Telegram
from store import chats, journal, subscriptions
from store.chats import Target
from store.database import Store
from store.wishes import Wish
from tests.conftest import NOW
from tests.playing import CHIEF, TOKEN, Play
from tests.recording import BOT, RecordingRequest, message, pressed


def test_a_question_is_answered_in_the_papers_own_words(play: Play) -> None:
    sent = play(message("党员有哪些权利")).sent()
    assert len(sent) == 1
    assert "党员享有的权利" in sent[0]["text"]
    assert "(八)" in sent[0]["text"]
    assert {"blockquote", "bold"} <= {entity["type"] for entity in sent[0]["entities"]}


def test_the_same_update_twice_is_answered_once(play: Play) -> None:
    assert len(play(message("/start"), message("/start")).sent()) == 1


def test_what_a_crash_left_unanswered_is_answered_on_the_next_start(
    play: Play, samples: Store
) -> None:
    journal.arrived(samples, 5, json.dumps(message("/latest", update=5)), NOW)
    sent = play().sent()
    assert words.LATEST in sent[0]["text"]
    assert journal.unfinished(samples) == []


def test_a_pressed_button_is_answered_and_shows_its_page_in_place(play: Play) -> None:
    request = play(pressed("i:0"))
    assert len(request.sent("answerCallbackQuery")) == 1
    assert words.ISSUES in request.sent("editMessageText")[0]["text"]


def test_a_button_that_is_dead_says_so(play: Play) -> None:
    request = play(pressed("a:999999"), pressed("old-style", update=3))
    assert [call["text"] for call in request.sent("answerCallbackQuery")] == [words.GONE] * 2


def test_a_button_pressed_nowhere_is_answered_and_leads_nowhere(play: Play) -> None:
    nowhere = pressed("c:latest")
    del nowhere["callback_query"]["message"]
    request = play(nowhere)
    assert request.sent("answerCallbackQuery")[0]["text"] == words.GONE
    assert request.sent() == []


def test_a_button_whose_reply_fails_stops_its_clock(
    play: Play, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*args: Any) -> None:
        raise RuntimeError("a bug")

    monkeypatch.setattr("bot.handling.press", broken)
    request = play(pressed("c:latest"))
    assert len(request.sent("answerCallbackQuery")) == 1
    assert request.sent()[0]["text"] == words.BROKEN


def test_a_group_hears_the_answer_in_the_asking_topic_as_a_reply(play: Play) -> None:
    sent = play(message("/ask 党员有哪些权利", chat=-100, thread=5)).sent()
    assert sent[0]["message_thread_id"] == 5
    assert sent[0]["reply_parameters"]["message_id"] == 1


def test_a_group_is_not_answered_when_it_talks_among_itself(play: Play) -> None:
    assert (
        play(message("大家早上好", chat=-100), message("/start@other", chat=-100, update=2)).sent()
        == []
    )


def test_a_sticker_gets_a_kind_sentence(play: Play) -> None:
    sticker = {
        "file_id": "a", "file_unique_id": "b", "width": 1, "height": 1,
        "is_animated": False, "is_video": False, "type": "regular",
    }  # fmt: skip
    assert play(message(None, sticker=sticker)).sent()[0]["text"] == words.CANNOT_USE


def test_a_closed_bot_answers_only_those_it_is_open_to(play: Play) -> None:
    closed = Settings(token=TOKEN, allowed=frozenset({8}))
    sent = play(
        message("/about"), message("/about", update=2, chat=8, user=8), settings=closed
    ).sent()
    assert sent[0]["text"] == words.NOT_ALLOWED
    assert "报问" in sent[1]["text"]


def test_not_modified_is_harmless(play: Play, caplog: pytest.LogCaptureFixture) -> None:
    refusal = {
        "ok": False,
        "error_code": 400,
        "description": "Bad Request: message is not modified",
    }
    with caplog.at_level(logging.ERROR):
        play(pressed("i:0"), editMessageText=(400, refusal))
    assert caplog.records == []


def test_a_bug_keeps_its_traceback_and_the_reader_gets_a_sentence(
    play: Play, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> None:
        raise ZeroDivisionError("a bug")

    monkeypatch.setattr("bot.handling.hear", broken)
    sent = play(message("/start")).sent()
    assert [call["text"] for call in sent] == [words.BROKEN]
    assert any(record.exc_info and "a bug" in str(record.exc_info[1]) for record in caplog.records)


RIGHTS = [
    *("can_be_edited", "is_anonymous", "can_manage_chat", "can_delete_messages"),
    *("can_manage_video_chats", "can_restrict_members", "can_promote_members", "can_change_info"),
    *("can_invite_users", "can_post_stories", "can_edit_stories", "can_delete_stories"),
]


def status_of(user: dict[str, Any], status: str) -> dict[str, Any]:
    """A member of a group as Telegram describes one."""
    more: dict[str, Any] = {"until_date": 0} if status == "kicked" else {}
    if status == "administrator":
        more = dict.fromkeys(RIGHTS, True)
    return {"user": user, "status": status, **more}


def member(status: str) -> tuple[int, dict[str, Any]]:
    """Telegram's answer about a reader in a group."""
    reader = {"id": 7, "is_bot": False, "first_name": "读者"}
    return 200, {"ok": True, "result": status_of(reader, status)}


def membership(chat: int, before: str, after: str) -> dict[str, Any]:
    """An update: what the bot is in a chat has changed."""
    return {
        "update_id": 3,
        "my_chat_member": {
            "chat": {"id": chat, "type": "private" if chat > 0 else "supergroup", "title": "x"},
            "from": {"id": 7, "is_bot": False, "first_name": "读者"},
            "date": 0,
            "old_chat_member": status_of(BOT, before),
            "new_chat_member": status_of(BOT, after),
        },
    }


def test_a_groups_administrator_subscribes_it_and_a_member_cannot(
    play: Play, samples: Store
) -> None:
    refused = play(message("/subscribe 全部", chat=-100), getChatMember=member("member"))
    assert refused.sent()[0]["text"] == words.MANAGERS_ONLY
    play(message("/subscribe 全部", chat=-100, update=2), getChatMember=member("administrator"))
    assert len(subscriptions.of(samples, Target(-100))) == 1


def test_an_anonymous_administrator_needs_no_question(play: Play, samples: Store) -> None:
    anonymous = {"id": -100, "type": "supergroup", "title": "x"}
    request = play(message("/subscribe 全部", chat=-100, sender_chat=anonymous))
    assert request.sent("getChatMember") == []
    assert len(subscriptions.of(samples, Target(-100))) == 1


def test_a_buttons_presser_must_administer_the_group(play: Play, samples: Store) -> None:
    request = play(pressed("sa:0", chat=-100), getChatMember=member("member"))
    assert request.sent("answerCallbackQuery")[0]["text"] == words.MANAGERS_ONLY
    assert subscriptions.of(samples, Target(-100)) == ()


def test_a_channel_subscribes_by_a_post_and_its_other_posts_are_not_heard(
    play: Play, samples: Store
) -> None:
    request = play(post("/subscribe 全部"), post("/latest", 2), post("订阅 全部", 3))
    assert len(request.sent()) == 1
    assert subscriptions.of(samples, Target(-200))[0].wish == Wish()
    assert chats.get(samples, Target(-200)).kind == "channel"


def post(text: str, update: int = 1) -> dict[str, Any]:
    """An update that brings a post in a channel."""
    body: dict[str, Any] = {
        "message_id": update,
        "date": 0,
        "chat": {"id": -200, "type": "channel", "title": "x"},
        "text": text,
    }
    if text.startswith("/"):
        length = len(text.split()[0])
        body["entities"] = [{"type": "bot_command", "offset": 0, "length": length}]
    return {"update_id": update, "channel_post": body}


def test_a_new_group_is_greeted_once_with_one_tap_subscriptions(play: Play) -> None:
    sent = play(membership(-100, "left", "member")).sent()
    assert sent[0]["text"] == words.GROUP_HELLO
    assert "sa:0" in str(sent[0]["reply_markup"])
    promoted = membership(-100, "member", "administrator")
    assert play(promoted | {"update_id": 9}).sent() == []


def test_a_chat_that_blocks_is_suspended_until_it_comes_back(play: Play, samples: Store) -> None:
    play(membership(7, "member", "kicked"))
    assert chats.get(samples, Target(7)).state == "suspended"
    play(membership(7, "kicked", "member") | {"update_id": 4})
    assert chats.get(samples, Target(7)).state == "open"


def test_a_migrated_group_keeps_its_subscriptions(play: Play, samples: Store) -> None:
    play(
        message("/subscribe 全部", chat=-100),
        message(None, chat=-100, update=2, migrate_to_chat_id=-1001),
        getChatMember=member("administrator"),
    )
    assert len(subscriptions.of(samples, Target(-1001))) == 1


def document(size: int = 400) -> dict[str, Any]:
    """An update that brings a page as a file."""
    body = {
        "file_id": "f",
        "file_unique_id": "f",
        "file_name": "石桥日报_2026-05-04_02.txt",
        "file_size": size,
    }
    return message(None, document=body)


def test_a_page_file_from_an_administrator_is_read_and_can_be_published(play: Play) -> None:
    sent = play(document(), settings=CHIEF).sent()
    assert "石桥日报 · 2026-05-04" in sent[0]["text"]
    assert owner_words.BUTTON_PUBLISH in str(sent[0]["reply_markup"])


def test_a_file_from_a_reader_is_not_fetched(play: Play) -> None:
    request = play(document())
    assert request.sent("getFile") == []
    assert request.sent()[0]["text"] == words.CANNOT_USE


def test_a_file_too_large_for_a_bot_is_not_fetched(play: Play) -> None:
    request = play(document(21 * 2**20), settings=CHIEF)
    assert request.sent("getFile") == []
    assert request.sent()[0]["text"] == owner_words.FILE_LARGE


def test_an_administrators_photo_is_refused_with_what_to_send(play: Play) -> None:
    photo = [{"file_id": "p", "file_unique_id": "p", "width": 9, "height": 9}]
    sent = play(message(None, photo=photo), settings=CHIEF).sent()
    assert sent[0]["text"] == owner_words.NO_PHOTOS


def test_the_counts_come_with_a_picture(play: Play) -> None:
    request = play(message("/stats"), settings=CHIEF)
    assert owner_words.STATS in request.sent()[0]["text"]
    assert len(request.sent("sendPhoto")) == 1


def test_where_telegram_does_not_tell_nobody_is_an_administrator(play: Play) -> None:
    refusal = {"ok": False, "error_code": 400, "description": "Bad Request: no rights"}
    sent = play(message("/subscribe 全部", chat=-100), getChatMember=(400, refusal)).sent()
    assert sent[0]["text"] == words.MANAGERS_ONLY


def test_what_is_loaded_for_good_is_left_alone_by_the_garbage_collector(samples: Store) -> None:
    async def run() -> int:
        telegram = Telegram(samples, Settings(token=TOKEN))
        app = telegram.application(RecordingRequest(), RecordingRequest())
        await app.initialize()
        await telegram.for_good(app)
        frozen = gc.get_freeze_count()
        gc.unfreeze()
        await telegram.stopping(app)
        await app.shutdown()
        await telegram.stopped(app)
        return frozen

    assert asyncio.run(run()) > 10_000
