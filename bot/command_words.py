"""Which command a line is, by its slash or its Chinese word, and whom that command is for. Pure."""

from __future__ import annotations

import re

from bot import words
from store.fold import fold

COMMAND = re.compile(r"[/／]([A-Za-z0-9_]+)(?:@\w+)?(?:\s+(.*))?", re.S)
MARKS = "!！?？.。~～"
"""What may stand behind a Chinese command word that is typed alone."""
RUN_TOGETHER = frozenset({"subscribe", "unsubscribe"})
"""Commands whose Chinese word may be followed by a name without a space."""
MANAGED = frozenset({"subscribe", "unsubscribe", "settings"})
"""Commands that in a group or channel are for those who administer it."""
ADMIN_CHINESE = {chinese: name for name, (chinese, _) in words.ADMIN_COMMANDS.items()}
CHINESE = {chinese: name for name, (chinese, _) in words.COMMANDS.items()} | words.ALIASES


def command_in(text: str, *, admin: bool = False) -> tuple[str | None, str]:
    """The command a line begins with, by its slash or its Chinese word alone, and what follows.

    The words of administrators' commands are everyday words: others ask questions with them.
    """
    if match := COMMAND.fullmatch(text):
        return match[1].lower(), (match[2] or "").strip()
    first, *rest = text.removeprefix("/").removeprefix("／").split(maxsplit=1) or [""]
    first = fold(first.partition("@")[0].rstrip(MARKS))
    name = CHINESE.get(first) or (ADMIN_CHINESE.get(first) if admin else None)
    return (name, "".join(rest).strip()) if name else (None, text)


def changes(name: str, rest: str) -> bool:
    """Whether a command changes what a chat is sent."""
    return name in MANAGED or (name == "start" and rest.startswith("s_"))


def needs_manager(text: str) -> bool:
    """Whether a line said in a group is for those who manage it, so that this must be found out."""
    text = text.strip()
    name, rest = command_in(text)
    return changes(name, rest) if name is not None else CHINESE.get(fold(text[:2])) in RUN_TOGETHER


def for_channel(text: str) -> bool:
    """Whether a post in a channel is for the bot: a command about what the channel is sent."""
    name, _ = command_in(text) if text.startswith(("/", "／")) else (None, "")
    return name in {*MANAGED, "subscriptions", "start"}
