"""Readers, wherever they are by now: replies follow a group to its supergroup, are not tried in a
chat the bot was put out of, and change nothing that looks already as it should."""

from __future__ import annotations

import asyncio
import logging
import time
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

from telegram import Message, Update
from telegram.error import BadRequest, ChatMigrated, Forbidden
from telegram.ext import ExtBot

from bot import outgoing
from bot.latest import Latest
from bot.numbering import Numbering
from bot.outgoing import Piece, shown_by
from bot.posting import Pause
from bot.refusing import refused
from bot.reply import Reply
from bot.resting import Resting
from bot.talk import Reader
from store import announcements, asked, chats, claims
from store.database import Store

log = logging.getLogger(__name__)
Run = Callable[..., Awaitable[Any]]
"""Runs a function of the store off the event loop."""


class Reach:
    """Sends the replies of the conversation to where they can be read."""

    def __init__(self, store: Store, run: Run) -> None:
        self.store = store
        self.run = run
        self.pause: Pause = asyncio.sleep
        self.out: Latest[int, datetime] = Latest()
        self.resting = Resting()
        self.numbers = Numbering()
        self.recalled: Latest[int, bool] = Latest()
        # A hash tells one screen from another as well, in a hundredth of the memory.
        self.screens: Latest[tuple[int, int], int] = Latest()
        self.moved: dict[int, int] = chats.moves(store)
        self.mute: set[int] = chats.suspended(store)

    def now(self, reader: Reader) -> Reader:
        """The reader where the chat is by now."""
        return replace(reader, chat=self.moved.get(reader.chat, reader.chat))

    async def send(
        self,
        bot: ExtBot[None],
        reader: Reader,
        reply: Reply,
        *,
        answering: Message | None = None,
        tried: int = 0,
        followed: bool = False,
    ) -> Message | None:
        """Send a reply; gives its first message, None when there is nobody to read it.

        `answering` and `tried` are those of `outgoing.send`; `followed` says that the group has
        just been followed to its supergroup. Raises TelegramError.
        """
        reader = self.now(reader)
        if self.gone(reader.chat, answering):
            return None
        here = answering is not None and answering.chat.id == reader.chat
        after = await self.spot(reader.chat, answering if here else None, tried > 0)
        parts = outgoing.pieces(reply, bot.username)
        try:
            sent = await outgoing.send(
                bot,
                reader,
                reply,
                parts,
                answering=answering.message_id if answering is not None and here else None,
                after=after,
                tried=tried,
                numbers=self.numbers,
                pause=self.pause,
            )
        except ChatMigrated as error:
            if self.moved.get(reader.chat) == error.new_chat_id or followed:
                raise
            await self.follow(reader.chat, error.new_chat_id)
            return await self.send(bot, reader, reply, followed=True)
        except (Forbidden, BadRequest) as error:
            await self.refusal(reader, error)
            return None
        await self.read(reader)
        return self.note(reader, parts, sent)

    async def spot(self, chat: int, answering: Message | None, doubtful: bool) -> int | None:
        """The message behind which a reply comes, or may have come already; None for none known."""
        # What is answered has just come in and is the newest, unless it was edited or left over.
        new = answering is not None and not answering.edit_date
        if new and not doubtful:
            return self.numbers.newest.get(chat)
        if not doubtful:
            return await self.latest(chat)
        begin = answering.message_id if answering is not None and new else self.before(chat)
        self.numbers.heard(chat, await self.run(claims.messages_after, self.store, chat, begin))
        return begin or None

    def before(self, chat: int) -> int:
        """The newest message known in a chat when the bot was started; 0 for none."""
        return self.numbers.before.get(chat, 0)

    async def took_up(self, updates: Sequence[Update]) -> None:
        """Updates are left over from before a crash: where their chats stood then."""
        for update in updates:
            self.arrived(update)
            if (chat := update.effective_chat) is not None:
                last = await self.run(claims.last_message, self.store, chat.id)
                self.numbers.before[chat.id] = last

    def arrived(self, update: Update) -> None:
        """An update has come in, though it may have to wait for others."""
        message = update.message or update.channel_post
        if message is not None:
            self.numbers.heard(message.chat.id, [message.message_id])

    async def latest(self, chat: int) -> int | None:
        """The newest message known in a chat, of those before a restart too; None for none."""
        if not self.recalled.get(chat):
            self.recalled.note(chat, True)
            last = await self.run(claims.last_message, self.store, chat)
            self.numbers.heard(chat, [last] if last else [])
        return self.numbers.newest.get(chat)

    def note(self, reader: Reader, parts: Sequence[Piece], sent: list[Message]) -> Message | None:
        """Remember what was sent; gives the first message."""
        self.numbers.heard(reader.chat, [message.message_id for message in sent])
        if len(sent) == len(parts) == 1:
            self.screens.note((reader.chat, sent[0].message_id), hash(parts[0].screen))
        return sent[0] if sent else None

    async def show(
        self, bot: ExtBot[None], reader: Reader, message: Message | int, reply: Reply
    ) -> None:
        """Put a reply in place of a message of ours, or below when that is lost.

        Nothing is asked of Telegram when the message looks like that already. Raises
        TelegramError.
        """
        number = message if isinstance(message, int) else message.message_id
        part = outgoing.single(reply, bot.username)
        key, wanted = (reader.chat, number), part.screen
        known = self.screens.get(key)
        if known is None and isinstance(message, Message):
            known = hash(shown_by(message))
        if not wanted.text or known == hash(wanted) or self.out.get(reader.chat):
            return
        self.screens.note(key, hash(wanted))
        try:
            if await outgoing.show(bot, reader.chat, number, part, self.pause):
                return
        except ChatMigrated as error:
            await self.follow(reader.chat, error.new_chat_id)
        except (Forbidden, BadRequest) as error:
            await self.refusal(reader, error)
            return
        self.screens.drop(key)
        await self.send(bot, reader, reply)

    async def refusal(self, reader: Reader, error: Forbidden | BadRequest) -> None:
        """Telegram does not let the bot write there: alerts need not try either.

        Raises the error when it is about the message.
        """
        found = refused(str(error), isinstance(error, Forbidden))
        if found.then not in ("suspend", "topic"):
            raise error
        log.info("chat %s cannot be answered: %s", reader.chat, found.why)
        if found.then == "suspend":
            self.resting.refused(reader.chat, time.monotonic())
            self.mute.add(reader.chat)
            await self.run(chats.suspend, self.store, reader.chat, found.why, datetime.now(UTC))

    async def read(self, reader: Reader) -> None:
        """A reply has arrived: the chat can be told news again, too."""
        self.resting.ended(reader.chat)
        if reader.chat in self.mute:
            self.mute.discard(reader.chat)
            await self.run(chats.resume, self.store, reader.chat, datetime.now(UTC))

    def gone(self, chat: int, answering: Message | None) -> bool:
        """Whether the bot was put out of a chat, and what it answers was said before that; or
        whether the chat is left alone because it refuses."""
        since = self.out.get(chat)
        if since is None:
            return self.resting.rests(chat, time.monotonic())
        if answering is None or answering.date <= since:
            return True
        self.out.drop(chat)
        return False

    async def follow(self, old: int, new: int) -> None:
        """A group became a supergroup: what is known of it goes along.

        Telegram tells it in both chats, and once more to whoever writes to the old one.
        """
        if self.moved.get(old) == new:
            return
        self.moved[old] = new
        for move in (asked.migrate, chats.migrate, announcements.migrate):
            await self.run(move, self.store, old, new)

    async def went(self, reader: Reader, since: datetime) -> None:
        """The bot was put out of a chat, or blocked, or may not write any more."""
        self.out.note(reader.chat, since)
        self.mute.add(reader.chat)
        why = "blocked" if reader.kind == "private" else "kicked"
        await self.run(chats.suspend, self.store, reader.chat, why, datetime.now(UTC))

    async def came(self, reader: Reader) -> None:
        """The bot may write in a chat again."""
        self.out.drop(reader.chat)
        await self.read(reader)
