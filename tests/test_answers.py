"""Questions to a small archive of invented counties."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from store import answers, articles, index
from store.chunks import parts
from store.database import Store
from store.model import Article, Filters
from store.sentences import LONGEST

PAPERS = (
    Article(
        id="canal", number=1, title="柳河镇清淤护渠迎春灌", kind="news", authors=("王小满",),
        paragraphs=(
            "本报讯 通讯员王小满报道：开春以来，柳河镇组织群众清理渠道三十二公里，加固渠岸四处。",
            "“渠水通了，今年的麦子不愁浇。”下坝村村民老周说。镇水管站站长贺春生介绍，全镇还添了八台水泵。",
        ),
        captions=("图为柳河镇村民在清理渠道。王小满 摄",),
    ),
    Article(
        id="library", number=2, title="南坪县把书屋开到牧民家门口", kind="feature",
        authors=("杜若云",),
        paragraphs=(
            "南坪县今年新建流动书屋十七座，配备图书两万余册。",
            "牧民巴特说，孩子放学后总爱往书屋跑。",
        ),
    ),
    Article(
        id="duties", number=3, title="护林员的职责", kind="study", column="每周一学",
        paragraphs=(
            "护林员的职责如下：", "（一）每天巡山一次，做好记录。", "（二）劝阻野外用火。",
            "（三）发现病虫害及时上报。", "（四）看护界桩和标牌。",
        ),
    ),
    Article(
        id="bridge", number=4, title="石门沟大桥合龙", kind="news", authors=("罗江",),
        paragraphs=("石门沟大桥全长四百二十米，总投资六千万元，预计十月通车。",),
    ),
)


@pytest.fixture
def archive(store: Store) -> Iterator[Store]:
    with store.writing() as db:
        db.conn.execute(
            "INSERT INTO issues (number, paper, date) VALUES (1, '柳河报', '2024-03-05')"
        )
        for article in PAPERS:
            articles.insert(db, article, issue=1, page=None, position=article.number, sha256=b"")
        index.add(db, PAPERS)
    yield store


@pytest.mark.parametrize(
    ("question", "found"),
    [
        ("柳河镇清理了多少公里渠道", "canal"),
        ("请问一下柳河镇清淤的事，谢谢", "canal"),
        ("柳合镇青淤护渠", "canal"),
        ("柳河鎮清淤護渠", "canal"),
        ("liuhezhen qingyu huqu", "canal"),
        ("liuhezhenqingyuhuqu", "canal"),
        ("niuhezen qinyu huqu", "canal"),
        ("ＳＨＩＭＥＮＧＯＵ大桥", "bridge"),
        ("南坪县流动书屋😀", "library"),
        ("护林员职责", "duties"),
        ("石门沟桥大合龙", "bridge"),
        ("石门沟大桥全长多少米", "bridge"),
        ("护林员you哪些zhize", "duties"),
    ],
)
def test_what_was_meant_is_found(archive: Store, question: str, found: str) -> None:
    answer = answers.ask(archive, question)
    assert answer.candidates[0].article.id == found
    assert answer.found


@pytest.mark.parametrize(
    "question",
    ["今天股市行情如何", "asdfghjkl", "1234567", "怎样煮咖啡", "", "？", "东陵县地铁几号线", "😀"],
)
def test_what_is_not_there_is_not_claimed(archive: Store, question: str) -> None:
    assert not answers.ask(archive, question).found


def test_passages_are_the_papers_own_words(archive: Store) -> None:
    for question in ("柳河镇清理渠道", "书屋", "护林员的职责有哪些", "大桥投资多少"):
        for candidate in answers.ask(archive, question).candidates:
            texts = parts(candidate.article)
            assert 0 < len(candidate.passages) <= 3
            for passage in candidate.passages:
                assert passage.text in texts[passage.paragraph]
                assert len(passage.text) <= LONGEST
                assert all(0 <= a < b <= len(passage.text) for a, b in passage.highlights)


def test_only_the_candidates_that_are_shown_come_with_passages(archive: Store) -> None:
    whole = answers.ask(archive, "柳河镇 南坪县").candidates
    first = answers.ask(archive, "柳河镇 南坪县", quoting=range(1)).candidates
    assert [one.article.id for one in first] == [one.article.id for one in whole]
    assert [bool(one.passages) for one in first] == [True, False]
    assert first[0] == whole[0]


def test_highlights_stand_on_the_words_asked_for(archive: Store) -> None:
    passage = answers.ask(archive, "流动书屋").candidates[0].passages[0]
    assert "流动书屋" in [passage.text[a:b] for a, b in passage.highlights]


def test_an_item_asked_for_by_number_is_the_first_passage(archive: Store) -> None:
    passage = answers.ask(archive, "护林员的第三项职责是什么").candidates[0].passages[0]
    assert passage.text == "（三）发现病虫害及时上报。"


@pytest.mark.parametrize(
    ("question", "starts"),
    [
        ("（三）护林员的职责", ["（三）"]),
        ("护林员的职责3", ["（三）"]),
        ("护林员职责的最后一项", ["（四）"]),
        ("护林员职责倒数第二项", ["（三）"]),
        ("护林员职责的前三项", ["（一）", "（二）", "（三）"]),
        ("护林员职责第二到第四项", ["（二）", "（三）", "（四）"]),
        ("第二项护林员职责说了什么", ["（二）"]),
    ],
)
def test_items_asked_for_are_the_first_passages_in_order(
    archive: Store, question: str, starts: list[str]
) -> None:
    answer = answers.ask(archive, question)
    assert answer.found
    shown = [passage.text[:3] for passage in answer.candidates[0].passages]
    assert shown[: len(starts)] == starts


def test_a_number_in_figures_finds_it_in_words(samples: Store) -> None:
    answer = answers.ask(samples, "一共1190件事")
    assert answer.found
    assert "一千一百九十件" in answer.candidates[0].passages[0].text


@pytest.mark.parametrize("question", ["第三项职责", "第四条职责", "护林员第二项职责是什么"])
def test_an_item_of_a_list_that_is_there_is_found(archive: Store, question: str) -> None:
    answer = answers.ask(archive, question)
    assert answer.found
    assert answer.candidates[0].article.id == "duties"


def test_an_item_the_list_does_not_have_is_not_claimed(archive: Store) -> None:
    assert not answers.ask(archive, "第九项职责").found


@pytest.mark.parametrize("question", ["你是谁造的", "你会唱歌吗", "你叫什么名字"])
def test_talk_to_the_bot_is_no_question_to_the_archive(archive: Store, question: str) -> None:
    assert not answers.ask(archive, question).found


def test_asking_for_a_whole_list_shows_it_from_the_start(archive: Store) -> None:
    shown = answers.ask(archive, "护林员的职责有哪些").candidates[0].passages
    assert any(passage.text.startswith("（一）") for passage in shown)


def test_who_wrote_it_is_answered_with_a_passage_that_names_the_author(archive: Store) -> None:
    first = answers.ask(archive, "柳河镇清淤护渠迎春灌是谁写的").candidates[0]
    assert any("王小满" in passage.text for passage in first.passages)


def test_an_authors_name_finds_their_article(archive: Store) -> None:
    assert answers.ask(archive, "杜若云").candidates[0].article.id == "library"


def test_filters_leave_out_what_does_not_fit(archive: Store) -> None:
    answer = answers.ask(archive, "柳河镇清理渠道", filters=Filters(kind="feature"))
    assert [one.article.id for one in answer.candidates] in ([], ["library"])


def test_an_explanation_names_the_terms_and_where_they_are(archive: Store) -> None:
    told = answers.explain(archive, "柳河镇的水泵")
    places = {term.text: term.places for term in told.terms}
    assert places["水泵"] == (1,)
    assert -1 in places["柳河"]
    assert 0 < told.signals["chars"] <= 1


def test_related_articles_do_not_hold_the_article_itself(archive: Store) -> None:
    assert 1 not in [article.number for article in answers.related(archive, 1)]


def test_an_empty_archive_answers_nothing(tmp_path: Path) -> None:
    with Store(tmp_path / "empty.db") as store:
        answer = answers.ask(store, "柳河镇清淤")
    assert not answer.found
    assert answer.candidates == ()


def test_a_common_word_that_sounds_like_the_one_printed_is_understood(archive: Store) -> None:
    answer = answers.ask(archive, "护林员有哪些指责")
    assert answer.candidates[0].article.id == "duties"
    assert answer.found
