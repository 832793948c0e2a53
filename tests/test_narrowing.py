"""Filters in the words of a question, against an archive of invented counties."""

from collections.abc import Iterator
from datetime import date

import pytest

from store import answers, articles, ceilings, index, shelving
from store.database import Store
from store.model import Article, Filters
from store.narrowing import Narrowing, narrow
from store.regions import load_gazetteer

TODAY = date(2026, 3, 20)
REGION = "河北省/石家庄市/正定县"
HELD = (
    (
        1,
        Article(
            id="orchard",
            number=1,
            title="果农学会新修剪法",
            kind="news",
            authors=("沈知秋",),
            column="田间课堂",
            page="03",
            paragraphs=("技术员走进果园，教大家给梨树修剪。",),
        ),
    ),
    (
        2,
        Article(
            id="canal",
            number=2,
            title="水渠修到地头",
            kind="feature",
            authors=("沈知秋", "高原"),
            regions=(REGION,),
            page="3",
            paragraphs=("正定县今年修水渠十二公里。",),
        ),
    ),
    (
        2,
        Article(
            id="school",
            number=3,
            title="山里学校添了新书",
            kind="news",
            authors=("白露",),
            page="A01",
            paragraphs=("高原上的孩子读到了新书。",),
        ),
    ),
)


@pytest.fixture
def archive(store: Store) -> Iterator[Store]:
    with store.writing() as db:
        db.conn.executemany(
            "INSERT INTO issues (number, paper, date) VALUES (?, ?, ?)",
            [(1, "柳河报", "2025-10-14"), (2, "南坪日报", "2026-02-10")],
        )
        for issue, article in HELD:
            articles.insert(
                db, article, issue=issue, page=None, position=article.number, sha256=b""
            )
            shelving.remember(db, article)
        index.add(db, [article for _, article in HELD])
    yield store


def read(store: Store, question: str) -> Narrowing:
    with store.reading() as db:
        return narrow(db, question, TODAY, load_gazetteer())


@pytest.mark.parametrize(
    ("question", "filters"),
    [
        ("沈知秋写了哪些报道", Filters(author="沈知秋")),
        ("沈知秋的文章", Filters(author="沈知秋")),
        ("谁写的沈知秋", Filters(author="沈知秋")),
        ("白露", Filters(author="白露")),
        ("田间课堂", Filters(column="田间课堂")),
        ("田间课堂栏目有什么文章", Filters(column="田间课堂")),
        ("正定县", Filters(region=REGION)),
        ("正定县的新闻", Filters(region=REGION)),
        ("去年十月的报道", Filters(since="2025-10-01", until="2025-10-31")),
        (
            "上个月南坪日报登了什么",
            Filters(paper="南坪日报", since="2026-02-01", until="2026-02-28"),
        ),
        ("2026年2月沈知秋的文章", Filters(author="沈知秋", since="2026-02-01", until="2026-02-28")),
        ("最近的文章", Filters()),
        ("第3版有什么", Filters(page="3")),
        ("三版的文章", Filters(page="3")),
        ("A1版登了什么", Filters(page="A1")),
        ("2月10日第三版有哪些文章", Filters(page="3", since="2026-02-10", until="2026-02-10")),
        ("柳河报第3版", Filters(page="3", paper="柳河报")),
        ("正定县在三版的新闻", Filters(page="3", region=REGION)),
    ],
)
def test_a_question_of_filters_alone_is_bare(
    archive: Store, question: str, filters: Filters
) -> None:
    found = read(archive, question)
    assert (found.filters, found.bare) == (filters, True)


def test_a_bare_question_lists_the_newest_that_fit(archive: Store) -> None:
    answer = answers.ask(archive, "沈知秋写了哪些报道", now=TODAY)
    assert [one.article.id for one in answer.candidates] == ["canal", "orchard"]
    assert answer.found
    assert len({one.score for one in answer.candidates}) == 1


@pytest.mark.parametrize("question", ["高原上的孩子", "张无名写的文章", "前年的报道", "沈知秋是谁"])
def test_words_that_only_look_like_filters_stay_words(archive: Store, question: str) -> None:
    assert not read(archive, question).bare


def test_what_fits_is_preferred_and_nothing_else_left_out(archive: Store) -> None:
    answer = answers.ask(archive, "沈知秋写的修剪梨树", now=TODAY)
    assert answer.candidates[0].article.id == "orchard"
    assert answer.filters == Filters(author="沈知秋")
    assert read(archive, "去年十月修剪果园").rest.strip() == "修剪果园"


