"""Before the first page is read, every way in says what to do."""

import pytest

from bot import owner_words, words
from bot.talk import Reader
from store.database import Store
from tests.conftest import Chat
from tests.newsroom import page

WAYS = [
    "/latest",
    "/random",
    "/weekly",
    "/issues",
    "/regions",
    "/columns",
    "/authors",
    "党员有哪些权利",
]


@pytest.mark.parametrize("way", WAYS)
def test_a_reader_is_told_to_come_back(store: Store, way: str) -> None:
    chat = Chat(store, Reader(user=7, chat=7))
    assert words.EMPTY in chat.say(way).text.plain


@pytest.mark.parametrize("way", WAYS)
def test_the_owner_is_told_how_pages_come_in(store: Store, way: str) -> None:
    chat = Chat(store, Reader(user=7, chat=7, admin=True))
    assert owner_words.EMPTY in chat.say(way).text.plain


def test_what_one_can_subscribe_to_says_so_too(store: Store) -> None:
    chat = Chat(store, Reader(user=7, chat=7))
    chat.say("/subscribe")
    assert words.EMPTY in chat.press(words.BUTTON_COLUMN).text.plain
    assert words.BUTTON_BACK in chat.labels


def test_an_archive_without_a_study_corner_names_the_columns(store: Store) -> None:
    page(store)
    chat = Chat(store, Reader(user=7, chat=7))
    assert chat.say("/weekly").text.plain == words.NO_WEEKLY
