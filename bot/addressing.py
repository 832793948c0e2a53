"""Whom a message in a group is meant for: commands, replies to the bot, and mentions of it."""

from __future__ import annotations

import re

COMMAND = re.compile(r"/[A-Za-z0-9_]+(?:@(\w+))?(?:\s|$)")


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
