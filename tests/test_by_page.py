"""Pages asked for in a sentence: of a day, of the newest issue, of what was shown."""

from collections.abc import Iterator

import pytest

from bot import words
from bot.by_date import issue_asked
from bot.talk import Reader
from store.database import Store
from store.model import Filters
from store.narrowing import narrow
from store.places import gazetteer_of
from tests.conftest import NOW, Chat
from tests.newsroom import page

HELD = (
    ("1", "春耕备好三样料", 10),
    ("3", "老渠换了新闸门", 10),
    ("10", "一盏灯照亮归路", 10),
    ("1", "果园来了修枝队", 17),
    ("2", "河滩地种下新林", 17),
)


@pytest.fixture
def reader(store: Store) -> Iterator[Chat]:
    """A reader of an archive of two issues with several pages."""
    for number, title, day in HELD:
        page(store, number, title, place=f"{title[:2]}村", day=day)
    yield Chat(store, Reader(user=7, chat=7))


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("头版", "果园来了修枝队"),
        ("第2版有什么", "河滩地种下新林"),
        ("二版的文章", "河滩地种下新林"),
        ("最新一期第2版有哪些报道", "河滩地种下新林"),
        ("今天头版有什么新闻？", None),
        ("3月10日第3版有什么", "老渠换了新闸门"),
        ("看一下3月17日的头版", "果园来了修枝队"),
        ("青禾日报3月10日第十版", "一盏灯照亮归路"),
        ("上周二的头版登了什么", "春耕备好三样料"),
    ],
)
def test_a_page_is_listed(reader: Chat, text: str, title: str | None) -> None:
    said = reader.say(text)
    if title is None:
        assert said.text.plain.startswith("库里没有")
        return
    assert reader.labels[0] == title
    assert said.text.plain.split("\n")[0].endswith("版")
    assert len(said.articles) == 1


def test_the_newest_issue_that_has_the_page_is_meant(reader: Chat) -> None:
    assert reader.say("第3版有什么").text.plain.startswith("青禾日报 2026-03-10 · 第3版")


def test_after_a_list_the_page_of_that_issue_is_meant(reader: Chat) -> None:
    reader.say("3月10日的报纸")
    assert reader.say("头版呢").text.plain.startswith("青禾日报 2026-03-10 · 第1版")
    assert "2026-03-17 · 第1版" in reader.say("3月17日的头版").text.plain
    reader.say("3月17日的报纸")
    assert "2026-03-10 · 第3版" in reader.say("第3版").text.plain
    reader.say("3月17日的报纸")
    assert reader.say("这一期第3版").text.plain.startswith("库里没有 青禾日报 2026-03-17")


def test_after_one_article_its_own_issue_is_meant_only_when_said(reader: Chat) -> None:
    reader.say("老渠换了新闸门")
    assert "2026-03-10" in reader.say("这一期的头版").text.plain
    reader.say("老渠换了新闸门")
    assert "2026-03-17" in reader.say("头版有什么").text.plain


def test_a_page_the_issue_lacks_leads_to_the_issue(reader: Chat) -> None:
    assert reader.say("3月17日第3版").text.plain == "库里没有 青禾日报 2026-03-17 的第3版。"
    assert len(reader.press(words.BUTTON_ISSUE).articles) == 2


def test_a_page_nobody_has_leads_elsewhere(reader: Chat) -> None:
    assert reader.say("第8版有什么").text.plain == words.NO_SUCH_PAGE.format(page="8")
    assert reader.press(words.LATEST).articles


def test_of_several_issues_those_with_the_page_are_offered(reader: Chat) -> None:
    assert reader.say("这个月的头版").text.plain == "第1版"
    assert len(reader.labels) == 2
    assert reader.press("2026-03-10").text.plain.startswith("青禾日报 2026-03-10 · 第1版")
    assert len(reader.say("三月的第2版").articles or reader.labels) == 1


def test_who_asks_for_more_than_a_page_asks_a_question(reader: Chat) -> None:
    for text in ("第3版修渠的文章", "头版写闸门的是谁", "第三项", "改版了吗", "教材第三版"):
        assert issue_asked(reader.talk, text) is None
    assert "老渠换了新闸门" in reader.say("第3版讲闸门的文章").text.plain
    with reader.talk.store.reading() as db:
        read = narrow(db, "三版的闸门", NOW.date(), gazetteer_of(reader.talk.store))
    assert read.filters == Filters(page="3")


def test_an_issue_of_many_articles_is_narrowed_by_its_pages(store: Store) -> None:
    for number in range(1, 12):
        page(store, str(number), f"第{number}条新路通车", place=f"路{number}村")
    reader = Chat(store, Reader(user=7, chat=7))
    reader.say("/latest")
    shown = reader.press("版面")
    assert shown.text.plain.startswith(words.PAGES)
    assert reader.labels[:3] == ["第1版 1", "第2版 1", "第3版 1"]
    assert reader.press("第10版").text.plain.startswith("青禾日报 2026-03-10 · 第10版")
