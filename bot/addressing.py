"""Whom a message in a group is meant for: commands, replies to the bot, and mentions of it."""

from __future__ import annotations

import re

from bot import words

CHINESE = "|".join((*(name for name, _ in words.COMMANDS.values()), *words.ALIASES))
COMMAND = re.compile(rf"[/／](?:[A-Za-z0-9_]+|{CHINESE})(?:@(\w+))?(?:\s|$)")


def as_command(text: str, before: str) -> str:
    """What a reply to a list of ours asks for: 木垒 under 按地区看 means /regions 木垒."""
    first = before.partition("\n")[0]
    command = LISTS.get(first)
    return f"{command} {text}" if command and not text.startswith(("/", "／")) else text


LISTS = {
    words.REGIONS: "/regions",
    words.COLUMNS: "/columns",
    words.AUTHORS: "/authors",
    words.SUBSCRIBE_WORDS_HEAD: "/subscribe",
}


def addressed(text: str, *, bot_name: str, replied: bool) -> str | None:
    """What a group's message says to the bot; None when it is not for the bot.

    Telegram's privacy mode delivers commands and replies only; where it is off, or the bot is an
    administrator, everything said arrives and most of it is for others.
    """
    if match := COMMAND.match(text):
        ours = match[1] is None or match[1].lower() == bot_name.lower()
        return text if ours else None
    name = re.compile(rf"@{re.escape(bot_name)}\b", re.I)
    if name.search(text):
        return name.sub("", text).strip() or None
    return text if replied else None
