"""What is done with each kind of update: the conversation asked, its reply sent."""

from __future__ import annotations

import asyncio
import logging
import time
from collections.abc import Coroutine
from dataclasses import replace
from typing import Any

from telegram import CallbackQuery, Document, Message, Update
from telegram.error import BadRequest, TelegramError

from bot import outgoing, words
from bot.addressing import addressed
from bot.arrival import pointed, pressed_in, reader_of, said
from bot.by_name import locate
from bot.command_words import for_channel, needs_manager
from bot.conversation import hear, needs_manager_to_press, press
from bot.documents import not_understood, taken, to_import
from bot.hosting import Context, bot_of
from bot.incoming import InOrder, JournalQueue, LeftUndone
from bot.inline_updates import InlineUpdates
from bot.latest import Latest
from bot.membership import managing, turn
from bot.posting import passing
from bot.reply import Reply, say
from bot.settings import Settings
from bot.starting import welcome
from bot.talk import Reader
from bot.tapping import Tap, Taps
from store import asked
from store.database import Store

log = logging.getLogger(__name__)
PATIENCE = 1.0
"""Seconds a pressed button may wait for its reply before its clock is stopped without one."""
ALBUMS = 1000
"""Albums remembered: each of its pictures comes as a message, and one answer is enough."""


