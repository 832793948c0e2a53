"""Replies find their readers: the real bot over a Telegram that refuses as told."""

from typing import Any

import pytest

from store import chats, subscriptions
from store.chats import Target
from store.database import Store
from store.wishes import Wish
from tests.conftest import NOW
from tests.playing import Play
from tests.recording import BOT, message, pressed

OLD, NEW = -100, -200


def refusal(code: int, text: str, **parameters: Any) -> tuple[int, dict[str, Any]]:
    return code, {"ok": False, "error_code": code, "description": text, "parameters": parameters}


def membership(status: str, *, update: int, date: int) -> dict[str, Any]:
    """An update that says what the bot is in a group now."""
    person = {"id": 7, "is_bot": False, "first_name": "x"}
    states: dict[str, dict[str, Any]] = {
        "member": {"status": "member"},
        "kicked": {"status": "kicked", "until_date": 0},
    }
    before = "kicked" if status == "member" else "member"
    change = {
        "chat": {"id": OLD, "type": "supergroup", "title": "x"},
        "from": person,
        "date": date,
        "old_chat_member": states[before] | {"user": BOT},
        "new_chat_member": states[status] | {"user": BOT},
    }
    return {"update_id": update, "my_chat_member": change}


def test_a_move_told_in_both_chats_takes_everything_along_once(play: Play, samples: Store) -> None:
    subscriptions.add(samples, Target(OLD), Wish(), NOW)
    play(message("/ask 党员有哪些权利", chat=OLD))
    play(
        message(None, chat=OLD, update=2, migrate_to_chat_id=NEW),
        message(None, chat=NEW, update=3, migrate_from_chat_id=OLD),
    )
    sent = play(message("/ask 第三项呢", chat=NEW, update=4)).sent()
    assert "(三)" in sent[0]["text"]
    assert len(subscriptions.of(samples, Target(NEW))) == 1


def test_after_a_restart_an_old_button_leads_to_the_new_chat(play: Play, samples: Store) -> None:
    chats.migrate(samples, OLD, NEW)
    assert play(pressed("c:about", chat=OLD)).sent()[0]["chat_id"] == NEW


def test_a_chat_that_says_it_moved_again_and_again_is_given_up(play: Play) -> None:
    moved = refusal(400, "Bad Request: group chat was upgraded", migrate_to_chat_id=NEW)
    sent = play(message("/about", chat=OLD), sendMessage=moved).sent()
    assert [values["chat_id"] for values in sent[:2]] == [OLD, NEW]
    assert len(sent) <= 4


@pytest.mark.parametrize(
    "text",
    [
        "Bad Request: not enough rights to send text messages to the chat",
        "Forbidden: bot was kicked from the supergroup chat",
    ],
)
def test_a_chat_that_refuses_gets_no_alerts_either(play: Play, samples: Store, text: str) -> None:
    subscriptions.add(samples, Target(OLD), Wish(), NOW)
    code = 403 if text.startswith("Forbidden") else 400
    play(message("/about", chat=OLD), sendMessage=refusal(code, text))
    assert chats.get(samples, Target(OLD)).state == "suspended"


def test_a_chat_that_is_answered_again_gets_alerts_again(play: Play, samples: Store) -> None:
    chats.suspend(samples, OLD, "no rights", NOW)
    play(message("/about", chat=OLD))
    assert chats.get(samples, Target(OLD)).state == "open"


def test_what_was_asked_before_the_bot_was_put_out_is_not_answered(play: Play) -> None:
    put_out = membership("kicked", update=1, date=5)
    assert play(put_out, message("/about", chat=OLD, update=2)).sent() == []
    back = membership("member", update=3, date=9)
    assert len(play(back, message("/about", chat=OLD, update=4)).sent()) == 2


def test_a_message_that_was_deleted_is_replaced_by_a_new_one(play: Play) -> None:
    lost = refusal(400, "Bad Request: message to edit not found")
    request = play(pressed("c:latest"), pressed("i:0", update=3), editMessageText=lost)
    assert len(request.sent("editMessageText")) == 1
    assert len(request.sent()) == 2


def test_a_screen_that_is_there_already_is_not_asked_for_again(play: Play) -> None:
    request = play(pressed("i:0"), pressed("i:0", update=3))
    assert len(request.sent("editMessageText")) == 1
    assert len(request.sent("answerCallbackQuery")) == 2
