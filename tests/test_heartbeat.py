"""Signs of life come from Telegram's answers, for people and for systemd."""

import asyncio
import socket
import sys
from pathlib import Path

import pytest
from telegram.error import NetworkError
from telegram.request import BaseRequest

from bot.heartbeat import Heart, Pulsing
from bot.settings import Settings
from bot.telegram import Telegram
from store.database import Store
from tests.playing import TOKEN, Play
from tests.recording import RecordingRequest, message

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="needs Unix sockets")


class Cut(RecordingRequest):
    """A Telegram that cannot be reached."""

    async def do_request(self, *_: object, **__: object) -> tuple[int, bytes]:
        raise NetworkError("no way")


def polled(request: BaseRequest) -> int:
    """How many signs of life two requests give."""
    signs: list[int] = []
    heart = Heart(lambda: signs.append(1), "")

    async def poll() -> None:
        pulsing = Pulsing(request, heart)
        await pulsing.initialize()
        for _ in range(2):
            await pulsing.do_request("x/getUpdates", "POST")
            heart.last = float("-inf")
        await pulsing.shutdown()

    try:
        asyncio.run(poll())
    except NetworkError:
        return len(signs)
    return len(signs)


def test_an_answer_is_a_sign_of_life_and_a_failure_is_none() -> None:
    assert polled(RecordingRequest()) == 2
    assert polled(Cut()) == 0


def test_a_refusal_is_no_sign_of_life() -> None:
    request = RecordingRequest()
    request.answers = {"getUpdates": (409, {"ok": False, "description": "Conflict"})}
    assert polled(request) == 0


def test_many_answers_in_a_moment_are_one_sign() -> None:
    signs: list[int] = []
    heart = Heart(lambda: signs.append(1), "")
    for _ in range(50):
        heart.beat()
    assert len(signs) == 1


def test_systemd_is_told(tmp_path: Path) -> None:
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as manager:
        manager.bind(str(tmp_path / "notify"))
        manager.settimeout(5)
        heart = Heart(lambda: None, str(tmp_path / "notify"))
        heart.notify("READY=1")
        heart.beat()
        assert [manager.recv(64), manager.recv(64)] == [b"READY=1", b"WATCHDOG=1"]


def test_a_manager_that_is_gone_stops_nothing(tmp_path: Path) -> None:
    Heart(lambda: None, str(tmp_path / "nobody")).beat()


def test_a_running_bot_beats_and_tells_systemd_how_it_is(
    play: Play, samples: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as manager:
        manager.bind(str(tmp_path / "notify"))
        manager.settimeout(5)
        monkeypatch.setenv("NOTIFY_SOCKET", str(tmp_path / "notify"))
        play(message("/about"))
        assert [manager.recv(64), manager.recv(64)] == [b"READY=1", b"STOPPING=1"]


def test_behind_a_webhook_the_bot_asks_for_a_sign_of_life(samples: Store) -> None:
    hooked = Settings(token=TOKEN, webhook_url="https://example.org/hook", webhook_secret="x")
    for settings, asked in ((hooked, 1), (Settings(token=TOKEN), 0)):
        app = Telegram(samples, settings).application(RecordingRequest(), RecordingRequest())
        assert app.job_queue is not None
        names = [job.name for job in app.job_queue.jobs()]
        assert names.count("ask") == asked
