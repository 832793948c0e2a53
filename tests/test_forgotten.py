"""A file read by mistake is taken out whole: articles, alerts, index, corrections and bytes."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from bot.__main__ import main
from store import amending, articles, claims, corrections, forgotten, health, outbox, raw, received
from store import subscriptions as subs
from store.answers import ask
from store.archive import take_archive
from store.chats import Target
from store.database import Store
from store.errors import NotFound, StoreError
from store.intake import take
from store.model import Page
from store.pages import page_from_bytes
from store.review import mark, queue
from store.wishes import Wish
from tests.newsroom import NOW, TEXT, page, spread

ANN, BOB = Target(7), Target(8)
BY = "乔编辑"
FIRST, SECOND = "青禾日报_2026-03-10_1.txt", "青禾日报_2026-03-10_2.txt"
Run = Callable[..., Result]


def titles(store: Store) -> list[str]:
    return [article.title for article in articles.everything(store)]


def forget(store: Store, name: str) -> int:
    return forgotten.forget(store, forgotten.find(store, name), BY)


def everywhere(store: Store, words: str) -> list[str]:
    """The tables that hold a word anywhere in a text or in bytes."""
    found = set()
    with store.reading() as db:
        for (table,) in db.execute("SELECT name FROM sqlite_master WHERE type = 'table'"):
            for row in db.execute(f'SELECT * FROM "{table}"').fetchall():
                said = [v.decode("utf-8", "replace") if isinstance(v, bytes) else v for v in row]
                found |= {table for value in said if isinstance(value, str) and words in value}
    return sorted(found)


def test_a_forgotten_page_is_found_listed_and_kept_nowhere(store: Store) -> None:
    (wrong,) = page(store, "1", "误收的会议记录").articles
    page(store, "2", "渠水进村")
    amending.set_title(store, wrong.id, "误收的会议记录（改）", BY)
    forget(store, FIRST)
    assert titles(store) == ["渠水进村"]
    assert not everywhere(store, "误收的会议记录")
    assert not any("误收" in one.article.title for one in ask(store, "误收的会议记录").candidates)
    assert not health.problems(store)
    with pytest.raises(NotFound):
        articles.get(store, wrong.number)


def test_former_versions_go_with_the_page(store: Store) -> None:
    page(store, "1", "梨树剪枝有门道")
    data = TEXT.format(page=1, title="梨树剪枝有门道", date="3月9日", place="柳湾村")
    changed = f"{data}\n剪下的枝条堆在地头。\n".encode()
    taken = take(store, *made(changed, FIRST))
    assert taken.state == "changed"
    found = forgotten.find(store, FIRST)
    assert found.versions == 2
    forgotten.forget(store, found, BY)
    assert not everywhere(store, "柳湾村")
    assert not everywhere(store, "田野")


def made(data: bytes, name: str) -> tuple[Page, bytes, str]:
    read, encoding = page_from_bytes(data, name)
    return read, data, encoding


def test_alerts_that_would_tell_of_it_alone_are_not_sent(store: Store) -> None:
    subs.add(store, ANN, Wish(), NOW)
    subs.add(store, BOB, Wish(words=("误收",)), NOW)
    page(store, "1", "误收的会议记录")
    page(store, "2", "渠水进村")
    spread(store)
    assert outbox.summary(store) == {("waiting", None): 2}
    assert forget(store, FIRST) == 1
    assert outbox.summary(store) == {("discarded", "unwanted"): 1, ("waiting", None): 1}
    (delivery,) = claims.claim(store, NOW.replace(year=2030))
    assert [one.title for one in claims.news(store, delivery)] == ["渠水进村"]


def test_an_alert_that_is_not_spread_yet_reaches_nobody(store: Store) -> None:
    subs.add(store, ANN, Wish(), NOW)
    page(store, "1", "误收的会议记录")
    forget(store, FIRST)
    assert outbox.settling(store) == 0
    spread(store)
    assert not outbox.rows(store)


def test_read_again_it_is_new_and_its_old_corrections_are_forgotten(store: Store) -> None:
    (first,) = page(store).articles
    amending.remove(store, first.id, None, BY)
    forget(store, FIRST)
    taken = page(store)
    assert (taken.state, taken.part) == ("new", 1)
    (again,) = taken.articles
    assert again.id == first.id
    assert again.number != first.number
    amending.set_title(store, again.id, "剪枝的门道", BY)
    assert titles(store) == ["剪枝的门道"]
    assert not [c for c, _ in corrections.log(store) if c.operation == "remove"]


def test_no_other_page_gets_the_row_number_of_a_forgotten_one(store: Store) -> None:
    page(store, "1")
    (number,) = [row for (row,) in store.db.execute("SELECT number FROM pages")]
    forget(store, FIRST)
    page(store, "2", "渠水进村")
    with pytest.raises(NotFound):
        raw.page(store, number)


def test_a_page_in_several_parts_loses_only_the_one_that_is_named(store: Store) -> None:
    (first,) = page(store, "1", "梨树剪枝有门道").articles
    other = "\n".join(["水库开闸", "", "本报讯 上游水库昨天开闸，三条干渠同时见了水。" * 6])
    taken = take(store, *made(other.encode(), "乙/青禾日报_2026-03-10_1.txt"))
    assert taken.part == 2
    forget(store, first.id)
    assert titles(store) == ["水库开闸"]


def test_a_file_of_articles_is_forgotten_whole(store: Store, tmp_path: Path) -> None:
    rows = [{"id": f"a{n}", "title": f"误收之{n}", "paragraphs": ["渠水进村。"]} for n in range(7)]
    path = tmp_path / "旧档.jsonl"
    path.write_text("\n".join(json.dumps(row) for row in rows), encoding="utf-8")
    take_archive(store, path)
    page(store, "2", "渠水进村")
    amending.remove(store, "a3", None, BY)
    amending.set_title(store, "a4", "误收之四", BY)
    file = forgotten.find(store, str(path))
    assert (file.page, file.articles, file.corrections) == (None, 6, 2)
    forgotten.forget(store, file, BY)
    assert titles(store) == ["渠水进村"]
    assert everywhere(store, "误收") == []


def test_a_page_is_named_by_an_article_of_it_too(store: Store) -> None:
    (article,) = page(store).articles
    assert forgotten.find(store, article.id[:6]).name == FIRST


def test_files_of_one_name_are_told_apart_by_their_articles(store: Store) -> None:
    for folder, text in (("甲", "梨树剪枝。" * 30), ("乙", "水库开闸放水了。" * 30)):
        read, encoding = page_from_bytes(f"{folder}\n\n{text}".encode(), "1.txt")
        take(store, read, f"{folder}\n\n{text}".encode(), encoding, folder)
    with pytest.raises(StoreError, match="版面有 2 个") as told:
        forgotten.find(store, "1.txt")
    for article in articles.everything(store):
        assert article.id in str(told.value)
        assert forgotten.find(store, article.id).name == "1.txt"


def test_an_article_of_an_archive_does_not_stand_for_its_file(store: Store, tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text(json.dumps({"id": "a1", "title": "渠", "paragraphs": ["水。"]}), "utf-8")
    take_archive(store, path)
    with pytest.raises(StoreError, match="写文件名"):
        forgotten.find(store, "a1")


def test_a_file_sent_by_an_administrator_is_still_published_afterwards(store: Store) -> None:
    page(store)
    data = TEXT.format(page=1, title="梨树剪枝有门道", date="3月9日", place="柳湾村")
    taken, number = received.take_page(store, FIRST, f"{data}\n补一句。\n".encode(), NOW, None)
    assert taken.state == "changed"
    assert number
    forget(store, FIRST)
    received.release(store, number, NOW)
    assert titles(store) == ["梨树剪枝有门道"]


def test_what_fails_on_the_way_leaves_everything_as_it_was(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    page(store)
    before = list(articles.everything(store))
    monkeypatch.setattr(articles, "delete", lambda *_: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        forget(store, FIRST)
    assert list(articles.everything(store)) == before
    assert not health.problems(store)
    assert not forgotten.log(store)


def test_records_of_a_page_that_is_held_can_still_not_be_deleted(store: Store) -> None:
    (article,) = page(store).articles
    amending.set_title(store, article.id, "剪枝", BY)
    for item in queue(store):
        mark(store, item.id, BY)
    with pytest.raises(Exception, match="append-only"), store.writing() as db:
        db.conn.execute("DELETE FROM corrections")


@pytest.fixture
def run(store: Store) -> Run:
    """Run `baowen fix forget-page` on the store."""

    def run(*words: str, typed: str = "") -> Result:
        command = ["fix", "forget-page", *words, "--db", str(store.path)]
        return CliRunner().invoke(main, command, input=typed)

    return run


@pytest.mark.parametrize("typed", ["", "n\n", "\n"])
def test_without_a_yes_nothing_is_done(run: Run, store: Store, typed: str) -> None:
    page(store)
    said = run(FIRST, typed=typed)
    assert said.exit_code == 1
    assert "1 篇" in said.stdout
    assert "梨树剪枝有门道" in said.stdout
    assert "什么也没有动" in said.stderr
    assert titles(store)


@pytest.mark.parametrize(("words", "typed"), [((), "y\n"), (("--yes",), "")])
def test_with_a_yes_it_is_forgotten_and_the_log_says_so(
    run: Run, store: Store, words: tuple[str, ...], typed: str
) -> None:
    page(store)
    said = run(FIRST, "--by", BY, *words, typed=typed)
    assert said.exit_code == 0, said.output
    assert "已忘掉" in said.stdout
    assert "--no-alerts" in said.stdout
    assert not titles(store)
    log = CliRunner().invoke(main, ["fix", "log", "--db", str(store.path)]).stdout
    assert BY in log
    assert FIRST in log


def test_a_name_nobody_knows_is_one_sentence(run: Run, store: Store) -> None:
    page(store)
    said = run("没有.txt", "--yes")
    assert said.exit_code == 1
    assert said.stdout == ""
    assert said.stderr.strip().count("\n") == 0
