"""The raw layer: what arrived is never changed, and every paragraph leads back to it."""

from pathlib import Path

import pytest

from store import amending, articles, raw
from store.database import Store
from store.errors import NotFound
from store.intake import take
from store.model import Span
from store.pages import page_from_bytes, read_page

TEXT = """柳荫日报

菜窖里亮起了灯

本报讯 柳荫县的菜农把老窖修成了亮堂堂的地库，三百吨白菜能放到开春。地库是村党支部领着大家挖的。
"""


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "gb18030"])
def test_the_bytes_are_kept_unchanged_in_any_encoding(
    store: Store, tmp_path: Path, encoding: str
) -> None:
    path = tmp_path / "柳荫日报_2026-02-03_05.txt"
    path.write_bytes(TEXT.encode(encoding))
    (article,) = take(store, *read_page(path)).articles
    assert raw.page(store, 1).raw == path.read_bytes()
    assert not raw.altered(store)
    assert not raw.unlike(store, article.number)
    assert [text for _, text in raw.original(store, article.number)] == [*article.paragraphs]


def test_every_paragraph_of_the_samples_is_the_page_text_at_its_spans(samples: Store) -> None:
    for article in articles.everything(samples):
        assert not raw.unlike(samples, article.number)
        said = [text for _, text in raw.original(samples, article.number)]
        assert said == [*article.paragraphs, *article.captions]
        printed = raw.printed(samples, article.number)
        assert ["".join(pieces) for _, pieces in printed] == said


def test_a_paragraph_that_was_tampered_with_is_named(samples: Store) -> None:
    article = next(articles.everything(samples))
    with samples.writing() as db:
        db.execute(
            "UPDATE articles SET paragraphs = json_set(paragraphs, '$[1]', '假话')"
            " WHERE number = ?",
            [article.number],
        )
    assert raw.unlike(samples, article.number) == (2,)


def test_a_page_whose_bytes_were_tampered_with_is_named(samples: Store) -> None:
    with samples.writing() as db:
        db.execute("UPDATE pages SET raw = ? WHERE number = 1", [b"x"])
    assert raw.altered(samples) == (raw.page(samples, 1).source_file,)


def test_a_changed_page_leaves_its_former_bytes(store: Store) -> None:
    for text in (TEXT, TEXT.replace("三百吨", "四百吨")):
        data = text.encode()
        page, encoding = page_from_bytes(data, "柳荫日报_2026-02-03_05.txt")
        take(store, page, data, encoding)
    rows = store.db.execute("SELECT raw FROM former_pages").fetchall()
    assert [bytes(row[0]) for row in rows] == [TEXT.encode()]
    assert "四百吨" in raw.page(store, 1).raw.decode()


def test_a_removed_paragraph_stays_in_the_raw_page(store: Store) -> None:
    data = TEXT.encode()
    page, encoding = page_from_bytes(data, "柳荫日报_2026-02-03_05.txt")
    (article,) = take(store, page, data, encoding).articles
    amending.remove(store, article.id, None, "甲")
    assert raw.page(store, 1).raw == data


def test_the_lines_around_a_span_are_the_printed_ones() -> None:
    text = "一\n二二\n\n三三三\n四\n"
    assert raw.lines_at(text, Span(2, 3), 0) == ("二二",)
    assert raw.lines_at(text, Span(6, 7)) == ("三三三", "四")
    assert raw.lines_at(text, Span(0, 1)) == ("一", "二二")
    assert raw.lines_at(text, Span(10, 11), 5) == ("一", "二二", "三三三", "四")


def test_a_paragraph_in_one_line_is_shown_around_the_place_only() -> None:
    text = f"前行\n{'甲' * 300}此{'乙' * 300}\n{'丙' * 300}\n"
    before, line, after = raw.lines_at(text, Span(303, 304))
    assert (before, line) == ("前行", f"…{'甲' * 60}此{'乙' * 60}…")
    assert after == f"{'丙' * 60}…"


def test_what_is_not_held_is_said_so(store: Store) -> None:
    with pytest.raises(NotFound):
        raw.page(store, 1)
    with pytest.raises(NotFound):
        raw.original(store, 1)
