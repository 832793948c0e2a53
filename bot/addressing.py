"""Whom a message in a group is meant for: commands, replies to the bot, and mentions of it."""

from __future__ import annotations

import re

from bot import words

CHINESE = (*(name for name, _ in words.COMMANDS.values()), *words.ALIASES)
OURS = frozenset((*words.COMMANDS, *CHINESE))
COMMAND = re.compile(rf"[/／](?P<name>[A-Za-z0-9_]+|{'|'.join(CHINESE)})(?:@(?P<bot>\w+))?(?:\s|$)")


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
    administrator, everything said arrives and most of it is for others, a command that is none of
    ours and names nobody, too. Who says the bot's name and nothing else asks for help.
    """
    if match := COMMAND.match(text):
        if match["bot"] is None:
            return text if replied or match["name"].lower() in OURS else None
        return text if match["bot"].lower() == bot_name.lower() else None
    bare = unmentioned(text, bot_name)
    if bare != text.strip():
        return bare or "/help"
    return text if replied else None


def unmentioned(text: str, bot_name: str) -> str:
    """A text without the bot's name."""
    return re.sub(rf"@{re.escape(bot_name)}\b", "", text, flags=re.I).strip()
