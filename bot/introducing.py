"""What Telegram shows of the bot before anybody writes: its menu, by scope, and its description."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from telegram import (
    BotCommand,
    BotCommandScopeAllGroupChats,
    BotCommandScopeAllPrivateChats,
    BotCommandScopeChat,
    MenuButtonCommands,
)
from telegram.error import BadRequest
from telegram.ext import ExtBot

from bot import words

GROUP = ("ask", "latest", "regions", "columns", "issues", "weekly", "help")
"""What the menu offers in groups: the reading, not the housekeeping."""


async def introduce(bot: ExtBot[None], admins: Iterable[int]) -> None:
    """Set the menus and the descriptions. Raises TelegramError."""
    everyone = menu(words.COMMANDS)
    await bot.set_my_commands(everyone)
    await bot.set_my_commands(everyone, scope=BotCommandScopeAllPrivateChats())
    await bot.set_my_commands(menu(words.COMMANDS, GROUP), scope=BotCommandScopeAllGroupChats())
    await bot.set_my_description(words.DESCRIPTION)
    await bot.set_my_short_description(words.SHORT_DESCRIPTION)
    await bot.set_chat_menu_button(menu_button=MenuButtonCommands())
    for admin in admins:
        try:
            await bot.set_my_commands(
                [*everyone, *menu(words.ADMIN_COMMANDS)], scope=BotCommandScopeChat(admin)
            )
        except BadRequest:
            # An administrator who has never written to the bot has no chat to set a menu for.
            continue


def menu(
    commands: Mapping[str, tuple[str, str]], names: Iterable[str] | None = None
) -> list[BotCommand]:
    """The commands, or those of `names`, with what they do."""
    return [BotCommand(name, commands[name][1]) for name in names or commands]
