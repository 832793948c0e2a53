"""Who is talking, where, and with which archive: what every handler is given."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from bot.asking import Memory
from bot.settings import Settings
from store.database import Store
from store.talks import Place

DEFAULTS = Settings()


@dataclass(frozen=True, slots=True)
class Reader:
    """A reader in a chat. `thread` is the forum topic, 0 for none.

    `manages` tells whether the reader administers the group or channel; it is found out only when
    a command or button needs it. `admin` is an administrator of the bot.
    """

    user: int
    chat: int
    kind: Literal["private", "group", "channel"] = "private"
    thread: int = 0
    manages: bool = False
    admin: bool = False

    @property
    def at_terminal(self) -> bool:
        """Whether this is the owner at a terminal, whom Telegram cannot reach."""
        return self.chat == 0

    @property
    def responsible(self) -> bool:
        """Whether the reader may change what this chat is sent."""
        return self.kind == "private" or self.manages

    @property
    def place(self) -> Place:
        """The key under which the talk is kept."""
        return Place(self.chat, self.thread, self.user)


@dataclass(frozen=True, slots=True)
class Talk:
    """One turn of a conversation: the archive, the reader and the moment."""

    store: Store
    reader: Reader
    now: datetime
    memory: Memory
    settings: Settings = DEFAULTS

    @property
    def brief(self) -> bool:
        """Whether to be short, because others are listening."""
        return self.reader.kind != "private"
