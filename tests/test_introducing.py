"""What Telegram shows of the bot: menus by scope and language, descriptions, the menu button."""

import asyncio
from typing import Any

import pytest
from telegram.ext import ApplicationBuilder

from bot import words
from bot.introducing import GROUP, MANAGING, introduce, owners_menu
from tests.playing import CHIEF, TOKEN, Play
from tests.recording import RecordingRequest, message


class Shown(RecordingRequest):
    """A Telegram that remembers what it was told to show."""

    def __init__(self) -> None:
        super().__init__()
        self.shown: dict[str, Any] = {}

    def result(self, name: str, values: dict[str, Any]) -> Any:
        what = name.removeprefix("set").removeprefix("get")
        key = f"{what} {values.get('scope')} {values.get('language_code')}"
        if name.startswith("setMy") or name == "setChatMenuButton":
            kind = {"MyCommands": "commands", "ChatMenuButton": "menu_button"}.get(what)
            self.shown[key] = values[kind] if kind else values
        elif name.startswith("get") and key in self.shown:
            return self.shown[key]
        return super().result(name, values)


def introduced(
    request: RecordingRequest, patience: float = 5.0
) -> list[tuple[str, dict[str, Any]]]:
    """Start once; gives what was set."""
    before = len(request.calls)

    async def once() -> None:
        bot = ApplicationBuilder().token(TOKEN).request(request).build().bot
        await introduce(bot, patience)

    asyncio.run(once())
    return [call for call in request.calls[before:] if call[0].startswith("set")]


def menus(request: RecordingRequest, language: str) -> dict[str, list[str]]:
    """The commands by scope."""
    return {
        values["scope"]["type"]: [one["command"] for one in values["commands"]]
        for values in request.sent("setMyCommands")
        if values.get("language_code") == language
    }


@pytest.mark.parametrize("language", ["", "zh"])
def test_every_place_has_its_menu_whatever_the_language(language: str) -> None:
    request = RecordingRequest()
    introduced(request)
    found = menus(request, language)
    assert found["default"] == found["all_private_chats"] == list(words.COMMANDS)
    assert found["all_group_chats"] == list(GROUP)
    assert found["all_chat_administrators"] == [*GROUP, *MANAGING]


def test_what_is_shown_is_chinese_and_short_enough() -> None:
    request = RecordingRequest()
    introduced(request)
    entries = [one for call in request.sent("setMyCommands") for one in call["commands"]]
    assert all("\u4e00" <= entry["description"][0] <= "\u9fff" for entry in entries)
    assert len(words.DESCRIPTION) <= 512 and len(words.SHORT_DESCRIPTION) <= 120
    assert len(request.sent("setMyDescription")) == len(request.sent("setMyShortDescription")) == 2


def test_a_restart_sends_nothing_that_is_shown_already() -> None:
    request = Shown()
    assert introduced(request)
    assert introduced(request) == []


def test_what_an_earlier_program_left_for_chinese_is_replaced() -> None:
    request = Shown()
    introduced(request)
    key = next(key for key in request.shown if "ALL_PRIVATE" in key and key.endswith("zh"))
    request.shown[key] = [{"command": "old", "description": "别的机器人"}]
    assert len(introduced(request)) == 1
    assert request.shown[key][0]["command"] == "start"


def test_a_menu_that_is_refused_keeps_nothing_else_from_being_set(
    caplog: pytest.LogCaptureFixture,
) -> None:
    request = RecordingRequest()
    request.answers = {
        "setMyDescription": (
            429,
            {"ok": False, "error_code": 429, "description": "x", "parameters": {"retry_after": 9}},
        )
    }
    introduced(request)
    assert len(request.sent("setMyCommands")) == 8
    assert "description was not set" in caplog.text


def test_a_menu_that_takes_for_ever_does_not_keep_the_bot_from_starting(
    caplog: pytest.LogCaptureFixture,
) -> None:
    class Hanging(RecordingRequest):
        async def do_request(self, url: str, *args: Any, **values: Any) -> tuple[int, bytes]:
            if url.endswith("setMyDescription"):
                await asyncio.Event().wait()
            return await super().do_request(url, *args, **values)

    request = Hanging()
    introduced(request, 0.05)
    assert len(request.sent("setMyCommands")) == 8
    assert "was not set" in caplog.text


def test_an_administrator_gets_the_menu_with_the_first_message(play: Play) -> None:
    request = play(message("/about"), message("/help", update=2), settings=CHIEF)
    scopes = [call["scope"] for call in request.sent("setMyCommands")]
    assert [one["chat_id"] for one in scopes if one["type"] == "chat"] == [7, 7]
    assert "announce" in [one.command for one in owners_menu(7).commands]


def test_an_administrator_who_never_wrote_is_not_asked_for(play: Play) -> None:
    scopes = [call["scope"] for call in play(settings=CHIEF).sent("setMyCommands")]
    assert all(one["type"] != "chat" for one in scopes)
