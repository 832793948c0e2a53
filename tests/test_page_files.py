"""Page files that administrators send: shown, held, published, discarded."""

from dataclasses import replace
from datetime import timedelta

import pytest

from bot import owner_words, words
from bot.page_files import arrived, release_overdue
from bot.settings import Settings
from store import articles, outbox, subscriptions
from store.chats import Target
from store.model import Filters
from store.wishes import Wish
from tests.conftest import NOW, Chat
from tests.newsroom import NAME, PAGE


def send(chief: Chat, text: str = PAGE, name: str = NAME) -> str:
    chief.reply = arrived(chief.talk, name, text.encode())
    return chief.reply.text.plain


def waiting(chief: Chat) -> dict[str, int]:
    """Issues whose news waits or is held, by state."""
    rows = chief.talk.store.db.execute("SELECT state, count(*) FROM alerts GROUP BY 1")
    return dict(rows.fetchall())


def titles(chief: Chat) -> list[str]:
    found = articles.listing(chief.talk.store, Filters(since="2026-03-24"), limit=50)
    return [article.title for article in found.articles]


def archive(chief: Chat) -> list[object]:
    """All that the archive and the outbox hold."""
    tables = ("articles", "pages", "issues", "chunks", "alerts", "hits", "facets")
    return [chief.talk.store.db.execute(f"SELECT * FROM {table}").fetchall() for table in tables]


def test_a_page_file_is_shown_and_held_until_it_is_published(chief: Chat) -> None:
    before, told = archive(chief), waiting(chief)
    said = send(chief)
    assert "2026-03-24" in said
    assert "入库登记怎么做" in said
    assert archive(chief) == before
    chief.press(owner_words.BUTTON_PUBLISH)
    assert titles(chief) == ["入库登记怎么做"]
    assert waiting(chief)["waiting"] == told["waiting"] + 1


def test_no_reader_meets_a_page_that_is_held(chief: Chat, chat: Chat) -> None:
    chat.talk = replace(chat.talk, store=chief.talk.store)
    send(chief)
    typed = ("粮食怎么入库", "/latest", "/issues", "/search 过秤", "/authors", "岳知秋写的文章")
    for one in typed:
        assert "入库登记" not in chat.say(one).text.plain
        assert not any("入库登记" in label or "03-24" in label for label in chat.labels)
    chief.press(owner_words.BUTTON_PUBLISH)
    assert "入库登记怎么做\n青禾日报" in chat.say("入库登记怎么做").text.plain


def test_the_administrator_reads_a_held_page_in_full(chief: Chat) -> None:
    send(chief)
    assert "谁家的粮谁家的人在场" in chief.press(owner_words.BUTTON_PREVIEW).text.plain
    chief.press(owner_words.BUTTON_PUBLISH)
    assert titles(chief) == ["入库登记怎么做"]


def test_a_long_held_article_is_read_screen_by_screen(chief: Chat) -> None:
    said = "第{0}户的粮食过了秤，斤两写在第{0}块门板上，来看的有{0}人。"
    long = "\n".join(said.format(n) for n in range(160))
    send(chief, f"{PAGE}{long}\n")
    screens = [chief.press(owner_words.BUTTON_PREVIEW).text.plain]
    while any("下一页" in label for label in chief.labels):
        screens.append(chief.press("下一页").text.plain)
    assert len(screens) > 3
    assert max(map(len, screens)) < 4096
    assert "第159户" in screens[-1]


def test_a_discarded_page_is_gone_and_nobody_hears_of_it(chief: Chat) -> None:
    before = archive(chief)
    send(chief)
    chief.press(owner_words.BUTTON_DISCARD)
    assert archive(chief) == before
    assert "新的一版" in send(chief)


def test_a_discarded_new_version_leaves_the_former(chief: Chat) -> None:
    send(chief)
    chief.press(owner_words.BUTTON_PUBLISH)
    before = archive(chief)
    assert "比原来的一份新" in send(chief, PAGE.replace("保管员才签字", "会计才签字"))
    chief.press(owner_words.BUTTON_DISCARD)
    assert archive(chief) == before


def test_a_known_page_under_another_date_moves_only_when_it_is_published(chief: Chat) -> None:
    send(chief)
    chief.press(owner_words.BUTTON_PUBLISH)
    before = archive(chief)
    said = send(chief, name="青禾日报_2026-03-31_05.txt")
    assert owner_words.FILE_MOVES.format(place="青禾日报 · 2026-03-24 · 第5版") in said
    chief.press(owner_words.BUTTON_DISCARD)
    assert archive(chief) == before
    send(chief, name="青禾日报_2026-03-31_05.txt")
    chief.press(owner_words.BUTTON_PUBLISH)
    (found,) = articles.listing(chief.talk.store, Filters(since="2026-03-24")).articles
    assert found.date == "2026-03-31"


