"""Subscribing as readers do: by buttons, by words, by links, in private and in groups."""

import json

import pytest

from bot import record_words, words
from bot.addressing import as_command
from bot.command_words import changes, needs_manager
from bot.conversation import needs_manager_to_press
from bot.settings import Settings
from bot.talk import Reader, Talk
from store import articles, chats, subscriptions
from store.chats import Target
from store.database import Store
from store.wishes import Wish
from tests.conftest import Chat

REGION = "云中省/青禾市"


def wishes(chat: Chat, target: Target | None = None) -> list[Wish]:
    held = subscriptions.of(chat.talk.store, target or Target(chat.talk.reader.chat))
    return [one.wish for one in held]


def manager(store: Store) -> Chat:
    return Chat(store, Reader(user=7, chat=-70, kind="group", manages=True))


def test_everything_is_two_taps_away(chat: Chat) -> None:
    chat.say("/subscribe")
    assert "已订阅：全部" in chat.press(words.BUTTON_EVERYTHING).text.plain
    assert wishes(chat) == [Wish()]


def test_the_papers_own_region_is_two_taps_away(chat: Chat) -> None:
    chat.say("订阅")
    chat.press("青禾市")
    assert wishes(chat) == [Wish(region=REGION)]


@pytest.mark.parametrize(
    ("typed", "wish"),
    [
        ("全部", Wish()),
        ("每周一学", Wish(study=True)),
        ("柳湾县", Wish(region=f"{REGION}/柳湾县")),
        ("柳湾县 每周一学", Wish(region=f"{REGION}/柳湾县", study=True)),
        ("学习角", Wish(column="学习角")),
        ("尹小川", Wish(author="尹小川")),
        ("青禾日报", Wish(paper="青禾日报")),
        ("夜校 -手机", Wish(words=("夜校",), without=("手机",))),
    ],
)
def test_words_subscribe_at_once(chat: Chat, typed: str, wish: Wish) -> None:
    assert "已订阅" in chat.say(f"/subscribe {typed}").text.plain
    assert wishes(chat) == [wish]


def test_a_new_subscription_can_be_taken_back(chat: Chat) -> None:
    chat.say("/subscribe 全部")
    chat.press(words.BUTTON_UNDO)
    assert wishes(chat) == []


def test_the_same_wish_twice_is_one_subscription(chat: Chat) -> None:
    chat.say("/subscribe 夜校")
    assert "早已订阅" in chat.say("/subscribe 夜校").text.plain
    assert words.BUTTON_UNDO not in chat.labels
    assert len(wishes(chat)) == 1


def test_a_name_of_several_places_is_asked_back(chat: Chat) -> None:
    chat.say("/subscribe 朝阳区")
    assert len(chat.labels) > 1
    chat.press("北京")
    assert wishes(chat) == [Wish(region="北京市/朝阳区")]


def test_a_place_that_is_a_word_too_may_be_meant_as_the_word(chat: Chat) -> None:
    chat.say("/subscribe 和平")
    chat.press("关键词")
    assert wishes(chat) == [Wish(words=("和平",))]


def test_a_region_is_chosen_in_its_tree_and_a_leaf_needs_no_more(chat: Chat) -> None:
    chat.say("/subscribe")
    chat.press(words.BUTTON_REGION)
    assert any("全境" in label for label in chat.labels)
    chat.press("桐岗县")
    chat.press("白石滩镇")
    while wishes(chat) == []:
        chat.press("全境" if any("全境" in label for label in chat.labels) else "村")
    assert str(wishes(chat)[0].region).startswith(f"{REGION}/桐岗县/白石滩镇")


def test_columns_and_authors_are_chosen_from_lists(chat: Chat) -> None:
    chat.say("/subscribe")
    chat.press(words.BUTTON_COLUMN)
    chat.press("学习角")
    chat.say("/subscribe")
    chat.press(words.BUTTON_AUTHOR)
    chat.press("尹小川")
    assert wishes(chat) == [Wish(column="学习角"), Wish(author="尹小川")]


