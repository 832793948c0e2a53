import json
from pathlib import Path
from typing import Any

import pytest

from store import articles
from store.archive import take_archive
from store.database import Store

ROW: dict[str, Any] = {"id": "a1", "title": "修渠", "paragraphs": ["村里修好了三条渠。"]}


def moved(store: Store, tmp_path: Path, *rows: Any) -> Any:
    path = tmp_path / "rows.jsonl"
    path.write_text("\n".join(json.dumps(row, ensure_ascii=False) for row in rows), "utf-8")
    return take_archive(store, path)


def test_only_title_and_paragraphs_are_needed_and_the_id_is_kept(
    store: Store, tmp_path: Path
) -> None:
    moved(store, tmp_path, ROW)
    (article,) = articles.everything(store)
    assert (article.id, article.title, article.paragraphs) == (
        "a1",
        "修渠",
        ("村里修好了三条渠。",),
    )


def test_a_row_that_says_something_else_replaces_the_former_under_its_number(
    store: Store, tmp_path: Path
) -> None:
    moved(store, tmp_path, ROW)
    (before,) = articles.everything(store)
    assert moved(store, tmp_path, ROW).unchanged == 1
    assert moved(store, tmp_path, ROW | {"authors": ["谷雨"]}).changed == 1
    (after,) = articles.everything(store)
    assert (after.number, after.authors) == (before.number, ("谷雨",))


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"title": ""}, "缺少 title"),
        ({"paragraphs": []}, "缺少 paragraphs"),
        ({"paragraphs": "一段"}, "缺少 paragraphs"),
        ({"authors": "谷雨"}, "authors 应是文字的列表"),
        ({"captions": [1]}, "captions 应是文字的列表"),
        ({"paper": 3}, "paper 应是文字"),
        ({"date": "2026/3/1"}, "YYYY-MM-DD"),
    ],
)
def test_a_wrong_row_is_named_and_the_rest_are_read(
    store: Store, tmp_path: Path, change: dict[str, Any], said: str
) -> None:
    got = moved(store, tmp_path, ROW | change, ROW | {"id": "b2"})
    assert said in got.failures[0] and "第 1 行" in got.failures[0]
    assert [article.id for article in articles.everything(store)] == ["b2"]


def test_what_is_moved_in_twice_in_one_file_stays_once(store: Store, tmp_path: Path) -> None:
    moved(store, tmp_path, ROW, ROW | {"title": "修好水渠"})
    assert [article.title for article in articles.everything(store)] == ["修好水渠"]
