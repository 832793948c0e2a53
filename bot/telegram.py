"""python-telegram-bot's Application around the conversation: every handler and job in one list."""

from __future__ import annotations

import gc
import logging
from datetime import timedelta
from functools import partial
from typing import Any

from telegram import (
    Update,
)
from telegram.error import TelegramError
from telegram.ext import (
    Application,
    ApplicationBuilder,
    CallbackQueryHandler,
    ChatMemberHandler,
    ChosenInlineResultHandler,
    InlineQueryHandler,
    MessageHandler,
    filters,
)
from telegram.request import BaseRequest

from bot import requesting
from bot.carrying import Courier
from bot.delivering import Sender
from bot.handling import Handlers
from bot.heartbeat import Heart, Pulsing
from bot.heralding import Herald
from bot.incoming import InOrder, JournalQueue, patience
from bot.introducing import Owners, introduce
from bot.pacing import Pacing
from bot.reporting import Reporter
from bot.settings import Settings
from bot.sifting import Sifting
from bot.talk import Reader
from bot.watching import Watcher
from bot.webhook import Webhook
from store.database import Store
from store.lease import beat

log = logging.getLogger(__name__)
App = Application[Any, Any, Any, Any, Any, Any]
OWNER = Reader(user=0, chat=0)
"""In whose name the bot does what nobody asked for just now."""
UPDATES = [
    Update.MESSAGE,
    Update.EDITED_MESSAGE,
    Update.CHANNEL_POST,
    Update.CALLBACK_QUERY,
    Update.INLINE_QUERY,
    Update.CHOSEN_INLINE_RESULT,
    Update.MY_CHAT_MEMBER,
]


class Telegram:
    """The bot as Telegram sees it: hands what readers send to the conversation, sends replies."""

    def __init__(self, store: Store, settings: Settings) -> None:
        self.store = store
        self.settings = settings
        self.handlers = Handlers(store, settings)
        self.pacing = Pacing(paid=settings.paid_rate)
        self.heart = Heart(partial(beat, store.path))
        self.courier: Courier | None = None
        self.workers: tuple[Herald | Watcher | Reporter | Sender, ...] = ()

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
            .update_queue(JournalQueue(self.store, seen=self.handlers.reach.arrived))
            .rate_limiter(self.pacing)
            .request(request or requesting.request())
            .get_updates_request(
                Pulsing(Sifting(updates_request or requesting.request(requesting.HELD)), self.heart)
            )
            .post_init(self.started)
            .post_stop(self.stopping)
            .post_shutdown(self.stopped)
        )
        app: App = builder.build()
        do = self.handlers
        private, new = filters.ChatType.PRIVATE, filters.UpdateType.MESSAGE
        text = (filters.TEXT | filters.CAPTION) & ~filters.ChatType.CHANNEL
        app.add_handlers(
            [
                MessageHandler(filters.StatusUpdate.MIGRATE, do.on_migration),
                MessageHandler(filters.Document.ALL & private & new, do.on_document),
                MessageHandler(text & filters.UpdateType.MESSAGES, do.on_text),
                MessageHandler(filters.LOCATION & private & new, do.on_location),
                MessageHandler(
                    filters.UpdateType.CHANNEL_POST & filters.COMMAND, do.on_channel_post
                ),
                ChatMemberHandler(do.on_membership, ChatMemberHandler.MY_CHAT_MEMBER),
                CallbackQueryHandler(do.on_press),
                InlineQueryHandler(do.on_inline),
                ChosenInlineResultHandler(do.on_chosen),
                # What is edited without words is a shared place that moves.
                MessageHandler(private & new & ~filters.StatusUpdate.ALL, do.on_other),
            ]
        )
        owners = filters.ChatType.PRIVATE & filters.Chat(self.settings.admins)
        app.add_handler(MessageHandler(owners, Owners().on_message), group=1)
        app.add_error_handler(do.on_error)
        do.reach.pause = partial(patience, lambda: app.running)
        if app.job_queue is not None:
            app.job_queue.run_repeating(do.tidy, timedelta(hours=6), first=60)
            if self.settings.webhook_url:
                app.job_queue.run_repeating(self.heart.ask, timedelta(seconds=30), first=0)
        return app

    async def started(self, app: App) -> None:
        """Tell Telegram the commands; take up what a crash left unanswered."""
        await introduce(app.bot)
        await self.handlers.warm_up()
        queue = app.update_queue
        if isinstance(queue, JournalQueue) and (left := await queue.resume(app.bot)):
            log.info("%s updates from before the last stop are taken up", len(left))
            await self.handlers.reach.took_up(left)
        self.courier = Courier(
            self.store,
            app.bot,
            self.pacing,
            lambda: self.handlers.now,
            paid=bool(self.settings.paid_rate),
        )
        talk, tell = partial(self.handlers.talk, OWNER), partial(self.tell, app)
        self.workers = (
            Herald(self.courier),
            Watcher(self.store, self.settings, talk, tell),
            Reporter(tell),
            Sender(self.courier, self.settings),
        )
        for worker in self.workers:
            await worker.start()
        self.heart.notify("READY=1")
        log.info("@%s is ready", app.bot.username)

    async def for_good(self, app: App) -> None:
        """Start, for as long as the process lives."""
        await self.started(app)
        # Looking through all the tables that were loaded takes a third of a second, in which no
        # reader is answered; nothing of them is ever garbage.
        gc.collect()
        gc.freeze()

    async def tell(self, app: App, sentence: str) -> None:
        """Say something to the administrators; who cannot be reached is left out."""
        for admin in sorted(self.settings.admins):
            try:
                await app.bot.send_message(admin, sentence)
            except TelegramError as error:
                log.warning("administrator %s could not be told: %s", admin, error)

    async def stopping(self, app: App) -> None:
        """Send no further alerts while Telegram can still be reached for those on their way."""
        self.heart.notify("STOPPING=1")
        for worker in self.workers:
            await worker.stop()
        if self.courier is not None:
            self.courier.close()

    async def stopped(self, app: App) -> None:
        """Let the threads go."""
        self.handlers.threads.shutdown(wait=True, cancel_futures=True)

    def run(self) -> None:
        """Run until told to stop: by webhook when an address is set, else by long polling."""
        app = self.application()
        app.post_init = self.for_good
        if not self.settings.webhook_url:
            app.run_polling(allowed_updates=UPDATES, bootstrap_retries=3, timeout=10)
            return
        app.updater = Webhook(app.bot, app.update_queue, self.settings, UPDATES)
        app.run_webhook(bootstrap_retries=3)
