"""Inline mode through the real bot: what Telegram is answered, and a result that was sent."""

from typing import Any

from bot import words
from bot.settings import Settings
from tests.playing import TOKEN, Play
from tests.recording import message

READER = {"id": 7, "is_bot": False, "first_name": "读者"}


def typed(query: str) -> dict[str, Any]:
    body = {"id": "9", "from": READER, "query": query, "offset": ""}
    return {"update_id": 1, "inline_query": body}


def sent(result: str) -> dict[str, Any]:
    body = {"result_id": result, "from": READER, "query": "雪后送药"}
    return {"update_id": 2, "chosen_inline_result": body}


def test_nothing_found_is_a_button_that_asks_the_bot(play: Play) -> None:
    (answer,) = play(typed("火星上有没有水")).sent("answerInlineQuery")
    assert answer["results"] == []
    button = answer["button"]
    assert button["text"] == words.INLINE_NOTHING
    (asked,) = play(message(f"/start {button['start_parameter']}", update=5)).sent()
    assert "火星上有没有水" in asked["text"]


def test_a_result_that_was_sent_is_what_is_spoken_of(play: Play) -> None:
    (answer,) = play(typed("雪后送药")).sent("answerInlineQuery")
    number = answer["results"][0]["id"]
    (full,) = play(sent(number), message("全文", update=3)).sent()
    assert full["text"].startswith("雪后送药")


def test_who_may_not_use_the_bot_is_told_so(play: Play) -> None:
    closed = Settings(token=TOKEN, allowed=frozenset({8}))
    (answer,) = play(typed("雪后送药"), settings=closed).sent("answerInlineQuery")
    assert (answer["results"], answer["button"]["text"]) == ([], words.INLINE_CLOSED)
