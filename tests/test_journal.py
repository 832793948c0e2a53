"""The journal of updates: nothing that arrived is lost, nothing is handled twice."""

from datetime import timedelta
from pathlib import Path

from store import asked, journal
from store.database import Store
from tests.conftest import NOW

BODY = '{"update_id": 5, "message": {"text": "夜校几点开课"}}'


def test_an_update_arrives_once(store: Store) -> None:
    assert journal.arrived(store, 5, BODY, NOW)
    assert not journal.arrived(store, 5, BODY, NOW)


def test_a_known_number_with_another_body_is_another_update(store: Store) -> None:
    journal.arrived(store, 5, BODY, NOW)
    journal.done(store, 5)
    assert journal.arrived(store, 5, BODY.replace("夜校", "集市"), NOW)
    assert journal.unfinished(store) == [BODY.replace("夜校", "集市")]


def test_what_is_not_done_is_there_after_a_restart_in_order(tmp_path: Path) -> None:
    with Store(tmp_path / "a.db") as store:
        for number in (9, 3, 7):
            journal.arrived(store, number, str(number), NOW)
        journal.done(store, 7)
    with Store(tmp_path / "a.db") as store:
        assert journal.unfinished(store) == ["3", "9"]


def test_what_is_done_is_known_but_no_longer_says_anything(store: Store) -> None:
    journal.arrived(store, 5, BODY, NOW)
    journal.done(store, 5)
    assert not journal.arrived(store, 5, BODY, NOW)
    assert "夜校" not in str(store.db.execute("SELECT * FROM updates").fetchall())


def test_numbers_are_forgotten_with_the_talks(store: Store) -> None:
    journal.arrived(store, 5, BODY, NOW)
    journal.done(store, 5)
    asked.prune(store, NOW + timedelta(seconds=1))
    assert journal.arrived(store, 5, BODY, NOW)


def test_what_could_not_be_answered_for_days_is_not_kept_for_ever(store: Store) -> None:
    journal.arrived(store, 5, BODY, NOW)
    asked.prune(store, NOW + timedelta(days=7))
    assert journal.unfinished(store) == []
