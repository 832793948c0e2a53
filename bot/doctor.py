"""`baowen doctor`: what is wrong with settings, store, disk and Telegram, and the mend."""

from __future__ import annotations

import asyncio
import shutil
from collections.abc import Iterator
from pathlib import Path

from telegram import Bot
from telegram.error import InvalidToken, TelegramError

from bot.logs import redacted
from bot.settings import Settings
from store import browse, health
from store.database import Store
from store.errors import StoreError

Finding = tuple[bool, str]
LEAST_FREE = 200 * 2**20
"""Bytes: a backup and a year of pages fit."""


def examine(settings: Settings, db: Path) -> Iterator[Finding]:
    """One finding a line: whether it is well, and what to do when it is not."""
    yield settings_finding(settings)
    yield from store_findings(db)
    yield disk_finding(db)
    if settings.token:
        yield asyncio.run(api_finding(settings))


def settings_finding(settings: Settings) -> Finding:
    """Whether a token is there; everything else was checked on loading."""
    if settings.token:
        return True, "设置：有令牌。"
    return True, "设置：没有令牌，只能用 demo、chat、ask；要运行机器人请设 TELEGRAM_BOT_TOKEN。"


def store_findings(db: Path) -> Iterator[Finding]:
    """Whether the store can be read and its index matches its articles."""
    if not db.exists():
        yield False, f"库：{db} 还没有；用 baowen ingest 读入版面就会建立。"
        return
    try:
        with Store(db) as store:
            held = browse.counts(store)
            yield True, f"库：{db}，{held['issues']} 期 {held['pages']} 版 {held['articles']} 篇。"
            yield from (
                ((True, "库文件完好，索引与文章一致。"),)
                if not (wrong := health.problems(store))
                else ((False, problem) for problem in wrong)
            )
    except StoreError as error:
        yield False, f"库：{error}"


def disk_finding(db: Path) -> Finding:
    """Whether there is room."""
    folder = db.absolute().parent
    if not folder.exists():
        return False, f"磁盘：目录 {folder} 不存在；请先建立。"
    free = shutil.disk_usage(folder).free
    if free < LEAST_FREE:
        return False, f"磁盘：只剩 {free // 2**20} MB；请腾出空间。"
    return True, f"磁盘：还有 {free // 2**20} MB。"


async def api_finding(settings: Settings) -> Finding:
    """Whether the Bot API answers to this token."""
    bot = Bot(
        settings.token,
        base_url=f"{settings.api_url}/bot",
        base_file_url=f"{settings.api_url}/file/bot",
    )
    try:
        async with bot:
            return True, f"Telegram：已连上，机器人是 @{bot.username}。"
    except InvalidToken:
        return False, "Telegram：令牌不对；请向 @BotFather 核对。"
    except TelegramError as error:
        said = redacted(str(error), settings.token)
        return False, f"Telegram：连不上 {settings.api_url}（{said}）；请检查网络和设置。"
