"""`baowen ingest`: what it says of a page, and whom it tells."""

import io
import json
import re
from pathlib import Path

import pytest

from bot.ingesting import Given, ingest_paths
from bot.owner_words import FLAGS, INGEST_GONE, INGEST_MOVED, INGEST_PART
from store import outbox
from store.database import Store
from tests.newsroom import TEXT

CUT = """青禾日报 2026年3月12日 第2版

水塔加固

本报讯 （记者 田野）3月11日，青禾县柳湾村的水塔搭起了脚手架，工人先清理塔身上的青苔，再一层一层地补
"""
ROW = {"title": "旧闻", "paragraphs": ["青禾县十年前修的渠。"], "date": "2016-05-04"}


def read(store: Store, *paths: Path, news: bool = True) -> str:
    """What is printed."""
    out = io.StringIO()
    assert ingest_paths(store, paths, Given(), out, io.StringIO(), news=news) == 0
    return out.getvalue()


@pytest.fixture
def page(tmp_path: Path) -> Path:
    path = tmp_path / "青禾日报_2026-03-10_1.txt"
    path.write_text(TEXT.format(page="1", title="梨树剪枝", place="柳湾村", date="3月9日"), "utf-8")
    return path


def test_flags_are_named_in_chinese(store: Store, tmp_path: Path) -> None:
    path = tmp_path / "cut.txt"
    path.write_text(CUT, "utf-8")
    said = read(store, path)
    assert FLAGS["damaged"] in said and "damaged" not in said


def test_a_page_is_news(store: Store, page: Path) -> None:
    read(store, page)
    assert outbox.settling(store) == 1


def test_back_issues_are_read_without_telling_anybody(
    store: Store, page: Path, tmp_path: Path
) -> None:
    archive = tmp_path / "old.jsonl"
    archive.write_text(json.dumps(ROW, ensure_ascii=False), "utf-8")
    assert "新读入，1 篇" in read(store, page, archive, news=False)
    assert outbox.settling(store) == 0
    read(store, page, archive)
    assert outbox.settling(store) == 0


def test_a_later_page_of_a_back_issue_is_news_again(store: Store, page: Path) -> None:
    read(store, page, news=False)
    other = page.with_name("青禾日报_2026-03-10_2.txt")
    text = TEXT.format(page="2", title="修渠引水", place="后坡村", date="3月9日")
    other.write_text(text, "utf-8")
    read(store, other)
    assert outbox.settling(store) == 1


def test_every_flag_a_page_can_get_has_a_name() -> None:
    reading = Path(__file__).parent.parent / "store" / "reading"
    said = "\n".join(path.read_text("utf-8") for path in reading.glob("*.py"))
    assert set(re.findall(r'flags?(?:\.append)?\("(\w+)"\)', said)) == set(FLAGS)


def test_what_happens_to_a_page_that_is_known_is_said(
    store: Store, page: Path, tmp_path: Path
) -> None:
    read(store, page)
    other = tmp_path / "b" / page.name
    other.parent.mkdir()
    other.write_text(CUT, "utf-8")
    assert INGEST_PART.format(part=2) in read(store, other)
    assert INGEST_MOVED.format(place="青禾日报 2026-03-10 1") in read(
        store, page.rename(tmp_path / "青禾日报_2026-03-17_1.txt")
    )
    both = page.with_name("青禾日报_2026-03-17_1.txt")
    both.write_text(both.read_text("utf-8") + "\n" + CUT, "utf-8")
    assert "，2 篇" in read(store, both)
    both.write_text(CUT, "utf-8")
    assert INGEST_GONE.format(count=1, titles="梨树剪枝") in read(store, both)
