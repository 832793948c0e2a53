import os
import time
from pathlib import Path

import pytest

from store.errors import AlreadyRunning, StoreUnwritable
from store.lease import alone, beat, beside, silence


def test_a_second_bot_on_one_store_is_refused_with_a_sentence(tmp_path: Path) -> None:
    path = tmp_path / "a.db"
    with alone(path), pytest.raises(AlreadyRunning, match="同一个库只能有一个机器人"), alone(path):
        pass
    with alone(path):
        pass


def test_bots_of_different_stores_do_not_meet(tmp_path: Path) -> None:
    with alone(tmp_path / "a.db"), alone(tmp_path / "b.db"):
        pass


def test_a_bot_that_gives_no_sign_of_life_is_noticed(tmp_path: Path) -> None:
    path = tmp_path / "a.db"
    assert silence(path) is None
    with alone(path):
        assert 0 <= (silence(path) or 0) < 5
        long_ago = time.time() - 500
        os.utime(beside(path), (long_ago, long_ago))
        assert (silence(path) or 0) > 490
        beat(path)
        assert (silence(path) or 0) < 5
    assert silence(path) is None


def test_looking_whether_a_bot_runs_keeps_none_from_starting(tmp_path: Path) -> None:
    path = tmp_path / "a.db"
    with alone(path):
        pass
    for _ in range(3):
        assert silence(path) is None
        with alone(path):
            assert silence(path) is not None


@pytest.mark.skipif(os.geteuid() == 0, reason="root may see everything")
def test_a_bot_of_another_user_is_not_taken_for_none(tmp_path: Path) -> None:
    path = tmp_path / "a.db"
    with alone(path):
        beside(path).chmod(0)
        with pytest.raises(StoreUnwritable, match="用户"):
            silence(path)
