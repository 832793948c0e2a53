"""Killed at the worst moments and started again: each reader has each answer once."""

import asyncio
import json
from typing import Any

import pytest

from bot.incoming import JournalQueue
from bot.settings import Settings
from bot.telegram import Telegram
from store import asked, journal
from store.database import Store
from tests.conftest import NOW
from tests.playing import TOKEN, held
from tests.recording import BOT, RecordingRequest, message, pressed


class Chat(RecordingRequest):
    """Plays a Telegram that numbers the messages of one chat."""

    def __init__(self, *said: tuple[int, str | None]) -> None:
        """`said` are numbers and texts of our own messages, None for somebody else's."""
        super().__init__()
        self.said = dict(said)
        self.top = max(self.said, default=0)

    def result(self, name: str, values: dict[str, Any]) -> Any:
        body = super().result(name, values)
        if name == "sendMessage":
            self.top += 1
            self.said[self.top] = values["text"]
            body |= {"message_id": self.top, "from": BOT}
            before = values.get("reply_parameters", {}).get("message_id")
            if before in self.said and before != self.top:
                text = self.said[before]
                person = BOT if text is not None else {"id": 7, "is_bot": False, "first_name": "x"}
                body["reply_to_message"] = {
                    **body, "message_id": before, "text": text or "?", "from": person,
                }  # fmt: skip
        if name == "deleteMessage":
            del self.said[values["message_id"]]
        return body


@pytest.fixture
def about(samples: Store) -> str:
    """What the bot says to /about."""
    chat = Chat((1, None))
    left(samples, question("/about", 1))
    started(samples, chat)
    return chat.said[2] or ""


def question(text: str, number: int, **more: Any) -> dict[str, Any]:
    """The update of a message; both have the same number."""
    return message(text, update=number, **more)


def left(store: Store, *updates: dict[str, Any], times: int = 0) -> None:
    """Updates that a killed bot has left, having taken them up so many times already."""
    for update in updates:
        journal.arrived(store, update["update_id"], json.dumps(update), NOW)
    for _ in range(times):
        journal.take_up(store)


def started(store: Store, chat: Chat, *updates: dict[str, Any]) -> None:
    """Start the bot, and stop it when it has dealt with everything."""
    app = Telegram(store, Settings(token=TOKEN)).application(chat, RecordingRequest())
    asyncio.run(held(app, updates))


def ours(chat: Chat) -> dict[int, str]:
    """Our messages in the chat."""
    return {number: text for number, text in chat.said.items() if text is not None}


def test_killed_before_the_answer_it_answers(samples: Store, about: str) -> None:
    chat = Chat((8, None))
    left(samples, question("/about", 8))
    started(samples, chat)
    assert list(ours(chat).values()) == [about]


def test_killed_behind_the_answer_it_does_not_answer_again(samples: Store, about: str) -> None:
    chat = Chat((8, None), (9, about))
    left(samples, question("/about", 8))
    started(samples, chat)
    assert ours(chat) == {9: about}


def test_a_question_asked_behind_it_does_not_hide_the_answer(samples: Store, about: str) -> None:
    chat = Chat((8, None), (9, None), (10, about))
    left(samples, question("/about", 8), question("/help", 9))
    started(samples, chat)
    assert list(ours(chat).values()).count(about) == 1
    assert len(ours(chat)) == 2


def test_words_not_fetched_before_the_kill_do_not_hide_the_answer(
    samples: Store, about: str
) -> None:
    chat = Chat((8, None), (9, None), (10, None), (11, about))
    left(samples, question("/about", 8))
    started(samples, chat, question("/help", 9))
    assert list(ours(chat).values()).count(about) == 1
    assert {number for number, text in chat.said.items() if text is None} == {8, 9, 10}


def test_what_was_answered_behind_it_does_not_hide_the_answer(samples: Store, about: str) -> None:
    asked.replied(samples, -100, 6, 7, NOW)
    chat = Chat((5, None), (6, None), (7, "另一个回答"), (8, about))
    left(samples, question("/about", 5, chat=-100))
    started(samples, chat)
    assert ours(chat) == {7: "另一个回答", 8: about}


def test_what_came_in_meanwhile_does_not_hide_the_answer(samples: Store, about: str) -> None:
    chat = Chat((5, None), (6, about), (7, None))
    left(samples, question("/about", 5, chat=-100))
    started(samples, chat, question("/help", 7, chat=-100, user=8))
    assert list(ours(chat).values()).count(about) == 1
    assert len(ours(chat)) == 2


@pytest.mark.parametrize("update", [question("/about", 8), pressed("c:about", update=8)])
def test_killed_twice_behind_the_answer_it_stands_once(
    samples: Store, about: str, update: dict[str, Any]
) -> None:
    asked.replied(samples, 7, 7, 8, NOW)
    chat = Chat((8, None), (9, about), (10, about))
    left(samples, update, times=1)
    started(samples, chat)
    assert ours(chat) == {9: about}


def test_a_copy_behind_what_a_reader_wrote_between_two_kills_is_taken_back(
    samples: Store, about: str
) -> None:
    chat = Chat((8, None), (9, about), (10, None), (11, about))
    left(samples, question("/about", 8), times=1)
    started(samples, chat)
    assert chat.said == {8: None, 9: about, 10: None}


def test_what_a_reader_wrote_between_two_kills_is_never_deleted(samples: Store, about: str) -> None:
    chat = Chat((8, None), (9, about), (10, None))
    left(samples, question("/about", 8), times=1)
    started(samples, chat)
    assert chat.said == {8: None, 9: about, 10: None}


def test_how_often_an_update_was_taken_up_is_known(store: Store) -> None:
    async def run() -> dict[int, int]:
        queue = JournalQueue(store)
        await queue.resume(None)  # type: ignore[arg-type]
        return queue.resumed

    left(store, question("/about", 8), times=2)
    assert asyncio.run(run()) == {8: 3}
    journal.done(store, 8)
    left(store, question("/help", 8))
    assert asyncio.run(run()) == {8: 1}
