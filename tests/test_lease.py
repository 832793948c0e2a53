from pathlib import Path

import pytest

from store.errors import AlreadyRunning
from store.lease import alone


def test_a_second_bot_on_one_store_is_refused_with_a_sentence(tmp_path: Path) -> None:
    path = tmp_path / "a.db"
    with alone(path), pytest.raises(AlreadyRunning, match="同一个库只能有一个机器人"), alone(path):
        pass
    with alone(path):
        pass


def test_bots_of_different_stores_do_not_meet(tmp_path: Path) -> None:
    with alone(tmp_path / "a.db"), alone(tmp_path / "b.db"):
        pass
