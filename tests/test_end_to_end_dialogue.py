"""Dialogues as Telegram carries them: what was shown, sent or chosen is what is spoken of."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from bot import words
from store.database import Store
from tests.newsroom import page
from tests.serving import MARKS, clean, copied, environment, served, start
from tests.test_forgetting import traces

pytestmark = MARKS
FIRST, SECOND = 61, 62


@pytest.fixture(scope="module")
def own(sample_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the sample issues for one bot."""
    return copied(sample_file, tmp_path_factory.mktemp("dialogue"))


@pytest.fixture(scope="module")
def api(own: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    """A server with a bot for all: every journey is of readers of its own."""
    with served() as harness:
        env = environment(harness, own) | {"BAOWEN_SETTLE": "0"}
        start(harness, env, tmp_path_factory.mktemp("log"))
        yield harness


def test_words_typed_do_what_buttons_do(api: Any) -> None:
    reader = api.private(6001)
    answer = reader.ask("夜校手机课")
    assert "夜校" in reader.ask("全文").text
    assert reader.ask("复制引文").text.startswith("《")
    shared = reader.ask("分享")
    assert shared.text == words.SHARE_HOW
    assert words.SUBSCRIBE_LIKE in reader.ask("订阅同类").text
    assert "第9项" not in reader.ask("/weekly").text
    reader.send("谁写的", reply_to=answer)
    assert "谷雨" in reader.wait_reply().text
    clean(api)


def test_in_a_group_whoever_replies_means_the_message_replied_to(api: Any) -> None:
    group = api.group(-1001000006000, user_id=FIRST, members={FIRST: "member", SECOND: "member"})
    answer = group.ask("/ask 雪后送药", user=FIRST)
    group.ask("/ask 夜校手机课", user=FIRST)
    group.send("哪天登的", user=SECOND, reply_to=answer)
    assert "雪后送药" in group.wait_reply().text
    assert "2026-03-17" in group.ask("/ask 全文", user=FIRST).text
    clean(api)


def test_an_inline_result_that_was_sent_is_spoken_of(api: Any) -> None:
    reader = api.private(6003)
    reader.ask("/start")
    found = api.inline(6003, "雪后送药")
    api.choose(6003, found, found["results"][0]["id"], chat_id=6003)
    reader.send("全文")
    assert reader.wait_reply().text.startswith("雪后送药")
    clean(api)


def test_an_inline_query_without_an_answer_leads_to_the_bot(api: Any) -> None:
    found = api.inline(6004, "火星上有没有水")
    assert (found["results"], found["button"]["text"]) == ([], words.INLINE_NOTHING)
    reader = api.private(6004)
    said = reader.ask(f"/start {found['button']['start_parameter']}").text
    assert "火星上有没有水" in said
    clean(api)


def test_an_alert_is_spoken_of_and_then_forgotten_with_all_else(api: Any, own: Path) -> None:
    reader = api.private(616161616)
    reader.ask("/subscribe 全部")
    with Store(own) as store:
        page(store)
    assert "梨树剪枝有门道" in reader.wait_reply(timeout=25).text
    assert "田野" in reader.ask("谁写的").text
    assert reader.ask("/forget").text == words.FORGOTTEN
    with Store(own) as store:
        # The update itself is forgotten when it is dealt with, right after the answer.
        until = time.monotonic() + 10
        while traces(store, 616161616) and time.monotonic() < until:
            time.sleep(0.05)
        assert traces(store, 616161616) == []
    clean(api)
