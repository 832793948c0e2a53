"""`baowen run` as a process, against a strict Bot API server on loopback (not part of a clone)."""

from __future__ import annotations

import socket
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from bot import words
from store import journal
from store.database import Store
from tests.conftest import SHARED

BOTAPI = SHARED / "botapi"
pytestmark = [
    pytest.mark.skipif(not BOTAPI.exists(), reason="needs the Bot API server"),
    # The server's client leaves its sockets and pipes to the garbage collector.
    pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning"),
    pytest.mark.filterwarnings("ignore::ResourceWarning"),
]


@pytest.fixture
def api() -> Iterator[Any]:
    """The server, with Telegram's limits."""
    sys.path.insert(0, str(BOTAPI))
    try:
        from client import Harness  # type: ignore[import-not-found]
    finally:
        sys.path.remove(str(BOTAPI))
    with Harness.spawn(limits="telegram") as harness:
        yield harness


@pytest.fixture
def own(sample_file: Path, tmp_path: Path) -> Path:
    """A copy of the sample issues for one bot."""
    with Store(sample_file) as source:
        source.backup(tmp_path / "own.db")
    return tmp_path / "own.db"


@pytest.fixture(params=["polling", "webhook"])
def bot(request: pytest.FixtureRequest, api: Any, own: Path, tmp_path: Path) -> Any:
    """The bot over the sample issues, by long polling and by webhook."""
    return start(api, environment(api, own, webhook=request.param == "webhook"), tmp_path)


def environment(api: Any, db: Path, *, webhook: bool) -> dict[str, str]:
    env = {"TELEGRAM_BOT_TOKEN": api.token, "TELEGRAM_API_URL": api.url, "BAOWEN_DB": str(db)}
    if webhook:
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            port = probe.getsockname()[1]
        env |= {
            "WEBHOOK_URL": f"http://127.0.0.1:{port}/hook",
            "WEBHOOK_LISTEN": f"127.0.0.1:{port}",
            "WEBHOOK_SECRET": "a-secret",
        }
    return env


def start(api: Any, env: dict[str, str], folder: Path) -> Any:
    command = [sys.executable, "-m", "bot", "run"]
    return api.start_bot(command, env=env, cwd=Path(__file__).parent.parent, log=folder / "log")


def test_a_reader_asks_browses_and_reads(api: Any, bot: Any) -> None:
    reader = api.private(1001)
    answer = reader.ask("党员有哪些权利")
    assert "党员享有的权利" in answer.text and "(八)" in answer.text
    assert answer.spans("blockquote") and answer.spans("bold")
    press = reader.press(words.BUTTON_READ)
    assert press.answered
    assert "党员享有的权利" in reader.wait_reply().text
    api.assert_clean()


def test_regions_open_one_below_the_other(api: Any, bot: Any) -> None:
    reader = api.private(1002)
    assert any("桐岗县" in label for label in reader.ask("/regions").buttons)
    assert reader.press("桐岗县").answered
    assert any("白石滩镇" in label for label in reader.wait_edit().buttons)
    assert "2026-03-17" in reader.ask("/latest").text
    api.assert_clean()


def test_a_topic_of_a_forum_is_answered_in_that_topic(api: Any, bot: Any) -> None:
    forum = api.forum(-1001000000001, topics={5: "学习"}, user_id=9)
    forum.send("/ask 党员有哪些权利", thread=5)
    assert forum.wait_reply().thread == 5
    api.assert_clean()


def test_inline_results_can_be_sent_to_any_chat(api: Any, bot: Any) -> None:
    found = api.inline(1003, "党员权利")
    assert found["results"][0]["title"] == "党员享有的权利"
    api.assert_clean()


def test_an_edited_question_edits_its_answer(api: Any, bot: Any) -> None:
    reader = api.private(1004)
    reader.drain()
    sent = reader.send("比特币多少钱")
    first = reader.wait_reply()
    reader.edit(sent["message_id"], "党员有哪些权利")
    edited = reader.wait_edit()
    assert edited.id == first.id
    assert "党员享有的权利" in edited.text
    api.assert_clean()


def test_sigterm_ends_it_within_five_seconds(api: Any, bot: Any) -> None:
    api.private(1005).ask("/start")
    took = bot.stop(timeout=5.0)
    assert took is not None
    assert bot.proc.returncode == 0


def test_killed_in_the_middle_it_answers_what_was_asked_meanwhile(
    api: Any, own: Path, tmp_path: Path
) -> None:
    env = environment(api, own, webhook=False)
    reader = api.private(1006)
    first = start(api, env, tmp_path)
    reader.ask("/about")
    with Store(own) as store:
        # Between a reply and the note that it went out lies the one moment a kill can double it.
        while journal.unfinished(store):
            time.sleep(0.01)
    first.kill()
    reader.drain()
    reader.send("党员有哪些权利")
    start(api, env, tmp_path)
    assert "党员享有的权利" in reader.wait_reply(timeout=15).text
    assert reader.wait_silence(1.0) is True


def test_updates_that_come_twice_are_answered_once(api: Any, bot: Any) -> None:
    api.fault(action="duplicate", method="getupdates", count=1)
    reader = api.private(1007)
    reader.send("/about")
    reader.wait_reply()
    assert reader.wait_silence(1.0) is True


@pytest.mark.parametrize(
    "fault",
    [
        {"method": "sendmessage", "action": "status", "status": 502},
        {"method": "sendmessage", "action": "reset"},
        {"method": "sendmessage", "action": "reset", "where": "after"},
        {"method": "answercallbackquery", "action": "reset"},
        {"method": "edit*", "action": "status", "status": 502},
        {"method": "getupdates", "action": "reset"},
    ],
    ids=lambda fault: "-".join(str(value) for value in fault.values()),
)
def test_a_line_that_breaks_once_leaves_one_answer(
    api: Any, own: Path, tmp_path: Path, fault: dict[str, Any]
) -> None:
    start(api, environment(api, own, webhook=False), tmp_path)
    reader = api.private(1008)
    api.fault(count=1, **fault)
    reader.send("/regions")
    assert reader.wait_reply(timeout=10).buttons
    assert reader.press("柳湾县").answered
    assert "柳湾县" in reader.wait_edit(timeout=10).text
    assert len(reader.messages()) == 1
    api.assert_clean()


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"TELEGRAM_BOT_TOKEN": ""}, "没有令牌"),
        ({"TELEGRAM_BOT_TOKEN": "999999:" + "B" * 35}, "不认这个令牌"),
        ({"TELEGRAM_API_URL": "http://127.0.0.1:9"}, "连不上"),
    ],
)
def test_what_keeps_it_from_running_is_one_sentence(
    api: Any, own: Path, change: dict[str, str], said: str, ended: Callable[..., Any]
) -> None:
    done = ended(["run"], environment(api, own, webhook=False) | change)
    assert done.returncode == 1
    assert said in done.stderr
    assert "Traceback" not in done.stderr
    assert api.token not in done.stderr
