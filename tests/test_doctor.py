"""`baowen doctor` says what is wrong and the mend, a line each."""

import asyncio
import os
import subprocess
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from bot.doctor import (
    alive_finding,
    api_findings,
    examine,
    inbox_finding,
    pace_finding,
    settings_finding,
    store_findings,
)
from bot.settings import Settings
from store.database import Store
from store.lease import alone, beside
from tests.playing import CHIEF, TOKEN
from tests.recording import RecordingRequest

HOOKED = Settings(token=TOKEN, webhook_url="https://example.org/hook", webhook_secret="x")


def asked(settings: Settings, webhook: dict[str, Any] | None = None) -> list[tuple[bool, str]]:
    """What is said of a Bot API that answers."""
    request = RecordingRequest()
    hook = {"url": "", "has_custom_certificate": False, "pending_update_count": 0}
    request.answers = {"getWebhookInfo": (200, {"ok": True, "result": hook | (webhook or {})})}
    return asyncio.run(api_findings(settings, 3, request))


def test_an_owner_nobody_can_tell_is_noticed() -> None:
    assert "BAOWEN_ADMINS" in settings_finding(Settings(token=TOKEN))[1]
    assert "BAOWEN_ADMINS" not in settings_finding(CHIEF)[1]


def test_a_way_that_is_short_enough_is_well() -> None:
    assert pace_finding(0.02, 1, 100_000)[0]
    assert pace_finding(0.2, 1, 3000)[0]
    assert pace_finding(1.5, 1, 20)[0]


def test_a_long_way_and_many_readers_ask_for_more_at_once() -> None:
    good, said = pace_finding(0.2, 1, 30_000)
    assert not good and "BAOWEN_IN_FLIGHT 设成 6" in said and "100 分钟" in said
    assert pace_finding(0.2, 6, 30_000)[0]


def test_a_bot_that_answers_tells_its_name_and_its_pace() -> None:
    name, pace = asked(Settings(token=TOKEN))
    assert name == (True, "Telegram：已连上，机器人是 @our_bot。")
    assert pace[0] and "毫秒" in pace[1]


def test_what_telegram_could_not_deliver_to_the_webhook_is_told() -> None:
    assert asked(HOOKED)[-1][0]
    wrong = {"url": HOOKED.webhook_url, "last_error_message": "Connection refused"}
    good, said = asked(HOOKED, wrong)[-1]
    assert not good and "Connection refused" in said


def test_the_inbox_is_looked_at(tmp_path: Path) -> None:
    assert inbox_finding(tmp_path)[0]
    assert inbox_finding(tmp_path / "later")[0]
    (tmp_path / "file").touch()
    assert not inbox_finding(tmp_path / "file")[0]
    (tmp_path / "failed").mkdir()
    (tmp_path / "failed" / "a.pdf.why.txt").touch()
    good, said = inbox_finding(tmp_path)
    assert good and "1 个没读成" in said


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read and write everything")
def test_an_inbox_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    tmp_path.chmod(0o555)
    try:
        assert not inbox_finding(tmp_path)[0]
    finally:
        tmp_path.chmod(0o755)


def test_a_bot_that_hears_nothing_of_telegram_is_not_alive(tmp_path: Path) -> None:
    path = tmp_path / "a.db"
    assert alive_finding(path)[0] and not alive_finding(path, must=True)[0]
    with alone(path):
        assert alive_finding(path, must=True)[0]
        long_ago = time.time() - 500
        os.utime(beside(path), (long_ago, long_ago))
        good, said = alive_finding(path)
        assert not good and "8 分钟没有连上" in said


def test_without_inbox_and_token_only_the_machine_is_looked_at(sample_file: Path) -> None:
    settings = Settings()
    found = list(examine(settings, sample_file))
    assert all(good for good, _ in found) and len(found) == 5
    more = examine(replace(settings, inbox=sample_file.parent), sample_file)
    assert len(list(more)) == 6


def test_a_store_that_is_not_there_says_how_it_comes_about(tmp_path: Path) -> None:
    ((good, said),) = store_findings(tmp_path / "none.db")
    assert not good and "baowen ingest" in said


def test_the_command_ends_with_one_when_something_is_wrong(
    ended: Callable[..., subprocess.CompletedProcess[str]], tmp_path: Path
) -> None:
    (tmp_path / "inbox").touch()
    done = ended(["doctor"], env={"BAOWEN_INBOX": str(tmp_path / "inbox")})
    assert done.returncode == 1
    assert "✗ 收件文件夹" in done.stdout and "Traceback" not in done.stderr


def test_a_page_that_is_no_longer_as_it_came_is_named(sample_file: Path, tmp_path: Path) -> None:
    path = tmp_path / "copy.db"
    path.write_bytes(sample_file.read_bytes())
    with Store(path) as store, store.writing() as db:
        db.execute("UPDATE pages SET raw = ? WHERE number = 1", [b"x"])
    assert any(not good and "原文被改动过" in said for good, said in store_findings(path))
