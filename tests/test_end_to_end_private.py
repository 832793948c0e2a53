"""A reader's own chat: odd things said and sent, buttons old and new, coming and going."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count
from pathlib import Path
from typing import Any

import pytest

from bot import words
from tests.serving import MARKS, SILENCE, clean, copied, environment, served, start

pytestmark = MARKS
NUMBERS = count(3001)
POLL = {"id": "1", "question": "?", "options": [], "total_voter_count": 0}


@pytest.fixture(scope="module")
def api(sample_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    """A server stricter than Telegram, with a bot for all: every journey is a reader's own."""
    folder = tmp_path_factory.mktemp("private")
    with served("strict") as harness:
        start(harness, environment(harness, copied(sample_file, folder)), folder)
        yield harness


@pytest.fixture
def reader(api: Any) -> Iterator[Any]:
    """A reader of this journey; nothing they do is refused."""
    yield api.private(next(NUMBERS))
    clean(api)


def test_odd_words_are_answered_each_once_and_in_order(api: Any) -> None:
    said = ["。。。", "😀" * 2048, "中" * 4096, "<b>&_*", "/", "/nothing here", "מה חדש?", "@x 好"]
    readers = [api.private(next(NUMBERS)) for _ in said]
    for reader, text in zip(readers, said, strict=True):
        reader.send(text)
    for reader in readers:
        assert reader.wait_reply(timeout=10).text
        assert len(reader.messages()) == 1
    clean(api)


def test_many_messages_at_once_are_answered_in_order(reader: Any) -> None:
    for text in ("/about", "/privacy", "党员有哪些权利"):
        reader.send(text)
    said = [reader.wait_reply(timeout=10).text for _ in range(3)]
    assert "党员享有的权利" in said[-1]
    assert len(reader.messages()) == 3


def test_what_holds_no_words_gets_a_kind_sentence_and_an_album_one(api: Any, reader: Any) -> None:
    reader.send_file("sticker", b"x")
    assert reader.wait_reply().text == words.CANNOT_USE
    for _ in range(3):
        reader.send_file("video", b"x", media_group_id="5")
    assert reader.wait_reply().text == words.CANNOT_USE
    reader.send_file("voice", b"x", caption="党员有哪些权利")
    assert "党员享有的权利" in reader.wait_reply().text
    assert len(reader.messages()) == 3


def test_an_update_that_cannot_be_read_stops_nobody(reader: Any) -> None:
    reader.push("service", extra={"poll": POLL})
    old = {"message_id": 1, "date": 0, "chat": {"id": reader.id, "type": "private"}}
    reader.push("service", extra={"pinned_message": old})
    assert reader.ask("/about", timeout=10).text


def test_an_edited_question_edits_its_answer_and_a_file_is_sent_anew(api: Any, reader: Any) -> None:
    sent = reader.send("比特币多少钱")
    first = reader.wait_reply()
    for text, said in (("/regions", words.REGIONS), ("党员有哪些权利", "党员享有的权利")):
        reader.edit(sent["message_id"], text)
        edited = reader.wait_edit()
        assert edited.id == first.id
        assert said in edited.text
    reader.edit(sent["message_id"], "/export")
    assert reader.wait_reply(timeout=8, pred=lambda message: message.document)


def test_old_and_made_up_buttons_are_answered(api: Any, reader: Any) -> None:
    answer = reader.ask("/regions")
    for data in ("a:999999", "l:99.98:0", "sa:zz", "t:hour:25", "x", "v:1:7", ":"):
        assert reader.press(data=data, message=answer.id, force=True).answered, data
    gone = reader.press(data=answer.keyboard[0][0]["callback_data"], message=7777, force=True)
    assert gone.answered
    assert reader.wait_reply().buttons


def test_the_same_button_twice_changes_the_message_once(api: Any, reader: Any) -> None:
    answer = reader.ask("/regions")
    # By its data: after the first tap other buttons of the message may hold the name.
    [data] = [
        button["callback_data"]
        for row in answer.keyboard
        for button in row
        if button["text"].startswith("柳湾县")
    ]
    for _ in range(2):
        reader.press(data=data, message=answer.id, wait=False, force=True)
    assert "柳湾县" in reader.wait_edit().text
    assert reader.wait_silence(SILENCE) is True


def test_who_blocks_the_bot_in_the_middle_is_answered_when_back(api: Any, reader: Any) -> None:
    reader.ask("/subscribe 全部")
    for text in ("/about", "/latest", "/privacy"):
        reader.send(text)
    reader.block()
    api.idle(quiet=1.2)
    reader.unblock()
    api.idle()
    assert reader.ask("/about").text
    assert any(words.WISH_ALL in label for label in reader.ask("/subscriptions").buttons)


def test_our_own_inline_result_is_no_question(api: Any, reader: Any) -> None:
    found = api.inline(reader.id, "党员权利")
    api.choose(reader.id, found, found["results"][0]["id"], chat_id=reader.id)
    sent = {"id": int(api.token.partition(":")[0]), "is_bot": True, "first_name": "x"}
    reader.send("【党员享有的权利】", extra={"via_bot": sent})
    assert reader.wait_silence(SILENCE) is True


def test_inline_pages_end_and_repeat_nothing(api: Any, reader: Any) -> None:
    offset, seen = "", []
    while True:
        page = api.inline(reader.id, "", offset)
        seen += [result["id"] for result in page["results"]]
        offset = page["next_offset"]
        assert page["is_personal"]
        if not offset:
            break
    assert len(seen) == len(set(seen)) > 10
    assert api.inline(reader.id, "", "999")["results"] == []
    assert api.inline(reader.id, "zzzz")["button"]
