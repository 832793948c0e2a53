"""`baowen run` as a process: by polling and by webhook, stopped, and kept from running."""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Iterator
from http.client import HTTPConnection
from pathlib import Path
from typing import Any

import pytest

from bot import running, words
from bot.settings import RunError, Settings
from tests.playing import TOKEN
from tests.serving import MARKS, SECRET, SILENCE, clean, copied, environment, served, start

pytestmark = MARKS


@pytest.fixture(scope="module")
def api() -> Iterator[Any]:
    """One server for all: every journey is a reader's of its own."""
    with served() as harness:
        yield harness


@pytest.fixture(scope="module", params=["polling", "webhook"])
def bot(
    request: pytest.FixtureRequest,
    api: Any,
    sample_file: Path,
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[tuple[Any, dict[str, str]]]:
    """The bot over the sample issues, by long polling and by webhook, with its settings."""
    folder = tmp_path_factory.mktemp(request.param)
    db = copied(sample_file, folder)
    env = environment(api, db, webhook=request.param == "webhook")
    started = start(api, env, folder)
    yield started, env
    started.stop()


def test_a_reader_asks_browses_shares_and_corrects(api: Any, bot: Any) -> None:
    reader = api.private(1001)
    answer = reader.ask("党员有哪些权利")
    assert "党员享有的权利" in answer.text
    assert answer.spans("blockquote") and answer.spans("bold")
    assert reader.press(words.BUTTON_READ).answered
    assert "党员享有的权利" in reader.wait_reply().text
    assert any("桐岗县" in label for label in reader.ask("/regions").buttons)
    assert reader.press("桐岗县").answered
    assert any("白石滩镇" in label for label in reader.wait_edit().buttons)
    found = api.inline(1001, "党员权利")
    assert found["results"][0]["title"] == "党员享有的权利"
    clean(api)


def test_a_topic_of_a_forum_is_answered_in_that_topic(api: Any, bot: Any) -> None:
    forum = api.forum(-1001000000001, topics={5: "学习"}, user_id=9)
    forum.send("/ask 党员有哪些权利", thread=5)
    assert forum.wait_reply().thread == 5
    clean(api)


def test_updates_that_come_twice_are_answered_once(api: Any, bot: Any) -> None:
    api.fault(action="duplicate", method="getupdates", count=1)
    reader = api.private(1007)
    reader.send("/about")
    reader.wait_reply()
    reader.send("/privacy", duplicate=2)
    reader.wait_reply()
    assert reader.wait_silence(SILENCE) is True


def posted(url: str, update: dict[str, Any], secret: str | None) -> int:
    """The status of a request to the webhook."""
    host, _, path = url.removeprefix("http://").partition("/")
    link = HTTPConnection(host, timeout=5)
    headers = {"Content-Type": "application/json"}
    if secret is not None:
        headers["X-Telegram-Bot-Api-Secret-Token"] = secret
    link.request("POST", f"/{path}", json.dumps(update), headers)
    status = link.getresponse().status
    link.close()
    return status


def test_only_telegram_is_heard_by_the_webhook_and_each_update_once(api: Any, bot: Any) -> None:
    _, env = bot
    if "WEBHOOK_URL" not in env:
        pytest.skip("polls")
    reader = api.private(1009)
    person = {"id": 1009, "is_bot": False, "first_name": "x"}
    said = {"message_id": 7, "date": int(time.time()), "text": "/about", "from": person}
    update = {"update_id": 9, "message": said | {"chat": {"id": 1009, "type": "private"}}}
    answers = [posted(env["WEBHOOK_URL"], update, secret) for secret in ("guess", None)]
    assert answers == [403, 403]
    assert [posted(env["WEBHOOK_URL"], update, SECRET) for _ in range(2)] == [200, 200]
    unreadable = {"update_id": 10, "message": said | {"chat": {"type": "private"}}}
    assert posted(env["WEBHOOK_URL"], unreadable, SECRET) == 200
    reader.wait_reply()
    assert reader.wait_silence(SILENCE) is True
    clean(api)


def test_sigterm_ends_it_within_five_seconds(api: Any, bot: Any) -> None:
    api.private(1005).ask("/start")
    process, _ = bot
    assert process.stop(timeout=5.0) is not None
    assert process.proc.returncode == 0


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"TELEGRAM_BOT_TOKEN": ""}, "没有令牌"),
        ({"TELEGRAM_BOT_TOKEN": "999999:" + "B" * 35}, "不认这个令牌"),
    ],
)
def test_what_keeps_it_from_running_is_one_sentence(
    api: Any, tmp_path: Path, change: dict[str, str], said: str, ended: Callable[..., Any]
) -> None:
    done = ended(["run"], environment(api, tmp_path / "own.db") | change)
    assert done.returncode == 1
    assert said in done.stderr
    assert "Traceback" not in done.stderr
    assert api.token not in done.stderr


def test_a_telegram_that_cannot_be_reached_keeps_it_from_running_with_one_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(running, "WAITS", (0.01,))
    # The log is the test's own.
    monkeypatch.setattr("bot.logs.set_up", lambda level, token: None)
    nowhere = Settings(token=TOKEN, api_url="http://127.0.0.1:9")
    with pytest.raises(RunError, match="连不上") as said:
        running.run(nowhere, tmp_path / "own.db")
    assert TOKEN not in str(said.value)
