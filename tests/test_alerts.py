from bot import words
from bot.alerts import SHOWN, Part, together, told
from bot.markup import messages, units
from store.model import Article, Issue, Kind
from tests.newsroom import article

ISSUE = Issue(1, "青禾日报", "2026-03-10", 1, 9)


def study(length: int = 3) -> Article:
    return article(9, "每周一学", kind="study", paragraphs=("先学后干，边学边干。" * 10,) * length)


def test_new_articles_stand_under_their_columns_with_their_pages() -> None:
    news = [
        article(1, "梨树剪枝", column="农事", page="03"),
        article(2, "桥修好了", page="03"),
        article(3, "春耕备肥", column="农事", page="04"),
    ]
    lines = told(Part(ISSUE, news), private=True).text.plain.splitlines()
    assert lines[0] == "青禾日报 2026-03-10 新到 3 篇"
    assert lines[2:5] == ["农事", "1. 梨树剪枝（第3版）", "3. 春耕备肥（第4版）"]
    assert lines[6:8] == [words.KINDS["news"], "2. 桥修好了（第3版）"]


def test_each_article_has_a_button_and_the_issue_one() -> None:
    reply = told(Part(ISSUE, [article(1), article(2)], facet=5), private=True)
    assert [[button.data for button in row] for row in reply.buttons] == [
        ["a:1", "a:2"],
        ["l:5:0", "ul:0"],
    ]


def test_buttons_outside_private_chats_lead_into_one() -> None:
    reply = told(Part(ISSUE, [article(1), article(2)], facet=5), private=False)
    assert [[button.link for button in row] for row in reply.buttons] == [["a_1", "a_2"]]


def test_a_single_article_shows_its_summary() -> None:
    reply = told(Part(ISSUE, [article(1, summary="果农忙着剪枝。")]), private=True)
    assert "果农忙着剪枝。" in reply.text.plain
    assert reply.buttons[0][0].label == words.BUTTON_READ


def test_a_study_item_comes_in_full() -> None:
    item = study()
    plain = told(Part(ISSUE, [article(1), item]), private=True).text.plain
    assert all(paragraph in plain for paragraph in item.paragraphs)


def test_a_long_study_item_is_cut_at_a_sentence_and_says_so() -> None:
    reply = told(Part(ISSUE, [study(60)]), private=True)
    assert units(reply.text.plain) <= 4096
    assert reply.text.plain.splitlines()[-1] == words.ALERT_CUT
    assert reply.text.plain.splitlines()[-2].endswith("。")


def test_an_alert_is_one_message_however_much_there_is() -> None:
    kinds: list[Kind] = ["news", "study", "brief"]
    news = [
        article(n, "很长的题目" * 20, kinds[n % 3], column=f"栏目{n}" * 9, page=str(n))
        for n in range(1, 200)
    ]
    reply = told(Part(ISSUE, news, facet=1), private=True)
    assert len(messages(reply.text)) == 1
    assert words.ALERT_REST.format(count=len(news) - SHOWN) in reply.text.plain
    assert sum(map(len, reply.buttons)) == SHOWN + 2


def test_a_later_part_of_an_issue_says_it_is_more() -> None:
    assert "又到 1 篇" in told(Part(ISSUE, [article(1)], late=True), private=True).text.plain


OTHER = Issue(2, "青禾日报", "2026-03-11", 1, 9)


def test_issues_of_one_digest_are_told_together_and_numbered_through() -> None:
    parts = [
        Part(ISSUE, [article(1, "梨树剪枝"), article(2, "桥修好了")], 5),
        Part(OTHER, [article(3, "春耕备肥", summary="备足了化肥。")], 6, late=True),
    ]
    reply = together(parts, private=True)
    assert reply is not None
    plain = reply.text.plain
    assert "青禾日报 2026-03-10 新到 2 篇" in plain and "青禾日报 2026-03-11 又到 1 篇" in plain
    assert "3. 春耕备肥" in plain and "备足了化肥。" in plain
    assert [[button.data for button in row] for row in reply.buttons] == [
        ["a:1", "a:2", "a:3"],
        ["l:5:0"],
        ["l:6:0"],
        ["ul:0"],
    ]
    assert [row[0].label for row in reply.buttons[1:3]] == [
        "青禾日报 2026-03-10",
        "青禾日报 2026-03-11",
    ]


def test_outside_private_chats_a_digest_has_no_ways_into_the_chat() -> None:
    reply = together([Part(ISSUE, [article(1)], 5), Part(OTHER, [article(2)], 6)], private=False)
    assert reply is not None
    assert [[button.link for button in row] for row in reply.buttons] == [["a_1", "a_2"]]


def test_what_does_not_fit_into_one_message_whole_is_not_told_together() -> None:
    one = Part(ISSUE, [article(1)])
    assert together([one, Part(OTHER, [study(60)])], private=True) is None
    assert together([one, Part(OTHER, [article(n) for n in range(SHOWN)])], private=True) is None
    assert together([one, Part(OTHER, [study(3)])], private=True) is not None
