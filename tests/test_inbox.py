"""Files put into the watched folder."""

import os
from pathlib import Path

import pytest

from bot.inbox import DONE, FAILED, NOTE, Inbox
from store import browse
from store.database import Store

PAGE = """本报讯 石桥县上月修好了通往河湾村的便桥，村民过河不用再绕远路。县里派了两名技术员，
住在村里一个月，等桥面干透才离开。桥头立了一块木牌，写着养护人的名字和电话。
"""
NAME = "石桥日报_2026-05-04_02.txt"


@pytest.fixture
def inbox(store: Store, tmp_path: Path) -> Inbox:
    folder = tmp_path / "inbox"
    folder.mkdir()
    return Inbox(folder, store)


def put(inbox: Inbox, name: str, text: str = PAGE) -> Path:
    path = inbox.folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")
    return path


def articles(inbox: Inbox) -> int:
    return browse.counts(inbox.store)["articles"]


def test_a_whole_file_is_read_and_moved_with_a_note(inbox: Inbox) -> None:
    put(inbox, NAME)
    inbox.look()
    ((moved, _, _),) = inbox.look()
    assert moved == inbox.folder / DONE / NAME
    assert "石桥日报" in moved.with_name(NAME + NOTE).read_text("utf-8")
    assert articles(inbox) == 1
    assert not (inbox.folder / NAME).exists()


def test_a_file_is_left_alone_until_it_stays_as_it_is(inbox: Inbox) -> None:
    path = put(inbox, NAME, PAGE[:40])
    assert inbox.look() == []
    path.write_text(PAGE, "utf-8")
    assert inbox.look() == []
    assert len(inbox.look()) == 1


@pytest.mark.parametrize("name", [f"{NAME}.part", f"{NAME}.crdownload", f"~{NAME}", f".{NAME}"])
def test_unfinished_and_hidden_files_are_not_touched(inbox: Inbox, name: str) -> None:
    path = put(inbox, name)
    assert inbox.look() + inbox.look() == []
    assert path.exists()


def test_a_store_that_lies_in_the_folder_stays_where_it_is(tmp_path: Path) -> None:
    with Store(tmp_path / "news.db") as store:
        inbox = Inbox(tmp_path, store)
        put(inbox, NAME)
        files = {path.name for path in tmp_path.iterdir() if path.name.startswith("news.db")}
        assert len(files) > 1
        for _ in range(3):
            inbox.look()
        assert files <= {path.name for path in tmp_path.iterdir()}
        assert articles(inbox) == 1


def test_what_cannot_be_read_is_put_aside_with_the_reason(inbox: Inbox) -> None:
    put(inbox, "empty.txt", "")
    put(inbox, "page.pdf", "%PDF")
    inbox.look()
    taken = inbox.look()
    assert {one.path.name for one in taken} == {"empty.txt", "page.pdf"}
    assert {one.verdict for one in taken} == {FAILED}
    for name in ("empty.txt", "page.pdf"):
        assert (inbox.folder / FAILED / (name + NOTE)).read_text("utf-8").count("\n") == 1


def test_a_file_of_the_same_name_is_not_written_over(inbox: Inbox) -> None:
    for text in (PAGE, PAGE.replace("两名", "三名")):
        put(inbox, NAME, text)
        inbox.look()
        inbox.look()
    kept = sorted(path.name for path in (inbox.folder / DONE).glob("*.txt"))
    assert len([name for name in kept if not name.endswith(NOTE)]) == 2
    assert articles(inbox) == 1


def test_folders_say_paper_and_date_and_are_kept(inbox: Inbox) -> None:
    put(inbox, "石桥日报/2026-05/04/02.txt")
    inbox.look()
    ((moved, _, _),) = inbox.look()
    assert moved == inbox.folder / DONE / "石桥日报/2026-05/04/02.txt"
    assert browse.issues(inbox.store)[0].date == "2026-05-04"


def test_a_file_read_before_a_kill_is_only_moved_afterwards(inbox: Inbox) -> None:
    path = put(inbox, NAME)
    inbox.read(path)
    again = Inbox(inbox.folder, inbox.store)
    again.look()
    assert len(again.look()) == 1
    assert articles(inbox) == 1


def test_a_long_look_can_be_ended(inbox: Inbox) -> None:
    put(inbox, NAME)
    inbox.look()
    inbox.enough.set()
    assert inbox.look() == []
    assert (inbox.folder / NAME).exists()


def test_a_file_is_not_read_while_it_is_written(inbox: Inbox) -> None:
    path = put(inbox, NAME)
    inbox.look()
    os.utime(path, ns=(1, 1))
    assert inbox.look() == []
