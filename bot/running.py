"""`baowen run`: settings checked, the store opened, the bot held until it is told to stop."""

from __future__ import annotations

import asyncio
from pathlib import Path

from telegram import Bot
from telegram.error import Conflict, InvalidToken, NetworkError, TelegramError

from bot import logs
from bot.settings import RunError, Settings
from bot.telegram import Telegram
from store.database import Store
from store.lease import alone

WAITS = (1.0, 2.0, 4.0)
"""Seconds between tries to reach Telegram: at boot the network may come up after the bot."""


def run(settings: Settings, db: Path) -> None:
    """Run the bot. Raises RunError, SettingsError or StoreError for what an owner can mend."""
    if not settings.token:
        raise RunError("没有令牌：请向 @BotFather 申请，写进 .env 的 TELEGRAM_BOT_TOKEN。")
    if settings.webhook_url and not settings.webhook_secret:
        raise RunError("用 webhook 要设 WEBHOOK_SECRET（自取一串字母和数字），以防冒充。")
    logs.set_up(settings.log_level, settings.token)
    with Store(db) as store, alone(db):
        try:
            asyncio.run(reach(settings))
            Telegram(store, settings).run()
        except InvalidToken:
            raise RunError("Telegram 不认这个令牌；请核对 TELEGRAM_BOT_TOKEN。") from None
        except Conflict:
            raise RunError("这个令牌正被另一个程序使用；请先停掉另一个机器人。") from None
        except NetworkError as error:
            said = logs.redacted(str(error), settings.token)
            raise RunError(
                f"连不上 {settings.api_url}（{said}）；请检查网络、代理和 TELEGRAM_API_URL。"
            ) from None
        except TelegramError as error:
            said = logs.redacted(str(error), settings.token)
            raise RunError(f"Telegram 拒绝了：{said}") from None
        except OSError as error:
            raise RunError(f"不能在 WEBHOOK_LISTEN 上监听：{error.strerror or error}。") from None


async def reach(settings: Settings) -> None:
    """Ask Telegram who we are, before anything else starts. Raises TelegramError.

    python-telegram-bot asks too, but prints a traceback for what one sentence says.
    """
    bot = Bot(settings.token, base_url=f"{settings.api_url}/bot")
    for wait in (*WAITS, None):
        try:
            async with bot.request:
                await bot.get_me()
            return
        except NetworkError:
            if wait is None:
                raise
            await asyncio.sleep(wait)
