"""What /export gave can be sent back, and is merged with what is subscribed to."""

import json
from pathlib import Path
from typing import Any

import pytest

from bot import record_words, words
from bot.importing import imported
from bot.settings import Settings
from bot.talk import Reader, Talk
from bot.terminal import OWNER
from store import subscriptions
from store.chats import Target
from store.database import Store
from store.wishes import Wish
from tests.conftest import Chat
from tests.playing import CHIEF, Play
from tests.recording import message


def exported(chat: Chat) -> bytes:
    file = chat.say("/export").file
    assert file is not None
    return file[1]


def of(*rows: Any) -> bytes:
    """A file with these subscriptions."""
    return json.dumps({"subscriptions": list(rows)}).encode()


def other(chat: Chat, **settings: int) -> Chat:
    """Another reader of the same archive."""
    made = Chat(chat.talk.store, Reader(user=8, chat=8))
    talk = made.talk
    made.talk = Talk(talk.store, talk.reader, talk.now, talk.memory, Settings(**settings))  # type: ignore[arg-type]
    return made


def wishes(chat: Chat) -> list[Wish]:
    held = subscriptions.of(chat.talk.store, Target(chat.talk.reader.chat))
    return [one.wish for one in held]


def take(chat: Chat, data: bytes) -> str:
    chat.reply = imported(chat.talk, data)
    return chat.reply.text.plain


def test_a_file_brings_all_subscriptions_to_another_chat(chat: Chat) -> None:
    for wish in ("柳湾县 每周一学", "夜校 -手机", "学习角、短讯"):
        chat.say(f"/subscribe {wish}")
    chat.say("/subscriptions")
    chat.press("夜校")
    chat.press(words.BUTTON_PAUSE)
    newcomer = other(chat)
    said = take(newcomer, exported(chat))
    assert wishes(newcomer) == wishes(chat)
    assert "新订 4 项" in said and "夜校" in said
    held = subscriptions.of(chat.talk.store, Target(8))
    assert [one.paused for one in held] == [False, True, False, False]


def test_what_is_there_stays_and_is_counted_apart(chat: Chat) -> None:
    chat.say("/subscribe 学习角、短讯")
    newcomer = other(chat)
    newcomer.say("/subscribe 学习角")
    said = take(newcomer, exported(chat))
    assert record_words.IMPORT_HELD.format(count=1) in said and "新订 1 项" in said
    assert take(newcomer, exported(chat)) == record_words.IMPORT_HELD.format(count=2)


def test_an_import_is_taken_back_with_one_button(chat: Chat) -> None:
    chat.say("/subscribe 学习角")
    take(chat, of({"column": "学习角"}, *({"words": [f"第{n}渠"]} for n in range(19))))
    assert len(wishes(chat)) == 20
    assert len((chat.button(words.BUTTON_UNDO).data or "").encode()) <= 64
    chat.press(words.BUTTON_UNDO)
    assert wishes(chat) == [Wish(column="学习角")]


def test_the_owners_limit_holds_and_is_told(chat: Chat) -> None:
    chat.say("/subscribe 学习角、短讯、夜校")
    newcomer = other(chat, subscriptions=2)
    said = take(newcomer, exported(chat))
    assert len(wishes(newcomer)) == 2
    assert words.SUBSCRIPTIONS_LEFT.format(count=1, limit=2) in said


@pytest.mark.parametrize(
    "data", [b"", b"\xff\xfe", b"[]", b"{}", b"null", b'{"subscriptions": 3}', b"[" * 9000]
)
def test_a_file_of_another_kind_gets_one_sentence(chat: Chat, data: bytes) -> None:
    assert take(chat, data) == record_words.IMPORT_BAD
    assert wishes(chat) == []


@pytest.mark.parametrize(
    "row",
    [
        1,
        {"words": "夜校"},
        {"words": ["夜 校"]},
        {"words": [""]},
        {"words": ["长" * 21]},
        {"words": ["词"] * 13},
        {"column": 5},
        {"column": "学\n习"},
        {"author": "人" * 61},
        {"region": "天上/人间"},
        {"study": "yes"},
        {"paused": 1},
    ],
)
def test_a_subscription_that_makes_no_sense_is_left_out_and_counted(chat: Chat, row: Any) -> None:
    said = take(chat, of(row, {"column": "短讯"}))
    assert wishes(chat) == [Wish(column="短讯")]
    assert record_words.IMPORT_UNKNOWN.format(count=1) in said


def test_an_empty_file_changes_nothing(chat: Chat) -> None:
    assert take(chat, of()) == record_words.IMPORT_EMPTY


def test_the_way_is_told_when_the_file_is_missing(chat: Chat, group: Chat) -> None:
    assert chat.say("导入").text.plain == record_words.IMPORT_HOW
    assert group.say("/import").text.plain == record_words.IMPORT_PRIVATELY


def test_at_a_terminal_the_file_is_named(samples: Store, tmp_path: Path) -> None:
    owner = Chat(samples, OWNER)
    (tmp_path / "baowen.json").write_bytes(of({"column": "短讯"}))
    assert owner.say("/import").text.plain == record_words.IMPORT_TERMINAL
    assert "新订 1 项" in owner.say(f"/import {tmp_path / 'baowen.json'}").text.plain
    nowhere = str(tmp_path / "nowhere")
    missing = record_words.IMPORT_MISSING.format(path=nowhere)
    assert owner.say(f"/import {nowhere}").text.plain == missing


def document(name: str = "baowen.json", size: int = 400) -> dict[str, Any]:
    return {"file_id": "f", "file_unique_id": "f", "file_name": name, "file_size": size}


def test_a_reader_sends_the_file_or_answers_it_with_the_command(play: Play, samples: Store) -> None:
    file = of({"column": "短讯"})
    sent = play(message(None, document=document()), file=file).sent()
    assert "新订 1 项" in sent[0]["text"]
    before = message(None, update=900, document=document())["message"]
    sent = play(message("/import", update=2, reply_to_message=before), file=file).sent()
    assert sent[0]["text"] == record_words.IMPORT_HELD.format(count=1)
    assert [one.wish for one in subscriptions.of(samples, Target(7))] == [Wish(column="短讯")]


def test_an_administrators_subscriptions_are_no_page(play: Play) -> None:
    request = play(message(None, document=document()), file=of(), settings=CHIEF)
    assert request.sent()[0]["text"] == record_words.IMPORT_EMPTY


def test_a_file_too_large_for_subscriptions_is_not_fetched(play: Play) -> None:
    request = play(message(None, document=document(size=2**23)))
    assert request.sent("getFile") == []
    assert request.sent()[0]["text"] == record_words.IMPORT_LARGE
