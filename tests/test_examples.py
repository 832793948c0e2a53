"""What the help gives as examples works with the archive that is there."""

import re
from datetime import date

from bot import words
from bot.asking import Memory
from bot.talk import Reader
from store.database import Store
from tests.conftest import Chat
from tests.newsroom import page

TODAY = date(2026, 3, 20)


def quoted(chat: Chat) -> list[str]:
    """The questions that the help gives as examples."""
    line = next(line for line in chat.say("/help").text.plain.split("\n") if "地区、栏目" in line)
    return re.findall("“(.+?)”", line)


def test_every_question_of_the_help_is_answered_from_the_archive(chat: Chat) -> None:
    assert len(quoted(chat)) == 2
    for question in quoted(chat):
        assert Memory().ask(chat.talk.store, question, TODAY).found, question


def test_every_example_of_subscribing_is_understood_as_it_stands(chat: Chat) -> None:
    given = [line for line in chat.say("/subscribe").text.plain.split("\n") if line[0] == "/"]
    assert given[0] == "/subscribe 桐岗县"
    for line in given[:2]:
        assert chat.say(line).text.plain.startswith("已订阅")
        assert "关键词" not in chat.reply.text.plain


def test_the_example_behind_a_command_is_answered(chat: Chat) -> None:
    example = chat.say("/ask").text.plain.partition("/ask ")[2]
    assert chat.say(f"/ask {example}").articles


def test_another_archive_gives_other_examples(store: Store) -> None:
    page(store, place="柳湾村")
    chat = Chat(store, Reader(7, 7))
    assert chat.say("/ask").text.plain.endswith("/ask 梨树剪枝有门道")
    assert "《青禾日报》" in chat.say("/about").text.plain


def test_an_empty_archive_names_no_place(store: Store) -> None:
    chat = Chat(store, Reader(7, 7))
    assert quoted(chat) == []
    assert "县" not in chat.say("/subscribe").text.plain
    assert words.PAPERS in chat.say("/about").text.plain
