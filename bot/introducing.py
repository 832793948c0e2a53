"""What Telegram shows of the bot before anybody writes: its menus, by scope, and its description.

Telegram is asked first and told only what differs, so that a restart sends nothing. Everything is
set for Chinese too: what an earlier program set there for the same token would hide ours. Readers
with any other language see the lists without a language (Bot API, BotCommandScope, "Determining
list of commands").
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Iterable, Mapping
from typing import NamedTuple

from telegram import (
    BotCommand,
    BotCommandScope,
    BotCommandScopeAllChatAdministrators,
    BotCommandScopeAllGroupChats,
    BotCommandScopeAllPrivateChats,
    BotCommandScopeChat,
    BotCommandScopeDefault,
    MenuButton,
    MenuButtonCommands,
    Update,
)
from telegram.error import TelegramError
from telegram.ext import ContextTypes, ExtBot

from bot import words

log = logging.getLogger(__name__)
LANGUAGES = ("", "zh")
PATIENCE = 5.0
"""Seconds that readers wait at most for the menu to be set before they are answered."""
GROUP = words.GROUP_MENU
"""What the menu offers in groups: the reading, not the housekeeping."""
MANAGING = ("subscribe", "unsubscribe", "subscriptions", "settings")
"""What it offers to those who administer a group as well."""


class Menu(NamedTuple):
    """The commands that are offered in a scope."""

    scope: BotCommandScope
    commands: tuple[BotCommand, ...]


def menus() -> tuple[Menu, ...]:
    """The menus of everybody."""
    everything = listed(words.COMMANDS)
    return (
        Menu(BotCommandScopeDefault(), everything),
        Menu(BotCommandScopeAllPrivateChats(), everything),
        Menu(BotCommandScopeAllGroupChats(), listed(words.COMMANDS, GROUP)),
        Menu(BotCommandScopeAllChatAdministrators(), listed(words.COMMANDS, GROUP + MANAGING)),
    )


def owners_menu(admin: int) -> Menu:
    """The menu in the private chat of an administrator of the bot."""
    commands = (*listed(words.COMMANDS), *listed(words.ADMIN_COMMANDS))
    return Menu(BotCommandScopeChat(admin), commands)


def listed(
    commands: Mapping[str, tuple[str, str]], names: Iterable[str] | None = None
) -> tuple[BotCommand, ...]:
    """The commands, or those of `names`, with what they do."""
    return tuple(BotCommand(name, commands[name][1]) for name in names or commands)


async def introduce(bot: ExtBot[None], patience: float = PATIENCE) -> None:
    """Set the menus and descriptions that are not as they should be; a refusal is only logged.

    What takes longer than `patience` seconds is left for the next start.
    """
    steps = [show_button(bot)]
    for language in LANGUAGES:
        steps += [offer(bot, menu, language) for menu in menus()]
        steps += [describe(bot, language), describe_shortly(bot, language)]
    await all_of(steps, patience)


class Owners:
    """Gives the administrators of the bot their menu when they write for the first time since the
    start: before that there may be no chat to set a menu for."""

    def __init__(self) -> None:
        self.known: set[int] = set()

    async def on_message(self, update: Update, context: ContextTypes.DEFAULT_TYPE) -> None:
        """A message of an administrator's in the private chat."""
        chat = update.effective_chat
        if chat is not None and chat.id not in self.known:
            self.known.add(chat.id)
            menu = owners_menu(chat.id)
            await all_of(offer(context.bot, menu, language) for language in LANGUAGES)


async def all_of(steps: Iterable[Awaitable[None]], patience: float = PATIENCE) -> None:
    """Take steps that do not wait for each other, each for so many seconds at most."""
    timed = (asyncio.wait_for(step, patience) for step in steps)
    for failure in await asyncio.gather(*timed, return_exceptions=True):
        if isinstance(failure, TelegramError | TimeoutError):
            log.warning("a menu or description was not set: %s", str(failure) or "no answer")
        elif failure is not None:
            raise failure


async def offer(bot: ExtBot[None], menu: Menu, language: str) -> None:
    """Set a menu unless it is set."""
    if await bot.get_my_commands(menu.scope, language) != menu.commands:
        await bot.set_my_commands(menu.commands, menu.scope, language)


async def describe(bot: ExtBot[None], language: str) -> None:
    """Set the description, which an empty chat shows, unless it is set."""
    if (await bot.get_my_description(language)).description != words.DESCRIPTION:
        await bot.set_my_description(words.DESCRIPTION, language)


async def describe_shortly(bot: ExtBot[None], language: str) -> None:
    """Set the short description, which the bot's profile and shared links show, unless it is."""
    if (await bot.get_my_short_description(language)).short_description != words.SHORT_DESCRIPTION:
        await bot.set_my_short_description(words.SHORT_DESCRIPTION, language)


async def show_button(bot: ExtBot[None]) -> None:
    """Let the button beside the text field open the menu unless it does."""
    if (await bot.get_chat_menu_button()).type != MenuButton.COMMANDS:
        await bot.set_chat_menu_button(menu_button=MenuButtonCommands())