def test_another_text_for_a_page_that_is_there_is_kept_beside_it(chief: Chat) -> None:
    send(chief)
    chief.press(owner_words.BUTTON_PUBLISH)
    other = """仓房屋顶换了新瓦
本报讯 青禾市东仓的屋顶上个月换了新瓦，雨季之前还要把四面的排水沟清一遍，
由住在附近的六户人家轮流照看。
"""
    assert owner_words.FILE_PART.format(part=2) in send(chief, other)
    chief.press(owner_words.BUTTON_PUBLISH)
    assert titles(chief) == ["入库登记怎么做", "仓房屋顶换了新瓦"]


def test_a_page_that_is_known_already_is_not_held(chief: Chat) -> None:
    send(chief)
    chief.press(owner_words.BUTTON_PUBLISH)
    assert "没有变化" in send(chief)
    assert chief.labels == []


def test_the_same_file_again_while_it_is_held_shows_its_buttons_again(chief: Chat) -> None:
    send(chief)
    first = chief.labels
    send(chief)
    assert chief.labels == first


def test_a_page_sent_again_put_right_is_the_only_one_that_waits(chief: Chat) -> None:
    assert "baowen fix" in send(chief)
    assert owner_words.FILE_REPLACES in send(chief, PAGE.replace("过秤", "过大秤"))
    assert chief.say("/ingest").text.plain.count(owner_words.INGEST_HELD) == 1
    assert sum(NAME in label for label in chief.labels) == 1


def test_files_that_wait_are_found_again(chief: Chat) -> None:
    send(chief)
    assert owner_words.INGEST_HELD in chief.say("/ingest").text.plain
    chief.press(NAME)
    chief.press(owner_words.BUTTON_PUBLISH)
    assert titles(chief) == ["入库登记怎么做"]
    assert owner_words.INGEST_HELD not in chief.say("/ingest").text.plain


def test_a_button_decides_once(chief: Chat) -> None:
    send(chief)
    button = chief.button(owner_words.BUTTON_PUBLISH)
    chief.press(owner_words.BUTTON_PUBLISH)
    chief.reply = replace(chief.reply, buttons=((button,),))
    assert chief.press(owner_words.BUTTON_PUBLISH).toast == words.GONE


def test_a_page_publishes_itself_after_the_time_the_owner_set(chief: Chat) -> None:
    chief.talk = replace(chief.talk, settings=Settings(release=30))
    assert "30 分钟" in send(chief)
    assert release_overdue(replace(chief.talk, now=NOW + timedelta(minutes=29))) == 0
    assert release_overdue(replace(chief.talk, now=NOW + timedelta(minutes=30))) == 1
    assert "held" not in waiting(chief)


def test_two_held_pages_of_an_issue_are_told_of_together(chief: Chat) -> None:
    send(chief)
    first = chief.reply
    send(chief, PAGE.replace("入库", "出库"), "青禾日报_2026-03-24_06.txt")
    chief.press(owner_words.BUTTON_PUBLISH)
    assert waiting(chief)["held"] == 1
    chief.reply = first
    chief.press(owner_words.BUTTON_PUBLISH)
    assert "held" not in waiting(chief)


def test_news_of_an_issue_waits_no_longer_when_the_other_page_is_discarded(chief: Chat) -> None:
    send(chief)
    first = chief.reply
    send(chief, PAGE.replace("入库", "出库"), "青禾日报_2026-03-24_06.txt")
    chief.press(owner_words.BUTTON_PUBLISH)
    chief.reply = first
    chief.press(owner_words.BUTTON_DISCARD)
    assert "held" not in waiting(chief)


def test_a_file_of_articles_is_held_and_discarded_as_a_page_is(chief: Chat) -> None:
    row = '{"title": "石桥通车", "paragraphs": ["石桥昨天通车。"], "date": "2026-04-01"}\n'
    assert "新 1 篇" in send(chief, row, "more.jsonl")
    assert titles(chief) == []
    assert "石桥昨天通车" in chief.press(owner_words.BUTTON_PREVIEW).text.plain
    chief.press(owner_words.BUTTON_DISCARD)
    assert titles(chief) == []
    send(chief, row, "more.jsonl")
    chief.press(owner_words.BUTTON_PUBLISH)
    assert titles(chief) == ["石桥通车"]


@pytest.mark.parametrize("name", ["page.pdf", "page.docx", "noending"])
def test_another_kind_of_file_is_refused_with_what_to_send(chief: Chat, name: str) -> None:
    assert ".txt" in send(chief, "x", name)


def test_a_file_without_text_is_refused_with_the_reason(chief: Chat) -> None:
    assert "没有读入" in send(chief, "")


def test_a_discarded_article_is_no_longer_news(chief: Chat) -> None:
    subscriptions.add(chief.talk.store, Target(11), Wish(), NOW)
    send(chief)
    chief.press(owner_words.BUTTON_DISCARD)
    assert chief.talk.store.db.execute("SELECT count(*) FROM hits").fetchone() == (0,)
    assert outbox.rows(chief.talk.store) == ()