class Handlers(InlineUpdates):
    """Hands what readers send to the conversation, and sends its replies."""

    def __init__(self, store: Store, settings: Settings) -> None:
        super().__init__(store, settings)
        self.albums: Latest[str, bool] = Latest(ALBUMS)
        self.taps = Taps()

    async def on_text(self, update: Update, context: Context) -> None:
        """Words, or a picture's: a command, a Chinese command word, a follow-up or a question."""
        message = update.effective_message
        if message is None:
            return
        reader = self.reach.now(reader_of(update, message))
        text = said(message, bot_of(context), reader)
        if text is None:
            return
        if message.media_group_id is not None:
            self.albums.note(message.media_group_id, True)
        if not self.allowed(reader):
            await self.reach.send(bot_of(context), reader, say(words.NOT_ALLOWED))
            return
        if not await self.fair(reader, context):
            return
        if (file := to_import(message)) and reader.kind == "private":
            await self.take(context, file, self.talk(reader).reader)
            return
        if needs_manager(text):
            reader = await managing(bot_of(context), reader, message)
        about = pointed(message, bot_of(context))
        reply = await self.think(lambda talk: hear(talk, text, about), reader)
        if update.edited_message is None or not await self.corrected(
            context, reader, message, reply
        ):
            await self.answer(context, reader, update, message, reply)

    async def answer(
        self, context: Context, reader: Reader, update: Update, message: Message, reply: Reply
    ) -> None:
        """Send the reply to a message, and note which it is for the day the message is edited."""
        tried = times_before(update, context)
        sent = await self.reach.send(bot_of(context), reader, reply, answering=message, tried=tried)
        if sent is not None and reply.remembered:
            await self.remember(context, update, message, sent)

    async def remember(
        self, context: Context, update: Update, message: Message, sent: Message
    ) -> None:
        """Note which message of ours follows on another, and that the update is dealt with."""
        await self.in_thread(
            asked.replied,
            self.store,
            message.chat.id,
            message.message_id,
            sent.message_id,
            self.now,
            update.update_id,
        )
        leave(context, update)

    async def corrected(
        self, context: Context, reader: Reader, message: Message, reply: Reply
    ) -> bool:
        """Show the answer to an edited message in place of the answer it had; False without one."""
        if reply.file is not None or message.chat.id != reader.chat:
            return False
        before = await self.in_thread(asked.reply_to, self.store, reader.chat, message.message_id)
        if before is None:
            return False
        await self.reach.show(bot_of(context), reader, before, reply)
        return True

    async def on_migration(self, update: Update, context: Context) -> None:
        """A group became a supergroup: both say so, and what is known of it goes along."""
        message = update.effective_message
        if message is None:
            return
        old, new = message.chat.id, message.chat.id
        old = message.migrate_from_chat_id or old
        new = message.migrate_to_chat_id or new
        if old != new:
            await self.reach.follow(old, new)

    async def on_channel_post(self, update: Update, context: Context) -> None:
        """A post in a channel: whoever posts there administers it, and only commands are for us."""
        message = update.effective_message
        if message is None or not message.text:
            return
        reader = replace(reader_of(update, message), manages=True)
        text = addressed(message.text, bot_name=bot_of(context).username, replied=False)
        if text is not None and self.allowed(reader) and for_channel(text):
            reply = await self.think(lambda talk: hear(talk, text), reader)
            await self.reach.send(bot_of(context), reader, reply, answering=message)

    async def on_membership(self, update: Update, context: Context) -> None:
        """The bot was added to a chat, thrown out, blocked, silenced, or let in again."""
        change = update.my_chat_member
        if change is None:
            return
        reader, turned = reader_of(update, None), turn(change)
        if turned == "out":
            await self.reach.went(reader, change.date)
        elif turned is not None:
            await self.reach.came(reader)
        if turned == "in" and reader.kind == "group" and self.allowed(reader):
            await self.reach.send(bot_of(context), reader, welcome())

    async def on_press(self, update: Update, context: Context) -> None:
        """A pressed button."""
        query = update.callback_query
        if query is None:
            return
        if query.message is None:
            # Nobody says where it was pressed; under an inline result we show links only.
            await outgoing.notice(query, words.GONE)
            return
        message = pressed_in(query)
        reader = self.reach.now(reader_of(update, message))
        if not self.allowed(reader):
            await outgoing.notice(query, words.NOT_ALLOWED)
            return
        data = query.data or "x"
        tap = Tap(reader.chat, query.message.message_id, reader.user, data)
        if (told := self.taps.repeated(tap, time.monotonic())) is not None:
            await outgoing.notice(query, told)
            return
        reply, toast = await self.pressed(query, self.decided(context, data, reader))
        await asyncio.gather(toast, self.react(context, reader, update, message, reply))
        self.taps.note(tap, reply, time.monotonic())

    async def decided(self, context: Context, data: str, reader: Reader) -> Reply:
        """The reply to a button, once it is known whether its reader may press it."""
        if needs_manager_to_press(data):
            reader = await managing(bot_of(context), reader, None)
        return await self.think(lambda talk: press(talk, data), reader)

    async def pressed(
        self, query: CallbackQuery, deciding: Coroutine[Any, Any, Reply]
    ) -> tuple[Reply, asyncio.Future[None]]:
        """The reply to a button, and the answer that stops its clock, which is under way."""
        thinking = asyncio.ensure_future(deciding)
        done, _ = await asyncio.wait({thinking}, timeout=PATIENCE)
        if done:
            reply = thinking.result()
            return reply, asyncio.ensure_future(outgoing.notice(query, reply.toast))
        early = asyncio.ensure_future(outgoing.notice(query))
        return await thinking, early

    async def react(
        self,
        context: Context,
        reader: Reader,
        update: Update,
        message: Message | None,
        reply: Reply,
    ) -> None:
        """Show what a button leads to: in place of its message, or below it."""
        here = message is not None and message.chat.id == reader.chat
        if reply.place == "instead" and here and message is not None:
            await self.reach.show(bot_of(context), reader, message, reply)
            return
        tried = times_before(update, context)
        sent = await self.reach.send(bot_of(context), reader, reply, tried=tried)
        if sent is not None and message is not None and reply.remembered:
            await self.remember(context, update, message, sent)

    async def on_location(self, update: Update, context: Context) -> None:
        """A shared location: the articles of the nearest county."""
        message = update.effective_message
        if message is None or message.location is None:
            return
        reader, spot = reader_of(update, message), message.location
        if self.allowed(reader) and await self.fair(reader, context):
            reply = await self.think(
                lambda talk: locate(talk, spot.latitude, spot.longitude), reader
            )
            await self.reach.send(bot_of(context), reader, reply, answering=message)

    async def on_other(self, update: Update, context: Context) -> None:
        """A sticker, a photo, a voice message: say kindly that only words are understood."""
        message = update.effective_message
        if message is None:
            return
        reader, album = reader_of(update, message), message.media_group_id
        if not self.allowed(reader) or (album is not None and self.albums.get(album)):
            return
        if album is not None:
            self.albums.note(album, True)
        if await self.fair(reader, context):
            reply = not_understood(message, admin=self.talk(reader).reader.admin)
            await self.reach.send(bot_of(context), reader, reply, answering=message)

    async def on_document(self, update: Update, context: Context) -> None:
        """A file: subscriptions, or a page of an administrator's, else its words or nothing."""
        message = update.effective_message
        reader = self.talk(reader_of(update, message)).reader
        if message is None or message.document is None or not self.allowed(reader):
            return
        # An administrator may send the pages of an issue all at once.
        if not reader.admin and not await self.fair(reader, context):
            return
        if await self.take(context, message.document, reader):
            return
        await (self.on_text if message.caption else self.on_other)(update, context)

    async def take(self, context: Context, document: Document, reader: Reader) -> bool:
        """Do with a file what it is for; False when it is for nothing."""
        turn = await taken(document, reader)
        if turn is None:
            return False
        reply = turn if isinstance(turn, Reply) else await self.think(turn, reader)
        await self.reach.send(bot_of(context), reader, reply)
        return True

    async def on_error(self, update: object, context: Context) -> None:
        """A bug keeps its traceback in the log; the reader gets one sentence."""
        error = context.error
        if isinstance(error, LeftUndone) and isinstance(update, Update):
            leave(context, update)
            return
        if isinstance(error, BadRequest) or (isinstance(error, TelegramError) and passing(error)):
            log.warning("Telegram: %s", error)
            return
        log.error("an update was not handled", exc_info=error)
        if isinstance(update, Update) and update.effective_chat is not None:
            if update.callback_query is not None:
                await outgoing.notice(update.callback_query)
            reader = reader_of(update, update.effective_message)
            try:
                await self.reach.send(bot_of(context), reader, say(words.BROKEN))
            except TelegramError:
                log.warning("the reader could not be told either")


def leave(context: Context, update: Update) -> None:
    """Let nothing be noted at the end of an update: it stays open, or it is closed already."""
    processor = context.application.update_processor
    if isinstance(processor, InOrder):
        processor.leave(update.update_id)


def times_before(update: Update, context: Context) -> int:
    """How often an update was taken up after a crash, so that it may have been answered already."""
    queue = context.update_queue
    return queue.resumed.get(update.update_id, 0) if isinstance(queue, JournalQueue) else 0
