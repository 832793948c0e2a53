"""What the bot says back: text, buttons, and how it wants them shown. Knows no transport."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from bot import words
from bot.text import Text


@dataclass(frozen=True, slots=True)
class Button:
    """A button does one thing: press sends `data` back, `copy` goes to the clipboard, `url` opens.

    `data` is at most 64 bytes of ASCII. `link`, `share` and `group` are deep-link payloads that the
    transport turns into addresses, since only it knows the bot's name: `link` opens the bot,
    `share` lets the reader pick a chat to send the address to, `group` adds the bot to a group.
    """

    label: str
    data: str | None = None
    copy: str | None = None
    url: str | None = None
    link: str | None = None
    share: str | None = None
    group: str | None = None


EMPTY = Text()
Rows = tuple[tuple[Button, ...], ...]


@dataclass(frozen=True, slots=True)
class Reply:
    """One thing said. `place` is new (a message of its own) or instead (of the message pressed).

    `toast` is the short notice of a pressed button; a Reply with only a toast changes nothing.
    `articles` are the numbers of the articles shown or listed: 全文 or 第三项呢 refers to them.
    A reply that is not `remembered` leaves no trace of the talk.
    """

    text: Text = EMPTY
    buttons: Rows = ()
    place: Literal["new", "instead"] = "new"
    toast: str = ""
    silent: bool = False
    file: tuple[str, bytes] | None = None
    articles: tuple[int, ...] = ()
    remembered: bool = True


def say(text: Text | str, *rows: tuple[Button, ...], **more: object) -> Reply:
    """A reply from a string or a Text, without the empty rows."""
    body = Text(text) if isinstance(text, str) else text
    return Reply(body, tuple(row for row in rows if row), **more)  # type: ignore[arg-type]


def pager(prefix: str, position: int, total: int, suffix: str = "") -> tuple[Button, ...]:
    """上一页 · 3/12 · 下一页 for pages counted from 0; nothing when there is only one."""
    if total <= 1:
        return ()
    row = [Button(f"{position + 1}/{total}", "x")]
    if position > 0:
        row.insert(0, Button(words.BACKWARD, f"{prefix}{position - 1}{suffix}"))
    if position < total - 1:
        row.append(Button(words.FORWARD, f"{prefix}{position + 1}{suffix}"))
    return tuple(row)
