"""`baowen doctor`: what is wrong with settings, store, disk, inbox and Telegram, and the mend."""

from __future__ import annotations

import asyncio
import os
import shutil
import time
from collections.abc import Iterator
from math import ceil
from pathlib import Path
from statistics import median

from telegram import Bot
from telegram.error import InvalidToken, TelegramError
from telegram.request import BaseRequest

from bot import requesting
from bot.logs import redacted
from bot.pacing import OVERALL
from bot.settings import Settings
from store import browse, chats, health
from store.database import Store
from store.errors import StoreError
from store.lease import silence

Finding = tuple[bool, str]
LEAST_FREE = 200 * 2**20
"""Bytes: a backup and a year of pages fit."""
LONG = 600
"""Seconds in which an issue should have reached everybody."""
SILENT = 120
"""Seconds without an answer from Telegram, which polling gets every ten, that mean something is
wrong."""
TRIES = 3
"""Requests whose median time is taken for the way to Telegram and back."""


def examine(settings: Settings, db: Path) -> Iterator[Finding]:
    """One finding a line: whether it is well, and what to do when it is not."""
    yield settings_finding(settings)
    yield from store_findings(db)
    yield disk_finding(db)
    if settings.inbox is not None:
        yield inbox_finding(settings.inbox)
    yield alive_finding(db)
    if settings.token:
        yield from asyncio.run(api_findings(settings, subscribed(db)))


def settings_finding(settings: Settings) -> Finding:
    """Whether a token is there; everything else was checked on loading."""
    if settings.token and not settings.admins:
        return True, "设置：有令牌；没有设 BAOWEN_ADMINS，出了错没有人会收到提醒。"
    if settings.token:
        return True, "设置：有令牌，有管理员。"
    return True, "设置：没有令牌，只能用 demo、chat、ask；要运行机器人请设 TELEGRAM_BOT_TOKEN。"


def store_findings(db: Path) -> Iterator[Finding]:
    """Whether the store can be read and written and its index matches its articles."""
    # Not Path.exists(): that raises where the folder may not be looked into.
    if not os.path.exists(db):
        yield False, f"库：{db} 还没有；用 baowen ingest 读入版面就会建立。"
        return
    try:
        with Store(db) as store:
            held = browse.counts(store)
            yield True, f"库：{db}，{held['issues']} 期 {held['pages']} 版 {held['articles']} 篇。"
            if store.read_only:
                yield False, "库：只能读，ask、chat、backup 可用，ingest、run 不能用；请检查权限。"
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


def inbox_finding(folder: Path) -> Finding:
    """Whether pages put into the inbox can be read, and moved away when they have been."""
    if not folder.exists():
        return True, f"收件文件夹：{folder} 还没有；baowen run 会建立。"
    if not folder.is_dir():
        return False, f"收件文件夹：{folder} 不是文件夹；请改 BAOWEN_INBOX。"
    if not os.access(folder, os.R_OK | os.W_OK | os.X_OK):
        return False, f"收件文件夹：{folder} 不能读写；读完的文件移不走，请检查权限。"
    failed = folder / "failed"
    left = sum(1 for path in failed.rglob("*.why.txt")) if failed.is_dir() else 0
    more = f"；failed 里有 {left} 个没读成的文件，旁边写着原因" if left else ""
    return True, f"收件文件夹：{folder}，可以读写{more}。"


def alive_finding(db: Path, *, must: bool = False) -> Finding:
    """Whether the bot that runs on this store has heard of Telegram lately; `must` one run?"""
    try:
        silent = silence(db)
    except StoreError as error:
        return False, f"运行：{error}"
    if silent is None:
        return not must, "运行：机器人没有在运行。"
    if silent > SILENT:
        return (
            False,
            f"运行：机器人开着，但已有 {silent / 60:.0f} 分钟没有连上 Telegram；请重新启动。",
        )
    return True, f"运行：机器人开着，{silent:.0f} 秒前还连着 Telegram。"


def subscribed(db: Path) -> int:
    """How many chats an issue may go to; 0 without a store that can be read."""
    try:
        with Store(db) as store:
            return chats.readers(store)
    except StoreError:
        return 0


async def api_findings(
    settings: Settings, readers: int, request: BaseRequest | None = None
) -> list[Finding]:
    """Whether the Bot API answers to this token, how quickly, and what it says of the webhook.

    The request is a seam for tests.
    """
    bot = Bot(
        settings.token,
        base_url=f"{settings.api_url}/bot",
        base_file_url=f"{settings.api_url}/file/bot",
        request=request or requesting.request(),
        get_updates_request=requesting.request(),
    )
    try:
        async with bot:
            found = [(True, f"Telegram：已连上，机器人是 @{bot.username}。")]
            found.append(pace_finding(await way(bot), settings.in_flight, readers))
            if settings.webhook_url:
                found.append(await webhook_finding(bot))
            return found
    except InvalidToken:
        return [(False, "Telegram：令牌不对；请向 @BotFather 核对。")]
    except TelegramError as error:
        said = redacted(str(error), settings.token)
        return [(False, f"Telegram：连不上 {settings.api_url}（{said}）；请检查网络和设置。")]


async def way(bot: Bot) -> float:
    """Seconds that a request to Telegram takes."""
    times = []
    for _ in range(TRIES):
        begun = time.perf_counter()
        await bot.get_me()
        times.append(time.perf_counter() - begun)
    return median(times)


def pace_finding(seconds: float, in_flight: int, readers: int) -> Finding:
    """How quickly alerts can leave, when `in_flight` of them wait for an answer that takes so many
    seconds, and how long an issue takes to reach so many `readers`."""
    most = OVERALL[0]
    rate = min(most, in_flight / max(seconds, 0.001))
    said = (
        f"Telegram：一来一回 {seconds * 1000:.0f} 毫秒，BAOWEN_IN_FLIGHT={in_flight}，"
        f"每秒最多发 {rate:.0f} 条通知"
        if rate >= 1
        else f"Telegram：一来一回 {seconds:.1f} 秒，每分钟最多发 {rate * 60:.0f} 条通知"
    )
    took = readers / rate
    if took <= LONG or rate >= most:
        return True, f"{said}。"
    better = min(100, ceil(most * seconds))
    return False, (
        f"{said}，{readers} 个聊天要 {took / 60:.0f} 分钟；请把 BAOWEN_IN_FLIGHT 设成 {better}。"
    )


async def webhook_finding(bot: Bot) -> Finding:
    """What Telegram says of the webhook."""
    info = await bot.get_webhook_info()
    if not info.url:
        return True, "webhook：还没有登记；baowen run 会登记。"
    if info.last_error_message:
        when = f"{info.last_error_date:%Y-%m-%d %H:%M} UTC" if info.last_error_date else ""
        return False, f"webhook：Telegram 上一次没送到（{info.last_error_message} {when}）。"
    return True, f"webhook：已登记，等着送的消息 {info.pending_update_count} 条。"
