"""python-telegram-bot's Application around the conversation: every handler and job in one list."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timedelta
from typing import Any

from telegram import BotCommand, BotCommandScopeAllGroupChats, Chat, Message, Update
from telegram.error import NetworkError, TelegramError
from telegram.ext import (
    AIORateLimiter,
    Application,
    ApplicationBuilder,
    CallbackQueryHandler,
    ContextTypes,
    ExtBot,
    MessageHandler,
    filters,
)
from telegram.request import BaseRequest

from bot import outgoing, words
from bot.addressing import addressed
from bot.conversation import GROUP_COMMANDS, hear, press
from bot.incoming import InOrder, JournalQueue
from bot.reply import Reply, say
from bot.settings import Settings
from bot.talk import KEPT_DAYS, Reader, Talk
from store import asked
from store.database import Store

log = logging.getLogger(__name__)
App = Application[Any, Any, Any, Any, Any, Any]
Context = ContextTypes.DEFAULT_TYPE
UPDATES = [
    Update.MESSAGE,
    Update.EDITED_MESSAGE,
    Update.CHANNEL_POST,
    Update.CALLBACK_QUERY,
    Update.MY_CHAT_MEMBER,
]
THREADS = 4
"""Matching is work for the processor: more threads than cores only share the same time."""
PATIENCE = 1.0
"""Seconds a pressed button may wait for its reply before its clock is stopped without one."""


class Telegram:
    """The bot as Telegram sees it: hands what readers send to the conversation, sends replies."""

    def __init__(self, store: Store, settings: Settings) -> None:
        self.store = store
        self.settings = settings
        self.threads = ThreadPoolExecutor(THREADS, thread_name_prefix="talk")

    def application(
        self, request: BaseRequest | None = None, updates_request: BaseRequest | None = None
    ) -> App:
        """The Application, ready to run. The requests are seams for tests."""
        builder = (
            ApplicationBuilder()
            .token(self.settings.token)
            .base_url(f"{self.settings.api_url}/bot")
            .base_file_url(f"{self.settings.api_url}/file/bot")
            .concurrent_updates(InOrder(self.store))
            .update_queue(JournalQueue(self.store))
            .rate_limiter(AIORateLimiter(max_retries=3))
            .post_init(self.started)
            .post_shutdown(self.stopped)
        )
        if request is not None:
            builder = builder.request(request)
        else:
            builder = builder.connect_timeout(10).read_timeout(20).pool_timeout(30)
        if updates_request is not None:
            builder = builder.get_updates_request(updates_request)
        app: App = builder.build()
        text = filters.TEXT & ~filters.ChatType.CHANNEL
        app.add_handlers(
            [
                MessageHandler(text & filters.UpdateType.MESSAGES, self.on_text),
                CallbackQueryHandler(self.on_press),
                MessageHandler(
                    filters.ChatType.PRIVATE & ~filters.StatusUpdate.ALL & ~filters.TEXT,
                    self.on_other,
                ),
            ]
        )
        app.add_error_handler(self.on_error)
        if app.job_queue is not None:
            app.job_queue.run_repeating(self.tidy, timedelta(hours=6), first=60)
        return app

    async def started(self, app: App) -> None:
        """Tell Telegram the commands; take up what a crash left unanswered."""
        private = [BotCommand(name, does) for name, (_, does) in words.COMMANDS.items()]
        group = [command for command in private if command.command in GROUP_COMMANDS]
        try:
            await app.bot.set_my_commands(private)
            await app.bot.set_my_commands(group, scope=BotCommandScopeAllGroupChats())
        except TelegramError as error:
            log.warning("the command menu was not set: %s", error)
        queue = app.update_queue
        if isinstance(queue, JournalQueue) and (left := await queue.resume(app.bot)):
            log.info("%s updates from before the last stop are taken up", left)
        log.info("@%s is ready", app.bot.username)

    async def stopped(self, app: App) -> None:
        """Let the threads go."""
        self.threads.shutdown(wait=False, cancel_futures=True)

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
        reply = await self.think(lambda talk: hear(talk, text), reader)
        await outgoing.send(bot_of(context), reader, reply, answering=message.message_id)

    async def on_press(self, update: Update, context: Context) -> None:
        """A pressed button."""
        query = update.callback_query
        if query is None:
            return
        message = query.message
        reader = reader_of(update, message if isinstance(message, Message) else None)
        data = query.data or "x"
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

    async def on_other(self, update: Update, context: Context) -> None:
        """A sticker, a photo, a voice message: say kindly that only words are understood."""
        message = update.effective_message
        if message is not None:
            await outgoing.send(bot_of(context), reader_of(update, message), say(words.CANNOT_USE))

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

    async def think(self, decide: Callable[[Talk], Reply], reader: Reader) -> Reply:
        """Hold the conversation off the event loop, so that readers do not wait for each other."""
        talk = Talk(self.store, reader, datetime.now(self.settings.timezone))
        loop = asyncio.get_running_loop()
        return await loop.run_in_executor(self.threads, decide, talk)

    async def tidy(self, context: Context) -> None:
        """Drop what `/privacy` promises to drop."""
        before = datetime.now(self.settings.timezone) - timedelta(days=KEPT_DAYS)
        await asyncio.to_thread(asked.prune, self.store, before)

    def allowed(self, reader: Reader) -> bool:
        """Whether this reader or chat may use the bot at all."""
        allowed = self.settings.allowed
        return not allowed or bool({reader.user, reader.chat} & (allowed | self.settings.admins))

    def run(self) -> None:
        """Run until told to stop: by webhook when an address is set, else by long polling."""
        app = self.application()
        if not self.settings.webhook_url:
            app.run_polling(allowed_updates=UPDATES, bootstrap_retries=3, timeout=10)
            return
        host, port = self.settings.webhook_listen
        path = self.settings.webhook_url.split("://", 1)[1].partition("/")[2]
        app.run_webhook(
            host,
            port,
            url_path=path,
            webhook_url=self.settings.webhook_url,
            secret_token=self.settings.webhook_secret or None,
            allowed_updates=UPDATES,
            bootstrap_retries=3,
        )


def said(message: Message, bot: ExtBot[None], reader: Reader) -> str | None:
    """What a message says to the bot; None when it is for others."""
    if reader.kind == "private":
        return message.text
    before = message.reply_to_message
    replied = before is not None and before.from_user is not None and before.from_user.id == bot.id
    return addressed(message.text or "", bot_name=bot.username, replied=replied)


def bot_of(context: Context) -> ExtBot[None]:
    """The bot of a context, with the type it has."""
    return context.bot


def reader_of(update: Update, message: Message | None) -> Reader:
    """Who sent an update, in which chat and topic."""
    chat, user = update.effective_chat, update.effective_user
    kind = chat.type if chat else Chat.PRIVATE
    topic = message is not None and message.is_topic_message
    return Reader(
        user=user.id if user else 0,
        chat=chat.id if chat else (user.id if user else 0),
        kind="private" if kind == Chat.PRIVATE else "channel" if kind == Chat.CHANNEL else "group",
        thread=message.message_thread_id or 0 if message is not None and topic else 0,
    )
