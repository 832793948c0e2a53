"""What is done with each kind of update: the conversation asked, its reply sent."""

from __future__ import annotations

import asyncio
import logging
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any, TypeVar

from telegram import Document, Message, Update
from telegram.constants import ChatID
from telegram.error import BadRequest, NetworkError, TelegramError
from telegram.ext import ContextTypes, ExtBot

from bot import outgoing, words
from bot.addressing import addressed
from bot.arrival import reader_of, said
from bot.asking import Memory
from bot.by_name import locate
from bot.conversation import (
    for_channel,
    hear,
    needs_manager,
    needs_manager_to_press,
    press,
)
from bot.documents import not_understood, taken, to_import
from bot.fairness import Fairness
from bot.inlining import Offers, offered
from bot.membership import managing, turn
from bot.reply import Reply, say
from bot.settings import Settings
from bot.starting import welcome
from bot.talk import KEPT_DAYS, Reader, Talk
from store import announcements, asked, chats
from store.database import Store
from store.places import gazetteer_of

log = logging.getLogger(__name__)
T = TypeVar("T")
Context = ContextTypes.DEFAULT_TYPE
THREADS = 4
"""Matching is work for the processor: more threads than cores only share the same time."""
INLINE_SECONDS = 30
"""How long Telegram may reuse an inline answer for the same reader."""
PATIENCE = 1.0
"""Seconds a pressed button may wait for its reply before its clock is stopped without one."""


