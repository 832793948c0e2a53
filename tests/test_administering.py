"""What administrators do in the chat: announcements, counts, the review queue."""

from dataclasses import replace

from bot import owner_words, words
from bot.page_files import arrived
from bot.talk import Reader
from store import announcements, subscriptions
from store.chats import Target
from store.database import Store
from store.wishes import Wish
from tests.conftest import NOW, Chat
from tests.newsroom import NAME, PAGE


def send(chief: Chat, text: str = PAGE, name: str = NAME) -> str:
    chief.reply = arrived(chief.talk, name, text.encode())
    return chief.reply.text.plain


def test_readers_have_no_administrators_commands(chat: Chat) -> None:
    for name in words.ADMIN_COMMANDS:
        assert chat.say(f"/{name}").text.plain == words.UNKNOWN_COMMAND


def test_an_administrator_in_a_group_is_a_reader(samples: Store) -> None:
    group = Chat(samples, Reader(user=1, chat=-70, kind="group", admin=True))
    assert group.say("/stats").text.plain == words.UNKNOWN_COMMAND


def test_readers_may_ask_with_the_words_of_administrators(chat: Chat) -> None:
    assert owner_words.STATS_WEEKS not in chat.say("统计").text.plain


def test_every_administrators_command_answers(chief: Chat) -> None:
    for name, (chinese, _) in words.ADMIN_COMMANDS.items():
        assert chief.say(f"/{name}").text.plain, name
        assert chief.say(chinese).text.plain != words.UNKNOWN_COMMAND


def test_counts_come_as_text_and_as_a_picture(chief: Chat, chat: Chat) -> None:
    chat.talk = replace(chat.talk, store=chief.talk.store)
    chat.say("比特币现在多少钱")
    reply = chief.say("/stats")
    assert "比特币现在多少钱" in reply.text.plain
    assert reply.file is not None
    assert reply.file[1].startswith(b"\x89PNG")


def test_what_readers_were_not_helped_with_is_listed_page_by_page(chief: Chat, chat: Chat) -> None:
    chat.talk = replace(chat.talk, store=chief.talk.store)
    for number in range(16):
        chat.say(f"比特币{number}号现在多少钱")
    chat.say("比特币3号现在多少钱")
    chief.say("/stats")
    first = chief.press(owner_words.BUTTON_MISSES).text.plain
    assert owner_words.MISSES.format(count=16) in first
    assert "比特币3号现在多少钱（2 次）" in first.splitlines()[1]
    assert "多少钱" in chief.press("下一页").text.plain
    assert owner_words.MISSES_NONE in chief.press(owner_words.BUTTON_UNHELPFUL).text.plain


def test_the_reasons_readers_give_stand_beside_the_question(chief: Chat, chat: Chat) -> None:
    chat.talk = replace(chat.talk, store=chief.talk.store)
    chat.say("党员有哪些权利")
    chat.press(words.BUTTON_BAD)
    chat.press("答非所问")
    chief.say("/stats")
    assert "党员有哪些权利：答非所问" in chief.press(owner_words.BUTTON_UNHELPFUL).text.plain


def test_an_announcement_is_shown_first_and_goes_out_when_confirmed(chief: Chat) -> None:
    store = chief.talk.store
    assert chief.say("/announce 明天停报").text.plain == owner_words.ANNOUNCE_NOBODY
    for number in (11, 12, 13):
        subscriptions.add(store, Target(number), Wish(), NOW)
    assert "3 个聊天" in chief.say("/announce 明天停报").text.plain
    assert announcements.waiting(store, NOW) is None
    chief.press("发给 3 个聊天")
    notice = announcements.waiting(store, NOW)
    assert notice is not None
    assert notice.text == "明天停报"


def test_a_cancelled_announcement_is_not_sent_and_a_second_press_does_nothing(
    chief: Chat,
) -> None:
    subscriptions.add(chief.talk.store, Target(11), Wish(), NOW)
    chief.say("/announce 明天停报")
    preview = chief.reply
    chief.press(words.BUTTON_CANCEL)
    chief.reply = preview
    assert chief.press("发给").toast == owner_words.ANNOUNCE_DONE
    assert announcements.waiting(chief.talk.store, NOW) is None


def test_review_shows_what_is_doubtful_and_can_be_ticked_off(chief: Chat) -> None:
    rows = [
        f'{{"title": "{title}", "paragraphs": ["桥头立了一块"], "flags": ["damaged"]}}'
        for title in ("石桥通车", "木桥加固")
    ]
    send(chief, "\n".join(rows), "more.jsonl")
    chief.press(owner_words.BUTTON_PUBLISH)
    first = chief.say("/review")
    assert owner_words.BUTTON_REVIEWED in chief.labels
    assert chief.press(owner_words.BUTTON_REVIEWED).text.plain != first.text.plain
