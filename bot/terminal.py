"""The same conversation in a terminal: lines in, replies out, buttons by number."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime
from itertools import count
from typing import TextIO

from bot import terminal_words
from bot.asking import Memory
from bot.conversation import hear, press
from bot.reply import Button, Reply
from bot.settings import Settings
from bot.talk import Reader, Talk
from bot.text import Text
from store.database import Store

OWNER = Reader(user=0, chat=0, admin=True)
"""Whoever has the store's file is its owner."""
READABLE = (".json", ".txt")
BOLD, QUIET, PLAIN = "\033[1m", "\033[2m", "\033[0m"


class Terminal:
    """A reader at a terminal. `color` shows emphasis by ANSI codes, else by 【】."""

    def __init__(
        self, store: Store, settings: Settings, out: TextIO, *, color: bool = False
    ) -> None:
        self.store = store
        self.settings = settings
        self.out = out
        self.color = color
        self.buttons: list[Button] = []
        self.memory = Memory()

    def say(self, line: str) -> None:
        """Answer one line: a button's number, or anything one may type in the chat."""
        now = datetime.now(self.settings.timezone)
        talk = Talk(self.store, OWNER, now, self.memory, self.settings)
        line = line.strip()
        if line.isdecimal() and len(line) <= 2 and self.buttons:
            self.show(self.pressed(talk, int(line)))
        else:
            self.show(hear(talk, line))

    def pressed(self, talk: Talk, number: int) -> Reply:
        """What button `number` (from 1) does."""
        if not 1 <= number <= len(self.buttons):
            return Reply(Text(terminal_words.TERMINAL_NO_BUTTON))
        button = self.buttons[number - 1]
        if button.copy is not None:
            return Reply(Text(button.copy))
        if button.share is not None:
            return Reply(Text(terminal_words.TERMINAL_SHARE.format(payload=button.share)))
        if button.data is None:
            return Reply(Text(terminal_words.TERMINAL_TELEGRAM_ONLY))
        return press(talk, button.data)

    def show(self, reply: Reply) -> None:
        """Print a reply; its buttons replace those before, if it has any."""
        if reply.toast and not reply.text.plain:
            print(reply.toast, file=self.out)
        if reply.text.plain:
            print(rendered(reply.text, color=self.color), file=self.out)
        if reply.file is not None and reply.file[0].endswith(READABLE):
            print(reply.file[1].decode(), file=self.out)
        if any(reply.buttons):
            self.buttons = [button for row in reply.buttons for button in row if pressable(button)]
            print(*numbered(reply.buttons), sep="\n", file=self.out)
        print(file=self.out, flush=True)


def pressable(button: Button) -> bool:
    """Whether a button does something; the others tell the position in a list."""
    return button.data != "x"


def numbered(rows: Iterable[tuple[Button, ...]]) -> Iterator[str]:
    """Rows of buttons with their numbers, as one line each."""
    numbers = count(1)
    for row in rows:
        labels = [f"[{next(numbers)}] {b.label}" if pressable(b) else b.label for b in row]
        if labels:
            yield "  ".join(labels)


def rendered(text: Text, *, color: bool) -> str:
    """Bold as ANSI or 【】, quotations behind a bar."""
    on, off = (BOLD, PLAIN) if color else ("【", "】")
    signs: dict[int, str] = {}
    for mark in text.marks:
        if mark.style == "bold":
            signs[mark.start] = signs.get(mark.start, "") + on
            signs[mark.end] = off + signs.get(mark.end, "")
    quoted = [(m.start, m.end) for m in text.marks if m.style in ("quote", "fold")]
    lines, at = [], 0
    for line in text.plain.split("\n"):
        bar = "│ " if line and any(start <= at < end for start, end in quoted) else ""
        end = at + len(line)
        pieces = [signs.get(i, "") + text.plain[i] for i in range(at, end)]
        # The sign of a mark that begins on the next line must not be drawn here too.
        last = signs.get(end, "")
        lines.append(bar + "".join(pieces) + (last if last.startswith(off) else ""))
        at = end + 1
    return "\n".join(lines)


def converse(terminal: Terminal, lines: Iterable[str], *, echo: bool) -> None:
    """Hold the conversation over `lines`; `echo` prints each before its reply, for transcripts."""
    for line in lines:
        if echo:
            print(f"> {line.rstrip()}", file=terminal.out)
        if line.strip():
            terminal.say(line)


def typed() -> Iterator[str]:
    """Lines typed at the prompt, until an empty one or the end of input."""
    while True:
        try:
            line = input("> ")
        except (EOFError, KeyboardInterrupt):
            return
        if not line.strip():
            return
        yield line