class Handlers:
    """Hands what readers send to the conversation, off the event loop, and sends its replies."""

    def __init__(self, store: Store, settings: Settings) -> None:
        self.store = store
        self.settings = settings
        self.memory = Memory()
        self.fairness = Fairness()
        self.threads = ThreadPoolExecutor(THREADS, thread_name_prefix="talk")

    async def on_text(self, update: Update, context: Context) -> None:
        """A message: a command, a Chinese command word, a follow-up or a question."""
        message = update.effective_message
        if message is None or not message.text:
            return
        reader = reader_of(update, message)
        text = said(message, bot_of(context), reader)
        if text is None:
            return
        if not self.allowed(reader):
            await outgoing.send(bot_of(context), reader, say(words.NOT_ALLOWED))
            return
        if not await self.fair(reader, context):
            return
        if (file := to_import(message)) and reader.kind == "private":
            await self.take(context, file, self.talk(reader).reader)
            return
        if needs_manager(text):
            reader = await managing(bot_of(context), reader, message)
        reply = await self.think(lambda talk: hear(talk, text), reader)
        if update.edited_message is not None and await self.corrected(context, message, reply):
            return
        sent = await outgoing.send(bot_of(context), reader, reply, answering=message.message_id)
        if sent is not None:
            await self.in_thread(
                asked.replied,
                self.store,
                reader.chat,
                message.message_id,
                sent.message_id,
                self.now,
            )

    async def corrected(self, context: Context, message: Message, reply: Reply) -> bool:
        """Show the answer to an edited message in place of the answer it had; False without one."""
        chat = message.chat.id
        before = await self.in_thread(asked.reply_to, self.store, chat, message.message_id)
        if before is None:
            return False
        await outgoing.show(bot_of(context), chat, before, reply)
        return True

    async def fair(self, reader: Reader, context: Context) -> bool:
        """Wait as long as a reader who floods must; False when the message is dropped."""
        turn = self.fairness.turn(reader.user, time.monotonic())
        if turn.tell:
            await outgoing.send(bot_of(context), reader, say(words.SLOWER))
        if turn.wait:
            await asyncio.sleep(turn.wait)
        return not turn.drop

    async def on_inline(self, update: Update, context: Context) -> None:
        """Words typed behind the bot's name in any chat."""
        query = update.inline_query
        if query is None:
            return
        reader = Reader(query.from_user.id, query.from_user.id)
        found = Offers(())
        if self.allowed(reader):
            found = await self.in_thread(offered, self.talk(reader), query.query, query.offset)
        name = bot_of(context).username
        results = [outgoing.inline_result(offer, name) for offer in found.results]
        try:
            await query.answer(
                results, cache_time=INLINE_SECONDS, is_personal=True, next_offset=found.next
            )
        except BadRequest as error:
            if not outgoing.harmless(error):
                raise

    async def on_migration(self, update: Update, context: Context) -> None:
        """A group became a supergroup: what is known of it goes along."""
        message = update.effective_message
        if message is not None and message.migrate_to_chat_id is not None:
            for follow in (asked.migrate, chats.migrate, announcements.migrate):
                await self.in_thread(
                    follow, self.store, message.chat.id, message.migrate_to_chat_id
                )

    async def on_channel_post(self, update: Update, context: Context) -> None:
        """A post in a channel: whoever posts there administers it, and only commands are for us."""
        message = update.effective_message
        if message is None or not message.text:
            return
        reader = replace(reader_of(update, message), manages=True)
        text = addressed(message.text, bot_name=bot_of(context).username, replied=False)
        if text is not None and self.allowed(reader) and for_channel(text):
            reply = await self.think(lambda talk: hear(talk, text), reader)
            await outgoing.send(bot_of(context), reader, reply)

    async def on_membership(self, update: Update, context: Context) -> None:
        """The bot was added to a chat, thrown out, blocked, or let in again."""
        change = update.my_chat_member
        if change is None:
            return
        reader, turned = reader_of(update, None), turn(change)
        if turned == "out":
            why = "blocked" if reader.kind == "private" else "kicked"
            await self.in_thread(chats.suspend, self.store, reader.chat, why, self.now)
        elif turned == "in":
            await self.in_thread(chats.resume, self.store, reader.chat, self.now)
            if reader.kind == "group" and self.allowed(reader):
                await outgoing.send(bot_of(context), reader, welcome())

    async def on_press(self, update: Update, context: Context) -> None:
        """A pressed button."""
        query = update.callback_query
        if query is None:
            return
        if not self.allowed(reader_of(update, None)):
            await outgoing.notice(query, words.NOT_ALLOWED)
            return
        message = query.message
        reader = reader_of(update, message if isinstance(message, Message) else None)
        data = query.data or "x"
        if needs_manager_to_press(data):
            reader = await managing(bot_of(context), reader, None)
        thinking = asyncio.ensure_future(self.think(lambda talk: press(talk, data), reader))
        done, _ = await asyncio.wait({thinking}, timeout=PATIENCE)
        if not done:
            await outgoing.notice(query)
        reply = await thinking
        if done:
            await outgoing.notice(query, reply.toast)
        if reply.place == "instead" and isinstance(message, Message):
            await outgoing.show(bot_of(context), message.chat.id, message.message_id, reply)
        else:
            await outgoing.send(bot_of(context), reader, reply)

    async def on_location(self, update: Update, context: Context) -> None:
        """A shared location: the articles of the nearest county."""
        message = update.effective_message
        if message is None or message.location is None:
            return
        reader, spot = reader_of(update, message), message.location
        if self.allowed(reader):
            reply = await self.think(
                lambda talk: locate(talk, spot.latitude, spot.longitude), reader
            )
            await outgoing.send(bot_of(context), reader, reply)

    async def on_other(self, update: Update, context: Context) -> None:
        """A sticker, a photo, a voice message: say kindly that only words are understood."""
        message = update.effective_message
        if message is not None:
            reader = reader_of(update, message)
            if not self.allowed(reader):
                return
            reply = not_understood(message, admin=self.talk(reader).reader.admin)
            await outgoing.send(bot_of(context), reader, reply)

    async def on_document(self, update: Update, context: Context) -> None:
        """A file: subscriptions, or a page of an administrator's, else nothing understood."""
        message = update.effective_message
        reader = self.talk(reader_of(update, message)).reader
        if message is None or message.document is None or not self.allowed(reader):
            return
        # An administrator may send the pages of an issue all at once.
        if not reader.admin and not await self.fair(reader, context):
            return
        if not await self.take(context, message.document, reader):
            await self.on_other(update, context)

    async def take(self, context: Context, document: Document, reader: Reader) -> bool:
        """Do with a file what it is for; False when it is for nothing."""
        turn = await taken(document, reader)
        if turn is None:
            return False
        reply = turn if isinstance(turn, Reply) else await self.think(turn, reader)
        await outgoing.send(bot_of(context), reader, reply)
        return True

    async def on_error(self, update: object, context: Context) -> None:
        """A bug keeps its traceback in the log; the reader gets one sentence."""
        error = context.error
        if isinstance(error, NetworkError):
            log.warning("Telegram: %s", error)
            return
        log.error("an update was not handled", exc_info=error)
        if isinstance(update, Update) and update.effective_chat is not None:
            message = update.effective_message
            try:
                await outgoing.send(bot_of(context), reader_of(update, message), say(words.BROKEN))
            except TelegramError:
                log.warning("the reader could not be told either")

    async def warm_up(self) -> None:
        """Load tables and places before the first reader asks, who would wait for them."""
        now = self.now.date()
        await self.in_thread(self.memory.ask, self.store, words.WARM_UP, now)
        await self.in_thread(gazetteer_of, self.store)

    async def think(self, decide: Callable[[Talk], Reply], reader: Reader) -> Reply:
        """Hold the conversation off the event loop, so that readers do not wait for each other."""
        return await self.in_thread(decide, self.talk(reader))

    async def in_thread(self, function: Callable[..., T], *args: Any) -> T:
        """Run a function of the store in one of the conversation's threads."""
        loop = asyncio.get_running_loop()
        return await loop.run_in_executor(self.threads, function, *args)

    def talk(self, reader: Reader) -> Talk:
        """A turn of the conversation, now."""
        # Anonymous administrators of all groups share one user id, so it proves nothing.
        admin = reader.user in self.settings.admins - {ChatID.ANONYMOUS_ADMIN}
        known = replace(reader, admin=admin)
        return Talk(self.store, known, self.now, self.memory, self.settings)

    @property
    def now(self) -> datetime:
        """The moment, in the paper's time zone."""
        return datetime.now(self.settings.timezone)

    async def tidy(self, context: Context) -> None:
        """Drop what `/privacy` promises to drop."""
        before = self.now - timedelta(days=KEPT_DAYS)
        await self.in_thread(asked.prune, self.store, before)

    def allowed(self, reader: Reader) -> bool:
        """Whether this reader or chat may use the bot at all."""
        allowed = self.settings.allowed
        return not allowed or bool({reader.user, reader.chat} & (allowed | self.settings.admins))


def bot_of(context: Context) -> ExtBot[None]:
    """The bot of a context, with the type it has."""
    return context.bot
