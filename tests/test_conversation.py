import pytest

from bot import words
from bot.talk import Reader
from store.database import Store
from tests.conftest import Chat


@pytest.mark.parametrize(
    "typed",
    [
        "党员有哪些权利",
        "党员有哪些全利",
        "dangyuan de quanli",
        "黨員有哪些權利",
        "请问一下党员的权利，谢谢",
    ],
)
def test_the_rights_are_found_however_they_are_typed(chat: Chat, typed: str) -> None:
    said = chat.say(typed).text.plain
    assert "党员享有的权利" in said
    assert all(f"({numeral})" in said for numeral in "一二三四五六七八")


def test_an_answer_names_paper_date_page_and_column(chat: Chat) -> None:
    said = chat.say("党员有哪些权利").text.plain
    assert "青禾日报 · 2026-03-10 · 第5版 · 学习角" in said


def test_a_fact_is_answered_with_the_sentence_that_holds_it(chat: Chat) -> None:
    assert "四百一十二人结业" in chat.say("夜校手机课有多少人结业").text.plain


def test_what_the_paper_never_printed_is_not_answered(chat: Chat) -> None:
    reply = chat.say("比特币现在多少钱")
    assert "没有找到" in reply.text.plain


def test_an_item_number_is_answered_with_that_item(chat: Chat) -> None:
    said = chat.say("党员的第六项权利是什么").text.plain
    assert "有权到场说明" in said
    assert "(八)" not in said


def test_a_follow_up_refers_to_the_last_answer(chat: Chat) -> None:
    chat.say("党员有哪些权利")
    assert "提出自己的建议" in chat.say("第三项呢").text.plain
    assert "青禾党建" in chat.say("作者是谁").text.plain


def test_a_follow_up_without_anything_before_it_says_so(chat: Chat) -> None:
    assert chat.say("还有吗").text.plain == words.NOTHING_BEFORE


def test_an_item_number_without_anything_before_it_is_a_question(chat: Chat) -> None:
    assert "有权到场说明" in chat.say("第六项权利").text.plain


def test_the_full_article_is_behind_a_button_and_has_its_authors(chat: Chat) -> None:
    chat.say("柳湾县的作坊")
    said = chat.press(words.BUTTON_READ).text.plain
    assert "买一辆自行车" in said
    assert "祝青山、郁小满" in said


def test_the_broken_sentence_reads_whole(chat: Chat) -> None:
    chat.say("柳湾县的作坊")
    assert "一屋子人想办法，账目也贴在墙上" in chat.press(words.BUTTON_READ).text.plain


def test_regions_are_a_tree_that_ends_in_articles(chat: Chat) -> None:
    assert "青禾市" in chat.say("/regions").text.plain
    chat.press("桐岗县")
    chat.press("白石滩镇")
    chat.press(words.BUTTON_ALL_HERE)
    assert "雪后送药" in chat.labels


@pytest.mark.parametrize("typed", ["/regions 柳湾", "地区 柳湾县", "/regions liuwan"])
def test_a_region_is_opened_by_typing_its_name(chat: Chat, typed: str) -> None:
    assert "柳湾县" in chat.say(typed).text.plain


def test_an_unknown_region_is_said_to_be_unknown(chat: Chat) -> None:
    assert "没有找到" in chat.say("/regions 亚特兰蒂斯").text.plain


def test_columns_lead_to_their_articles(chat: Chat) -> None:
    chat.say("/columns")
    chat.press("短讯")
    assert words.COUNT.format(total=3) in chat.reply.text.plain


def test_authors_lead_to_their_articles(chat: Chat) -> None:
    chat.say("/authors")
    chat.press("尹小川")
    assert "尹小川" in chat.reply.text.plain


def test_part_of_a_name_is_enough(chat: Chat) -> None:
    assert "尹小川" in chat.say("/authors 小川").text.plain
    assert "学习角" in chat.say("/columns 学习").text.plain


def test_issues_go_from_months_to_issues_to_articles(chat: Chat) -> None:
    chat.say("/issues")
    chat.press("2026年3月")
    chat.press("2026-03-10")
    assert "2026-03-10" in chat.reply.text.plain
    assert any("小磨坊" in label for label in chat.labels)


def test_latest_is_the_newest_issue(chat: Chat) -> None:
    assert "2026-03-17" in chat.say("/latest").text.plain


def test_weekly_shows_the_newest_study_item_in_full_and_leads_to_the_older(chat: Chat) -> None:
    assert "入党申请书" in chat.say("每周一学").text.plain
    assert "党员享有的权利" in chat.press("下一页").text.plain


def test_every_command_answers_in_chinese(chat: Chat) -> None:
    for name, (chinese, _) in words.COMMANDS.items():
        assert chat.say(f"/{name}").text.plain, name
        assert chat.say(chinese).text.plain, chinese


@pytest.mark.parametrize(
    ("typed", "same"),
    [("每周一學", "每周一学"), ("訂閱", "订阅"), ("幫助", "帮助"), ("/幫助", "帮助")],
)
def test_command_words_in_traditional_characters_are_the_same_words(
    chat: Chat, typed: str, same: str
) -> None:
    assert chat.say(typed).text.plain == chat.say(same).text.plain


def test_an_unknown_command_says_where_help_is(chat: Chat) -> None:
    assert "/help" in chat.say("/nonsense").text.plain


def test_an_empty_archive_says_it_is_empty(store: Store) -> None:
    reader = Chat(store, Reader(user=1, chat=1))
    for command in ("/latest", "/issues", "/regions", "/columns", "/authors", "/weekly", "/random"):
        assert "没有" in reader.say(command).text.plain
    assert "没有找到" in reader.say("党员权利").text.plain


def test_a_group_gets_a_shorter_answer(group: Chat, chat: Chat) -> None:
    question = "柳湾县的作坊怎么分红"
    assert len(group.say(question).text) < len(chat.say(question).text)


def test_a_bad_verdict_asks_for_the_reason_once(chat: Chat) -> None:
    chat.say("党员有哪些权利")
    assert chat.press(words.BUTTON_BAD).text.plain == words.WHY_BAD
    assert chat.press("答非所问").toast == words.THANKS


def test_old_buttons_work_after_a_restart(chat: Chat) -> None:
    chat.say("党员有哪些权利")
    before = chat.button(words.BUTTON_READ)
    again = Chat(Store(chat.talk.store.path), chat.talk.reader)
    again.reply = chat.reply
    assert again.button(words.BUTTON_READ) == before
    assert "党员享有的权利" in again.press(words.BUTTON_READ).text.plain


def test_a_pasted_page_is_no_question(chat: Chat) -> None:
    assert "太长" in chat.say("字" * 5000).text.plain


def test_forgetting_erases_the_talk(chat: Chat) -> None:
    chat.say("党员有哪些权利")
    assert chat.say("/forget").text.plain == words.FORGOTTEN
    rows = chat.talk.store.db.execute("SELECT count(*) FROM talks").fetchone()
    assert rows == (0,)