def test_the_message_after_the_keyword_button_is_the_keywords(chat: Chat) -> None:
    chat.say("/subscribe")
    chat.press(words.BUTTON_WORDS)
    again = Chat(Store(chat.talk.store.path), chat.talk.reader)
    assert "已订阅" in again.say("夜校 -手机").text.plain
    assert wishes(chat) == [Wish(words=("夜校",), without=("手机",))]
    assert "已订阅" not in chat.say("夜校").text.plain


def test_a_question_after_the_keyword_button_is_answered(chat: Chat) -> None:
    chat.say("/subscribe")
    chat.press(words.BUTTON_WORDS)
    assert "党员享有的权利" in chat.say("党员有哪些权利？").text.plain
    assert wishes(chat) == []


def test_a_chat_has_so_many_subscriptions_and_no_more(samples: Store) -> None:
    chat = Chat(samples, Reader(user=7, chat=7))
    chat.talk = Talk(
        samples, chat.talk.reader, chat.talk.now, chat.talk.memory, Settings(subscriptions=2)
    )
    chat.say("/subscribe 夜校、磨坊、小磨坊")
    assert "最多" in chat.say("/subscribe 手机").text.plain
    assert len(wishes(chat)) == 2


def test_the_like_of_an_article_is_offered_under_its_answer(chat: Chat) -> None:
    chat.say("柳湾县的作坊")
    chat.press(words.BUTTON_LIKE)
    chat.press("柳湾县")
    assert wishes(chat) == [Wish(region=f"{REGION}/柳湾县")]


def test_a_link_subscribes(chat: Chat) -> None:
    assert "已订阅：每周一学" in chat.say("/start s_w").text.plain
    assert wishes(chat) == [Wish(study=True)]


def test_a_broken_link_subscribes_to_nothing(chat: Chat) -> None:
    for payload in ("s_999999", "s_x", "r_999999", "i_999999", "s_-_-"):
        assert chat.say(f"/start {payload}").text.plain == words.LINK_DEAD
    assert wishes(chat) == []


def test_links_lead_to_a_region_and_to_an_issue(chat: Chat) -> None:
    chat.say("/regions 柳湾县")
    chat.say("/latest")
    assert "2026-03-10" in chat.say("/start i_1").text.plain


def test_only_managers_change_a_groups_subscriptions(group: Chat, samples: Store) -> None:
    assert group.say("/subscribe 全部").text.plain == words.MANAGERS_ONLY
    assert group.say("/start s_0").text.plain == words.MANAGERS_ONLY
    chief = manager(samples)
    chief.say("/subscribe")
    group.reply = chief.reply
    assert group.press(words.BUTTON_EVERYTHING).toast == words.MANAGERS_ONLY
    chief.press(words.BUTTON_EVERYTHING)
    assert wishes(chief) == [Wish()]
    assert chats.get(samples, Target(-70)).kind == "group"


def test_a_topic_has_subscriptions_of_its_own(samples: Store) -> None:
    topic = Chat(samples, Reader(user=7, chat=-70, kind="group", thread=5, manages=True))
    topic.say("/subscribe 全部")
    assert wishes(topic, Target(-70, 5)) == [Wish()]
    assert wishes(topic, Target(-70)) == []


def test_what_needs_a_manager_is_known_before_it_is_done() -> None:
    assert needs_manager("/subscribe 全部")
    assert needs_manager("退订")
    assert needs_manager("/start s_0")
    assert not needs_manager("/latest")
    assert not needs_manager("党员有哪些权利")
    assert needs_manager_to_press("sa:0")
    assert not needs_manager_to_press("s:1:0")
    assert not changes("subscriptions", "")


def test_an_export_holds_the_subscriptions_and_forgetting_erases_them(chat: Chat) -> None:
    chat.say("/subscribe 柳湾县")
    file = chat.say("/export").file
    assert file is not None
    exported = json.loads(file[1])
    assert exported["subscriptions"][0]["region"] == f"{REGION}/柳湾县"
    chat.say("/forget")
    assert wishes(chat) == []


def test_a_group_is_not_shown_what_is_kept_of_a_reader(group: Chat) -> None:
    reply = group.say("/export")
    assert reply.file is None
    assert reply.text.plain == record_words.EXPORT_PRIVATELY


