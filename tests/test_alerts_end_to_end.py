"""From a tap or a dropped file to the message in the chat: `baowen run` against a strict server."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from bot import owner_words, words
from tests.newsroom import NAME, PAGE
from tests.serving import MARKS, SILENCE, copied, environment, served, start

pytestmark = MARKS
CHIEF, READER = 2001, 2002


@pytest.fixture
def api() -> Iterator[Any]:
    """The server, with Telegram's limits."""
    with served() as harness:
        yield harness


@pytest.fixture
def own(sample_file: Path, tmp_path: Path) -> Path:
    """A copy of the sample issues for one bot."""
    return copied(sample_file, tmp_path)


@pytest.fixture
def bot(api: Any, own: Path, tmp_path: Path) -> Any:
    """The bot with an administrator, an inbox, and issues that settle at once."""
    (tmp_path / "inbox").mkdir()
    # Telegram knows an administrator who has written to the bot before.
    api.private(CHIEF)
    env = environment(api, own, webhook=False) | {
        "BAOWEN_ADMINS": str(CHIEF),
        "BAOWEN_INBOX": str(tmp_path / "inbox"),
        "BAOWEN_SETTLE": "0",
    }
    return start(api, env, tmp_path)


def subscribed(api: Any, number: int = READER) -> Any:
    """A reader who has subscribed to everything in two taps."""
    reader = api.private(number)
    reader.ask("/subscribe")
    assert reader.press(words.BUTTON_EVERYTHING).answered
    assert "已订阅" in reader.wait_edit().text
    return reader


def test_a_page_put_into_the_inbox_reaches_its_subscriber_and_a_bad_file_is_told_of(
    api: Any, bot: Any, tmp_path: Path
) -> None:
    reader, chief = subscribed(api), api.private(CHIEF)
    (tmp_path / "inbox" / NAME).write_text(PAGE, "utf-8")
    (tmp_path / "inbox" / "page.pdf").write_text("%PDF", "utf-8")
    alert = reader.wait_reply(timeout=25)
    assert "入库登记怎么做" in alert.text
    assert (tmp_path / "inbox" / "done" / NAME).exists()
    assert "page.pdf" in chief.wait_reply(timeout=25).text
    api.assert_clean()


def test_a_page_an_administrator_sends_reaches_nobody_until_it_is_published(
    api: Any, bot: Any
) -> None:
    reader, chief = subscribed(api), api.private(CHIEF)
    chief.document(PAGE.encode(), NAME)
    assert "入库登记怎么做" in chief.wait_reply(timeout=15).text
    assert reader.wait_silence(2.0) is True
    assert chief.press(owner_words.BUTTON_PUBLISH).answered
    assert "入库登记怎么做" in reader.wait_reply(timeout=15).text
    api.assert_clean()


def test_an_announcement_reaches_every_subscriber_once(api: Any, bot: Any) -> None:
    readers = [subscribed(api, READER + at) for at in range(3)]
    chief = api.private(CHIEF)
    chief.ask("/announce 明天停报一期。")
    assert chief.press("3 个聊天").answered
    for reader in readers:
        assert reader.wait_reply(timeout=15).text == "明天停报一期。"
    api.idle(quiet=SILENCE)
    for reader in readers:
        assert [said.text for said in reader.messages()].count("明天停报一期。") == 1
    api.assert_clean()


def test_the_counts_and_the_export_arrive_as_files(api: Any, bot: Any) -> None:
    chief = api.private(CHIEF)
    assert owner_words.STATS in chief.ask("/stats").text
    assert chief.wait_reply().photo
    reader = subscribed(api)
    reader.ask("/export")
    assert reader.wait_reply().document
    api.assert_clean()