def test_a_page_in_a_question_is_preferred_and_not_looked_for(archive: Store) -> None:
    assert read(archive, "第3版修渠的文章").rest.strip() == "修渠的文章"
    assert answers.ask(archive, "第三版讲水渠的").candidates[0].article.id == "canal"


def test_the_pages_of_a_bare_question_are_listed_the_newest_first(archive: Store) -> None:
    answer = answers.ask(archive, "3版有什么文章", now=TODAY)
    assert [one.article.id for one in answer.candidates] == ["canal", "orchard"]


def test_only_what_holds_a_quotation_answers_it(archive: Store) -> None:
    held = answers.ask(archive, "“修水渠十二公里”")
    assert [one.article.id for one in held.candidates] == ["canal"]
    assert held.found
    missing = answers.ask(archive, "“修水渠十三公里”")
    assert not missing.found
    assert missing.candidates == ()


def test_a_single_character_is_no_sure_question(archive: Store) -> None:
    answer = answers.ask(archive, "书")
    assert answer.candidates[0].article.id == "school"
    assert answer.confidence <= ceilings.LONE


@pytest.mark.parametrize(
    "question",
    ["前年的报道", "昨天的报纸有什么", "2019年的新闻", "第9版有什么", "前天第3版", "柳河报A1版"],
)
def test_a_time_of_which_nothing_is_held_is_not_found(archive: Store, question: str) -> None:
    answer = answers.ask(archive, question, now=date(2026, 1, 20))
    assert not answer.found


def test_the_newspaper_of_a_day_is_its_list(archive: Store) -> None:
    answer = answers.ask(archive, "2月10日的报纸", now=TODAY)
    assert answer.found
    assert {one.article.id for one in answer.candidates} == {"canal", "school"}


@pytest.mark.parametrize("question", ["正定县在哪里", "正定县有多少人", "正定县怎么去"])
def test_a_list_answers_no_question_of_where_or_how_many(archive: Store, question: str) -> None:
    assert not read(archive, question).bare
    assert not answers.ask(archive, question, now=TODAY).found


def test_words_that_became_filters_are_said_aside(archive: Store) -> None:
    found = read(archive, "2026年2月南坪日报的种子站")
    assert found.aside == ("2026年2月", "南坪日报")
    assert not found.bare
    assert read(archive, "正定县的种子站").aside == ()


def test_an_author_typed_as_the_name_sounds_is_the_author_of_that_surname(archive: Store) -> None:
    assert read(archive, "沈知丘写的文章").filters == Filters(author="沈知秋")
    assert read(archive, "沈之秋写的梨树").filters == Filters(author="沈知秋")
    assert read(archive, "陈知秋写的文章").filters == Filters()


def test_the_newest_issue_is_a_day_like_any_other(archive: Store) -> None:
    newest = Filters(since="2026-02-10", until="2026-02-10")
    assert read(archive, "最新一期的水渠").filters == newest
    assert read(archive, "最近一期报纸讲水渠的").rest.strip() == "水渠的"
    assert answers.ask(archive, "最新一期的水渠", now=TODAY).candidates[0].article.id == "canal"
    refused = answers.ask(archive, "最新一期的修剪梨树", now=TODAY)
    assert refused.contradiction is not None
    assert refused.contradiction.held == "2025-10-14"


@pytest.mark.parametrize("question", [
    "报名最后期限是哪天", "最近期末考试怎么安排", "最近期间的水渠", "最新期刊有哪些",
    "水渠最近一期工程多长",
])  # fmt: skip
def test_what_begins_like_an_issue_is_no_day(archive: Store, question: str) -> None:
    assert read(archive, question).filters == Filters()


def test_a_papers_office_is_not_the_paper(archive: Store) -> None:
    assert read(archive, "南坪日报社在哪").filters == Filters()
    assert read(archive, "南坪日报的水渠").filters == Filters(paper="南坪日报")


def test_what_leads_from_a_filter_to_the_matter_is_not_of_it(archive: Store) -> None:
    found = read(archive, "二月份南坪日报上讲水渠的")
    assert found.aside == ("二月份", "南坪日报上讲")
    assert read(archive, "南坪日报讲台").aside == ("南坪日报",)