def test_verb_and_name_may_be_run_together(chat: Chat) -> None:
    assert "已订阅：柳湾县" in chat.say("订阅柳湾县").text.plain
    assert "已退订：柳湾县" in chat.say("退订柳湾县").text.plain
    assert "订阅" not in chat.say("订阅怎么收费").text.plain.removeprefix("报上没有找到“订阅")


def test_running_together_does_not_get_round_the_managers(group: Chat) -> None:
    assert group.say("订阅柳湾县").text.plain == words.MANAGERS_ONLY
    assert needs_manager("订阅柳湾县")


def test_a_command_ends_the_waiting_for_keywords(chat: Chat) -> None:
    chat.say("/subscribe")
    chat.press(words.BUTTON_WORDS)
    chat.say("/latest")
    chat.say("夜校手机课")
    assert wishes(chat) == []


def test_in_a_channel_keywords_need_a_command(samples: Store) -> None:
    channel = Chat(samples, Reader(user=0, chat=-200, kind="channel", manages=True))
    channel.say("/subscribe")
    assert "/subscribe" in channel.press(words.BUTTON_WORDS).text.plain


def test_a_reply_to_the_request_for_keywords_is_the_keywords() -> None:
    asked = f"{words.SUBSCRIBE_WORDS_HEAD}\n例如……"
    assert as_command("夜校 -手机", asked) == "/subscribe 夜校 -手机"


def test_a_misspelt_name_is_asked_about_and_not_taken_for_a_keyword(chat: Chat) -> None:
    said = chat.say("/subscribe 学习脚").text.plain
    assert "学习脚" in said and wishes(chat) == []
    chat.press("学习角")
    assert wishes(chat) == [Wish(column="学习角")]


def test_who_means_the_misspelt_word_gets_it(chat: Chat) -> None:
    chat.say("/subscribe 学习脚")
    chat.press("关键词")
    assert wishes(chat) == [Wish(words=("学习脚",))]


def test_a_place_nobody_knows_is_not_silently_a_keyword(chat: Chat) -> None:
    chat.say("/subscribe 大河沿县")
    assert wishes(chat) == []
    assert words.BUTTON_REGION in chat.labels
    chat.press(words.BUTTON_REGION)
    assert "柳湾县" in str(chat.labels)


def test_a_keyword_says_that_it_is_one_and_what_it_would_have_brought(chat: Chat) -> None:
    said = chat.say("/subscribe 夜校").text.plain
    count = sum("夜校" in str(one) for one in articles.everything(chat.talk.store))
    assert words.KEYWORD.format(words="“夜校”", count=count) in said
    said = chat.say("/subscribe 元宇宙").text.plain
    assert words.KEYWORD_NEVER.format(words="“元宇宙”", count=0) in said


def test_a_place_says_nothing_of_keywords(chat: Chat) -> None:
    assert "关键词" not in chat.say("/subscribe 柳湾县").text.plain


def test_the_short_name_of_a_place_that_is_also_a_word_is_asked_about(chat: Chat) -> None:
    chat.say("/subscribe 后坡")
    assert [label for label in chat.labels if "后坡村" in label]


@pytest.mark.parametrize("said", ["取消", "算了"])
def test_keywords_that_were_asked_for_need_not_be_given(chat: Chat, said: str) -> None:
    chat.say("/subscribe")
    chat.press(words.BUTTON_WORDS)
    assert chat.say(said).text.plain == words.CANCELLED
    assert wishes(chat) == []


def test_what_goes_beyond_the_limit_is_told_with_what_does_not(chat: Chat) -> None:
    talk = chat.talk
    chat.talk = Talk(talk.store, talk.reader, talk.now, talk.memory, Settings(subscriptions=2))
    said = chat.say("/subscribe 学习角、短讯、谷雨、夜校").text.plain
    assert len(wishes(chat)) == 2
    assert words.SUBSCRIPTIONS_LEFT.format(count=2, limit=2) in said


def test_a_keyword_that_only_sounds_like_a_place_is_taken_at_once(chat: Chat) -> None:
    chat.say("/subscribe 美丽乡村")
    assert wishes(chat) == [Wish(words=("美丽乡村",))]
