"""/help, where it is asked for."""

from bot import words
from tests.conftest import Chat


def test_help_in_a_group_is_short_and_says_how_to_ask_there(group: Chat) -> None:
    said = group.say("/help").text.plain
    assert words.HELP_IN_GROUP in said
    assert "/export" not in said
    assert len(said.splitlines()) <= 12


def test_help_in_private_names_every_command(chat: Chat) -> None:
    said = chat.say("/help").text.plain
    assert all(f"/{name}" in said for name in words.COMMANDS)
