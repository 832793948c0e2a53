"""/help, where it is asked for."""

from bot import words
from bot.talk import Reader
from store.database import Store
from store.intake import take
from store.model import Page
from store.pages import page_from_bytes
from tests.conftest import Chat


def test_help_in_a_group_is_short_and_says_how_to_ask_there(group: Chat) -> None:
    said = group.say("/help").text.plain
    assert words.HELP_IN_GROUP in said
    assert "/export" not in said
    assert len(said.splitlines()) <= 12


def test_help_in_private_names_every_command(chat: Chat) -> None:
    said = chat.say("/help").text.plain
    assert all(f"/{name}" in said for name in words.COMMANDS)


def test_papers_beyond_those_named_are_said_to_be_there(store: Store) -> None:
    chat = Chat(store, Reader(user=7, chat=7))
    for paper in ("青禾日报", "双桥晚报", "岭上周报", "渡口时报"):
        raw = f"{paper} 2026年3月10日 第1版\n\n梨树剪枝有门道\n\n本报讯 果农们忙着剪枝。".encode()
        take(store, *page_of(raw, f"{paper}_2026-03-10_1.txt"))
    assert "》等报纸逐篇" in chat.say("你是谁").text.plain


def test_one_paper_is_not_said_to_be_several(chat: Chat) -> None:
    assert "等报纸" not in chat.say("你是谁").text.plain


def page_of(raw: bytes, name: str) -> tuple[Page, bytes, str]:
    """What the store takes for a page in a file."""
    made, encoding = page_from_bytes(raw, name)
    return made, raw, encoding
