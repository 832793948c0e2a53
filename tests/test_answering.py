"""A question and what is said to it: the answer, the ways on from it, and what there is instead."""

from dataclasses import replace
from datetime import timedelta

import pytest

from bot import words
from bot.answering import QUESTION_LIMIT, missing
from bot.asking import Memory
from bot.conversation import press
from store import asked
from store.database import Store
from tests.conftest import NOW, Chat

QUESTION = "党员有那些权力"
BROAD = "桐岗县"
"""A question that several articles answer."""


def styles(chat: Chat, style: str) -> list[str]:
    """The pieces of the reply that are set in a style."""
    text = chat.reply.text
    return [text.plain[mark.start : mark.end] for mark in text.marks if mark.style == style]


def test_the_match_stands_out_in_a_quotation(chat: Chat) -> None:
    chat.say("夜校手机课有多少人结业")
    (quotation,) = styles(chat, "quote")
    assert "四百一十二人结业" in quotation
    assert "手机课" in styles(chat, "bold")


def test_a_study_item_is_shown_whole(chat: Chat) -> None:
    chat.say(QUESTION)
    (quotation,) = styles(chat, "quote")
    assert quotation.startswith("(一)")
    assert "(八)" in quotation


def test_one_item_asked_for_is_shown_alone(chat: Chat) -> None:
    chat.say("党员的第三项权利是什么")
    (quotation, *_) = styles(chat, "quote")
    assert quotation.startswith("(三)")
    assert "(四)" not in quotation


def test_an_answer_leads_on_to_everything_that_can_be_done_with_it(chat: Chat) -> None:
    chat.say(BROAD)
    assert {
        words.BUTTON_READ, words.BUTTON_MORE, words.BUTTON_RELATED, words.BUTTON_LIKE,
        words.BUTTON_COPY, words.BUTTON_SHARE, words.BUTTON_GOOD, words.BUTTON_BAD,
    } <= set(chat.labels)  # fmt: skip


def test_in_a_group_an_answer_has_one_row_of_buttons(group: Chat) -> None:
    group.say(QUESTION)
    assert len(group.reply.buttons) == 1
    assert words.BUTTON_GOOD not in group.labels


def test_more_lists_the_candidates_behind_the_first(chat: Chat) -> None:
    chat.say(BROAD)
    first = chat.reply.text.plain.splitlines()[0]
    chat.press(words.BUTTON_MORE)
    assert chat.labels
    assert not any(first in label for label in chat.labels)


def test_more_is_the_same_after_a_restart(chat: Chat) -> None:
    chat.say(BROAD)
    button = chat.button(words.BUTTON_MORE)
    chat.press(words.BUTTON_MORE)
    again = press(replace(chat.talk, memory=Memory()), button.data or "")
    assert again.buttons == chat.reply.buttons


def test_more_of_an_old_answer_is_of_the_day_it_was_given(chat: Chat) -> None:
    chat.say("这个月的先锋在前")
    button = chat.button(words.BUTTON_MORE)
    chat.press(words.BUTTON_MORE)
    later = replace(chat.talk, now=NOW + timedelta(days=60), memory=Memory())
    assert press(later, button.data or "").buttons == chat.reply.buttons


def test_buttons_under_a_question_that_is_no_longer_kept_say_so(chat: Chat) -> None:
    chat.say(BROAD)
    more, good = chat.button(words.BUTTON_MORE), chat.button(words.BUTTON_GOOD)
    asked.prune_questions(chat.talk.store, NOW + timedelta(days=1))
    for button in (more, good):
        assert press(chat.talk, button.data or "").toast == words.GONE


def unanswered(chat: Chat, *meant: str) -> None:
    """A reply that finds nothing and suggests what may have been meant."""
    answer = chat.talk.memory.ask(chat.talk.store, QUESTION, NOW.date())
    none = replace(answer, found=False, suggestions=meant)
    chat.reply = missing(chat.talk, none, asked.remember(chat.talk.store, none, NOW))


def test_what_is_not_there_is_said_to_be_missing_in_the_readers_words(chat: Chat) -> None:
    unanswered(chat)
    assert chat.reply.text.plain == words.NOT_FOUND.format(question=QUESTION)
    assert chat.labels == []


def test_a_near_title_opens_its_article(chat: Chat) -> None:
    unanswered(chat, "党员享有的权利")
    assert words.NEAR in chat.reply.text.plain
    assert "(八)" in chat.press("党员享有的权利").text.plain


def test_another_spelling_asks_for_itself(chat: Chat) -> None:
    unanswered(chat, "党员的权利有哪些")
    assert words.MEANT in chat.reply.text.plain
    assert chat.button("党员的权利有哪些").data


def test_a_button_never_asks_for_another_spelling_than_it_says(chat: Chat) -> None:
    unanswered(chat, "党员的权利有哪些")
    memory = chat.talk.memory
    for key, answer in memory.answers.items():
        memory.answers[key] = replace(answer, found=False, suggestions=("夜校手机课",))
    assert chat.press("党员的权利有哪些").text.plain == words.GONE


def test_a_spelling_the_archive_no_longer_suggests_is_gone(chat: Chat) -> None:
    unanswered(chat, "党员的权利有哪些")
    assert chat.press("党员的权利有哪些").text.plain == words.GONE


def test_a_pasted_page_is_answered_with_the_limit(chat: Chat) -> None:
    assert str(QUESTION_LIMIT) in chat.say("字" * (QUESTION_LIMIT + 1)).text.plain
    assert str(QUESTION_LIMIT) not in chat.say("字" * QUESTION_LIMIT).text.plain


def test_thanks_are_given_for_a_good_verdict_at_once(chat: Chat) -> None:
    chat.say(QUESTION)
    reply = chat.press(words.BUTTON_GOOD)
    assert (reply.toast, reply.text.plain) == (words.THANKS, "")


def test_a_bad_verdict_is_kept_with_its_reason_once(chat: Chat, samples: Store) -> None:
    chat.say(QUESTION)
    chat.press(words.BUTTON_BAD)
    _, label = words.REASONS[0]
    assert chat.press(label).toast == words.THANKS
    kept = samples.db.execute("SELECT good, reason FROM verdicts").fetchall()
    assert kept == [(0, label)]


@pytest.mark.parametrize("data", ["v:999999:1", "q:999999:0", "s:999999:0", "q:x", "s:1"])
def test_made_up_buttons_are_gone(chat: Chat, data: str) -> None:
    assert press(chat.talk, data).toast == words.GONE
