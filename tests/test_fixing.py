"""`baowen fix` and `baowen review` as a person types them."""

import json
from collections.abc import Callable

import pytest
from click.testing import CliRunner, Result

from bot.__main__ import main
from store import articles
from store.database import Store
from store.model import Article

Run = Callable[..., Result]


@pytest.fixture
def run(samples: Store) -> Run:
    """Run `baowen` on the sample issues."""

    def run(*words: str) -> Result:
        return CliRunner().invoke(main, [*words, "--db", str(samples.path)])

    return run


def the(store: Store, title: str) -> Article:
    return next(one for one in articles.everything(store) if title in one.title)


def test_show_numbers_the_paragraphs_and_captions(run: Run, samples: Store) -> None:
    article = the(samples, "夜里巡山")
    shown = run("fix", "show", article.id[:5])
    assert shown.exit_code == 0
    assert f"[2] {article.paragraphs[1]}" in shown.stdout
    assert f"[3]（图） {article.captions[0]}" in shown.stdout


def test_show_raw_prints_the_pieces_as_the_page_has_them(run: Run, samples: Store) -> None:
    article = the(samples, "小磨坊")
    shown = run("fix", "show", article.id, "--raw").stdout
    assert "版面原文" in shown
    assert "".join(line.strip() for line in shown.splitlines()).count(article.paragraphs[2]) == 2


@pytest.mark.parametrize(
    ("words", "field", "value"),
    [
        (["title", "{id}", "山上的夜班"], "title", "山上的夜班"),
        (["column", "{id}", "山里山外"], "column", "山里山外"),
        (["column", "{id}", ""], "column", None),
        (["authors", "{id}", "岳明", "方石头"], "authors", ("岳明", "方石头")),
        (["authors", "{id}"], "authors", ()),
        (["regions", "{id}", "云中省/青禾市/柳湾县"], "regions", ("云中省/青禾市/柳湾县",)),
        (["kind", "{id}", "feature"], "kind", "feature"),
        (["paper", "{id}", "青禾晚报"], "paper", "青禾晚报"),
        (["date", "{id}", "2026年3月11日"], "date", "2026-03-11"),
        (["page", "{id}", "", "--whole"], "page", None),
    ],
)
def test_a_field_is_corrected(
    run: Run, samples: Store, words: list[str], field: str, value: object
) -> None:
    id_ = the(samples, "夜里巡山").id
    done = run("fix", *(word.replace("{id}", id_) for word in words), "--by", "乔编辑")
    assert done.exit_code == 0, done.output
    assert "fix undo" in done.stdout
    changed = next(one for one in articles.everything(samples) if one.id == id_)
    assert getattr(changed, field) == value
    assert "乔编辑" in run("fix", "log", id_).stdout


def test_split_join_move_remove_restore_and_undo(run: Run, samples: Store) -> None:
    before = list(articles.everything(samples))
    first, second = the(samples, "小磨坊").id, the(samples, "白石滩镇").id
    assert "新文章编号" in run("fix", "split", first, "4", "--title", "合起来卖").stdout
    new = the(samples, "合起来卖").id
    assert run("fix", "move", first, "1", "--to", second, "--at", "1").exit_code == 0
    assert run("fix", "remove", second, "2").exit_code == 0
    assert run("fix", "restore", second).exit_code == 0
    assert run("fix", "join", first, new).exit_code == 0
    assert run("fix", "remove", second).exit_code == 0
    for _ in range(4):
        last = run("fix", "undo")
        assert last.exit_code == 0, last.output
    assert "已撤销" in last.stdout
    assert list(articles.everything(samples)) == before
    assert run("fix", "undo").exit_code == 1


@pytest.mark.parametrize(
    "words",
    [
        ["show", "zzzz"],
        ["title", "zzzz", "题"],
        ["title", "{id}", ""],
        ["kind", "{id}", "sonnet"],
        ["split", "{id}", "99"],
        ["move", "{id}", "1", "--to", "zzzz"],
        ["move", "{id}", "1", "--to", "{id}", "--at", "0"],
        ["remove", "{id}", "-1"],
        ["regions", "{id}", "云中省/没有这个县"],
        ["join", "{id}", "{id}"],
        ["restore", "{id}"],
        ["undo", "{id}"],
        ["log", "zzzz"],
    ],
)
def test_bad_input_is_one_sentence_and_changes_nothing(
    run: Run, samples: Store, words: list[str]
) -> None:
    before = list(articles.everything(samples))
    id_ = the(samples, "夜里巡山").id
    tail = ["--"] if "-1" in words else []
    words = [word.replace("{id}", id_) for word in words]
    if tail:
        result = CliRunner().invoke(
            main, ["fix", words[0], "--db", str(samples.path), "--", *words[1:]]
        )
    else:
        result = run("fix", *words)
    assert result.exit_code == 1, result.output
    assert result.stdout == ""
    assert result.stderr.strip().count("\n") == 0
    assert result.stderr.strip().endswith("。")
    assert list(articles.everything(samples)) == before


def test_a_removed_article_is_shown_as_removed(run: Run, samples: Store) -> None:
    id_ = the(samples, "夜里巡山").id
    run("fix", "remove", id_)
    shown = run("fix", "show", id_)
    assert shown.exit_code == 1
    assert "fix restore" in shown.stderr


def test_reread_says_what_changed(run: Run) -> None:
    assert "2 个版面，0 个有变化" in run("fix", "reread").stdout


def test_a_page_that_can_no_longer_be_read_is_named_and_stays(run: Run, samples: Store) -> None:
    before = list(articles.everything(samples))
    with samples.writing() as db:
        db.execute("UPDATE pages SET raw = ? WHERE number = 1", ["版面上什么文章也没有".encode()])
    done = run("fix", "reread")
    assert done.exit_code == 1
    assert "第 1 号版面没有动" in done.stderr
    assert "2 个版面，0 个有变化" in done.stdout
    assert list(articles.everything(samples)) == before


def test_review_lists_marks_and_reopens(run: Run) -> None:
    rows = [json.loads(line) for line in run("review", "--json").stdout.splitlines()]
    assert rows
    assert {"id", "article", "title", "source_file", "what", "confidence", "lines", "text"} <= set(
        rows[0]
    )
    assert rows == sorted(rows, key=lambda row: row["confidence"])
    assert rows[0]["id"] in run("review").stdout
    assert "已看" in run("review", "--done", rows[0]["id"]).stdout
    assert rows[0]["id"] not in run("review").stdout
    assert "待看" in run("review", "--reopen", rows[0]["id"]).stdout
    assert rows[0]["id"] in run("review").stdout
    assert run("review", "--done", "nothing").exit_code == 1
    assert run("review", "--done", "a", "--reopen", "b").exit_code == 2


def test_an_empty_queue_says_so(run: Run, samples: Store) -> None:
    with samples.writing() as db:
        db.execute("UPDATE articles SET repairs = '[]', flags = '[]'")
    assert run("review").stdout == "没有需要看的地方。\n"
