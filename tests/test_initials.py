"""Questions of initials, against an archive of invented counties."""

import pytest

from store import answers, articles, browse, index
from store.database import Store
from store.initials import initials_typed, matched, meant
from store.model import Article


@pytest.mark.parametrize("typed", ["qingyu", "清淤", "", "qy", "qyhq 水渠", "shuiqu", "12345"])
def test_pinyin_words_and_short_runs_are_no_initials(typed: str) -> None:
    assert initials_typed(typed) is None


def test_a_run_that_is_no_pinyin_is_taken_for_initials() -> None:
    assert initials_typed("ＱＹHQ") == "qyhq"


@pytest.mark.parametrize(
    ("typed", "title", "stretch"),
    [
        ("qyhq", "柳河镇清淤护渠迎春灌", "清淤护渠"),
        ("hlyzz", "护林员的职责", "护林员的职责"),
        ("hlyzz", "护林队员们的新责任", ""),
        ("xyz", "柳河镇清淤护渠", ""),
    ],
)
def test_initials_stand_for_words_close_together(typed: str, title: str, stretch: str) -> None:
    assert matched(typed, title) == stretch


@pytest.fixture
def archive(store: Store) -> Store:
    held = Article(
        id="canal", number=1, title="柳河镇清淤护渠迎春灌", kind="news", column="田间课堂",
        authors=("沈知秋",), paragraphs=("开春以来，柳河镇组织群众清理渠道。",),
    )
    with store.writing() as db:
        db.conn.execute("INSERT INTO issues (number) VALUES (1)")
        articles.insert(db, held, issue=1, page=None, position=1, sha256=b"")
        index.add(db, [held])
        browse.remember(db, "column", ["田间课堂"])
        browse.remember(db, "author", ["沈知秋"])
    return store


def test_names_come_before_titles(archive: Store) -> None:
    with archive.reading() as db:
        assert meant(db, "tjkt") == ["田间课堂"]
        assert meant(db, "qyhq") == ["清淤护渠"]
        assert meant(db, "wxyz") == []


@pytest.mark.parametrize("typed", ["qyhq", "tjkt"])
def test_initials_find_what_they_stand_for_without_full_trust(archive: Store, typed: str) -> None:
    answer = answers.ask(archive, typed)
    assert answer.found
    assert answer.confidence <= answers.GUESSED
    assert answer.candidates[0].article.id == "canal"


def test_letters_that_stand_for_nothing_are_not_found(archive: Store) -> None:
    assert not answers.ask(archive, "asdfghjkl").found
