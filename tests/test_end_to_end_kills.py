"""Stopped, killed and started again in the middle: nothing is answered twice, nothing is lost."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from bot import words
from store import journal
from store.database import Store
from tests.serving import MARKS, SILENCE, copied, environment, served, start

pytestmark = MARKS
Starting = Callable[[], Any]


@pytest.fixture(scope="module")
def api() -> Iterator[Any]:
    """One server for all: every journey is a reader's of its own."""
    with served() as harness:
        yield harness


@pytest.fixture
def own(sample_file: Path, tmp_path: Path) -> Path:
    """A copy of the sample issues for one bot."""
    return copied(sample_file, tmp_path)


@pytest.fixture
def starting(api: Any, own: Path, tmp_path: Path) -> Iterator[Starting]:
    """Starts a bot over the same store, the first time and after its end."""
    yield lambda: start(api, environment(api, own), tmp_path)
    for bot in api.bots:
        bot.stop()
    api.clear_faults()


def test_stopped_in_an_outage_it_answers_after_the_next_start(api: Any, starting: Starting) -> None:
    bot = starting()
    reader = api.private(1203)
    api.fault(method="sendmessage", action="reset")
    reader.send("党员有哪些权利")
    while not api.calls("sendmessage"):
        time.sleep(0.05)
    assert bot.stop(timeout=5.0) is not None
    api.clear_faults()
    starting()
    assert "党员享有的权利" in reader.wait_reply(timeout=15).text
    assert reader.wait_silence(SILENCE) is True


def test_killed_in_the_middle_it_answers_what_was_asked_meanwhile(
    api: Any, own: Path, starting: Starting
) -> None:
    reader = api.private(1204)
    first = starting()
    answer = reader.ask("党员有哪些权利")
    with Store(own) as store:
        # Between a reply and the note that it went out lies the one moment a kill can double it.
        while journal.unfinished(store):
            time.sleep(0.01)
    first.kill()
    reader.drain()
    reader.send("/about")
    reader.press(words.BUTTON_READ, message=answer.id, wait=False)
    starting()
    said = [message.text for message in reader.replies(quiet=2.0, timeout=20)]
    assert len(said) == 2
    assert any("党员享有的权利" in text for text in said)


def test_an_answer_sent_in_the_moment_of_a_kill_is_not_sent_again(
    api: Any, own: Path, starting: Starting
) -> None:
    reader = api.private(1205)
    bot = starting()
    # The answer arrives, and the bot is killed while it waits for Telegram to say so.
    api.fault(method="sendmessage", action="slow", where="after", delay=1.5, count=1)
    reader.send("/about")
    reader.wait_reply(timeout=15)
    bot.kill()
    with Store(own) as store:
        assert journal.unfinished(store)
    starting()
    api.idle(quiet=1.5)
    assert len(reader.messages()) == 1
