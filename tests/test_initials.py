"""Questions of initials, against an archive of invented counties."""

import pytest

from store import answers, articles, browse, index
from store.database import Store
from store.fold import fold
from store.initials import initials_typed, meant, tallied
from store.model import Article


@pytest.mark.parametrize(
    "typed", ["qingyu", "清淤", "", "qy", "qy 水渠", "qyhq djsb", "wifi", "shuiqu", "12345"]
)
def test_pinyin_words_and_short_runs_are_no_initials(typed: str) -> None:
    assert initials_typed(typed) is None


def test_a_run_that_is_no_pinyin_is_taken_for_initials() -> None:
    assert initials_typed(fold("ＱＹHQ")) == "qyhq"


@pytest.mark.parametrize(
    ("typed", "title", "stretches"),
    [
        ("qyhq", "柳河镇清淤护渠迎春灌", ["清淤护渠"]),
        ("hlyzz", "护林员的职责", ["护林员的职责"]),
        ("hlyzz", "护林队员们的新责任", []),
        ("xyz", "柳河镇清淤护渠", []),
    ],
)
def test_initials_stand_for_words_close_together(
    typed: str, title: str, stretches: list[str]
) -> None:
    assert list(tallied(typed, [title], [])) == stretches


@pytest.mark.parametrize(
    ("typed", "text", "phrases"),
    [
        ("csgy", "山上是成熟果园，镇里的超市供应足。", ["成熟果园", "超市供应"]),
        ("qysb", "村里的清淤书吧开了门，正确预算不足。", ["清淤书吧"]),
        ("lyx", "组织“柳叶香”小队，来源需要核对。", ["柳叶香"]),
        ("kxjs", "大棚里讲的是科学种植技术。", []),
        ("kxzzjs", "大棚里讲的是科学种植技术。", ["科学种植技术"]),
    ],
)
def test_in_a_text_initials_stand_for_whole_words_side_by_side(
    typed: str, text: str, phrases: list[str]
) -> None:
    assert list(+tallied(typed, [], [text])) == phrases


@pytest.fixture
def archive(store: Store) -> Store:
    held = Article(
        id="canal",
        number=1,
        title="柳河镇清淤护渠迎春灌",
        kind="news",
        column="田间课堂",
        authors=("沈知秋",),
        paragraphs=("开春以来，柳河镇组织群众清理渠道。",),
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
        assert meant(db, "tjkt") == [("田间课堂", 1)]
        assert [one.text for one in meant(db, "qyhq")] == ["清淤护渠"]
        assert [one.text for one in meant(db, "qlqd")] == ["清理渠道"]
        assert meant(db, "wxyz") == []


@pytest.mark.parametrize("typed", ["qyhq", "tjkt", "qlqd", "qlqd是怎么做的", "SZQ的文章"])
def test_initials_find_what_they_stand_for_without_full_trust(archive: Store, typed: str) -> None:
    answer = answers.ask(archive, typed)
    assert answer.found
    assert answer.confidence <= answers.GUESSED
    assert answer.candidates[0].article.id == "canal"


def test_letters_that_stand_for_nothing_are_not_found(archive: Store) -> None:
    assert not answers.ask(archive, "asdfghjkl").found


def test_several_meanings_are_offered_not_claimed(archive: Store) -> None:
    one = Article(id="other", number=2, title="镇里的果子", kind="news",
                  paragraphs=("山上是成熟果园，镇里的超市供应足。",))  # fmt: skip
    with archive.writing() as db:
        articles.insert(db, one, issue=1, page=None, position=2, sha256=b"")
        index.add(db, [one])
    answer = answers.ask(archive, "csgy在哪")
    assert not answer.found
    assert answer.suggestions[:2] == ("成熟果园在哪", "超市供应在哪")


def test_letters_of_other_words_are_no_initials(archive: Store) -> None:
    one = Article(id="english", number=2, title="A new adjustable sbird brand", kind="news",
                  paragraphs=("The adjustable sbird, adjust and disburse.",))  # fmt: skip
    with archive.writing() as db:
        articles.insert(db, one, issue=1, page=None, position=2, sha256=b"")
        index.add(db, [one])
    assert not answers.ask(archive, "djsb").found
    assert answers.ask(archive, "sbird").found
