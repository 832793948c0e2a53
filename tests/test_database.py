import os
import sqlite3
import threading
from pathlib import Path

import pytest
from sqlite_utils import Database

from store import answers
from store.database import Store
from store.errors import StoreError, StoreTooNew, StoreUnwritable
from store.migrations import migrations


def test_a_write_that_fails_leaves_nothing_behind(store: Store) -> None:
    with pytest.raises(RuntimeError), store.writing() as db:
        db.conn.execute("INSERT INTO places VALUES ('a', '[]')")
        raise RuntimeError("half way")
    assert store.db.execute("SELECT count(*) FROM places").fetchone() == (0,)


def test_another_thread_reads_while_one_writes(store: Store) -> None:
    seen: list[int] = []
    with store.writing() as db:
        db.conn.execute("INSERT INTO places VALUES ('a', '[]')")

        def count() -> None:
            seen.append(store.db.execute("SELECT count(*) FROM places").fetchone()[0])

        thread = threading.Thread(target=count)
        thread.start()
        thread.join(5)
    assert seen == [0]


def test_a_store_of_a_newer_version_is_refused_in_a_sentence(tmp_path: Path) -> None:
    path = tmp_path / "new.db"
    with Store(path) as store, store.writing() as db:
        db.conn.execute(
            "INSERT INTO _sqlite_migrations (migration_set, name, applied_at)"
            " VALUES ('baowen', 'm999_future', '')"
        )
    with pytest.raises(StoreTooNew, match="升级"):
        Store(path)


def test_a_file_that_is_no_store_is_refused_and_kept(tmp_path: Path) -> None:
    path = tmp_path / "notes.db"
    path.write_bytes(b"these are notes, no database " * 100)
    with pytest.raises(StoreUnwritable, match="不是报问的库文件"):
        Store(path)
    assert path.read_bytes().startswith(b"these are notes")


def test_a_folder_that_does_not_exist_is_named(tmp_path: Path) -> None:
    with pytest.raises(StoreUnwritable, match="nowhere"):
        Store(tmp_path / "nowhere" / "a.db")


def test_migrating_an_older_store_backs_it_up_first(tmp_path: Path) -> None:
    path = tmp_path / "old.db"
    old = Database(sqlite3.connect(path))
    migrations.apply(old, stop_before="m006_dialogue")
    old.conn.execute("INSERT INTO places VALUES ('云中省', '[]')")
    old.conn.commit()
    old.close()
    with Store(path) as store:
        assert store.db.execute("SELECT path FROM places").fetchall() == [("云中省",)]
        assert not migrations.pending(store.db)
    (backup,) = tmp_path.glob("old.db.m006_dialogue.backup")
    with sqlite3.connect(backup) as kept:
        assert kept.execute("SELECT path FROM places").fetchall() == [("云中省",)]
    kept.close()


def test_a_backup_is_a_whole_store_and_overwrites_nothing(samples: Store, tmp_path: Path) -> None:
    copy = tmp_path / "copy.db"
    samples.backup(copy)
    with Store(copy) as other:
        count = "SELECT count(*) FROM articles"
        assert other.db.execute(count).fetchone() == samples.db.execute(count).fetchone()
    with pytest.raises(StoreError, match="已存在"):
        samples.backup(copy)


def test_closing_waits_for_a_thread_that_reads(store: Store) -> None:
    inside, go_on = threading.Event(), threading.Event()
    seen: list[int] = []

    def read() -> None:
        with store.reading() as db:
            inside.set()
            go_on.wait(5)
            seen.append(db.execute("SELECT count(*) FROM places").fetchone()[0])

    thread = threading.Thread(target=read)
    thread.start()
    inside.wait(5)
    closing = threading.Thread(target=store.close)
    closing.start()
    go_on.set()
    closing.join(5)
    thread.join(5)
    assert seen == [0]


def test_shrinking_gives_unused_pages_back(store: Store) -> None:
    with store.writing() as db:
        db.conn.executemany(
            "INSERT INTO places VALUES (?, ?)", [(str(n), "地" * 500) for n in range(500)]
        )
    with store.writing() as db:
        db.conn.execute("DELETE FROM places")
    assert store.db.execute("PRAGMA freelist_count").fetchone()[0] > 50
    store.shrink()
    assert store.db.execute("PRAGMA freelist_count").fetchone() == (0,)


def test_a_store_that_may_only_be_read_is_asked_and_backed_up(
    sample_file: Path, tmp_path: Path
) -> None:
    before = sorted(sample_file.parent.iterdir())
    with Store(sample_file, read_only=True) as store:
        assert answers.ask(store, "党员有哪些权利").found
        store.backup(tmp_path / "copy.db")
        with pytest.raises(StoreUnwritable, match="只能读"), store.writing():
            pass
    with Store(tmp_path / "copy.db") as copy:
        assert answers.ask(copy, "党员有哪些权利").found
    assert sorted(sample_file.parent.iterdir()) == before


def test_what_is_being_written_is_read_too_where_it_may_only_be_read(store: Store) -> None:
    with store.writing() as db:
        db.conn.execute("INSERT INTO places VALUES ('a', '[]')")
    with Store(store.path, read_only=True) as reader:
        assert reader.db.execute("SELECT count(*) FROM places").fetchone() == (1,)


def test_an_old_store_that_may_only_be_read_says_that_it_must_be_upgraded(tmp_path: Path) -> None:
    path = tmp_path / "old.db"
    with Store(path) as store, store.writing() as db:
        db.conn.execute("DELETE FROM _sqlite_migrations WHERE name = 'm007_visits'")
    with pytest.raises(StoreUnwritable, match="升级"):
        Store(path, read_only=True)


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everything")
def test_the_rights_of_a_file_and_its_folder_are_found_out(
    sample_file: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "kept"
    folder.mkdir()
    path = folder / "a.db"
    path.write_bytes(sample_file.read_bytes())
    folder.chmod(0o555)
    try:
        with Store(path) as store:
            assert store.read_only
    finally:
        folder.chmod(0o755)
    path.chmod(0o444)
    with Store(path) as store:
        assert store.read_only
