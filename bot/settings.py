"""Settings from the environment and `.env`; a wrong one is named in one sentence."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from zoneinfo import ZoneInfo

from dotenv import dotenv_values

OFFICIAL_API = "https://api.telegram.org"
TOKEN = re.compile(r"\d{3,}:[A-Za-z0-9_-]{20,}")
SHANGHAI = ZoneInfo("Asia/Shanghai")
LEVELS = ("DEBUG", "INFO", "WARNING", "ERROR")


class SettingsError(Exception):
    """A setting is missing or wrong; the text names the variable and says what to write."""


class RunError(Exception):
    """The bot cannot run as it is set up; the text says why and what to do."""


@dataclass(frozen=True, slots=True)
class Settings:
    """Everything an owner can set; the names are those of `.env.example` without BAOWEN_."""

    token: str = ""
    api_url: str = OFFICIAL_API
    db: Path = Path("baowen.db")
    admins: frozenset[int] = frozenset()
    allowed: frozenset[int] = frozenset()
    timezone: ZoneInfo = SHANGHAI
    inbox: Path | None = None
    subscriptions: int = 20
    release: int = 0
    settle: int = 3
    in_flight: int = 1
    paid_rate: int = 0
    webhook_url: str = ""
    webhook_secret: str = ""
    webhook_listen: tuple[str, int] = ("127.0.0.1", 8080)
    log_level: str = "INFO"

    def __repr__(self) -> str:
        return f"Settings(db={self.db}, token={'set' if self.token else 'none'})"


def load(env: Mapping[str, str] | None = None, folder: Path | None = None) -> Settings:
    """Settings from `env` (the process's by default), then `.env` in `folder`, then defaults.

    Raises SettingsError.
    """
    try:
        filed = dotenv_values((folder or Path.cwd()) / ".env")
    except UnicodeDecodeError:
        raise SettingsError(".env 不是 UTF-8；请用 UTF-8 另存。") from None
    outer = os.environ if env is None else env

    def get(name: str) -> str:
        return (outer.get(name) or filed.get(name) or "").strip()

    return Settings(
        token=token(get("TELEGRAM_BOT_TOKEN"), get("TELEGRAM_BOT_TOKEN_FILE")),
        api_url=url("TELEGRAM_API_URL", get("TELEGRAM_API_URL")) or OFFICIAL_API,
        db=Path(get("BAOWEN_DB") or "baowen.db"),
        admins=ids("BAOWEN_ADMINS", get("BAOWEN_ADMINS")),
        allowed=ids("BAOWEN_ALLOWED", get("BAOWEN_ALLOWED")),
        timezone=zone(get("BAOWEN_TIMEZONE") or "Asia/Shanghai"),
        inbox=Path(inbox) if (inbox := get("BAOWEN_INBOX")) else None,
        subscriptions=whole("BAOWEN_SUBSCRIPTIONS", get("BAOWEN_SUBSCRIPTIONS") or "20", 1, 200),
        release=whole("BAOWEN_RELEASE", get("BAOWEN_RELEASE") or "0", 0, 10080),
        settle=whole("BAOWEN_SETTLE", get("BAOWEN_SETTLE") or "3", 0, 86400),
        in_flight=whole("BAOWEN_IN_FLIGHT", get("BAOWEN_IN_FLIGHT") or "1", 1, 100),
        paid_rate=whole("BAOWEN_PAID_RATE", get("BAOWEN_PAID_RATE") or "0", 0, 1000),
        webhook_url=url("WEBHOOK_URL", get("WEBHOOK_URL")),
        webhook_secret=secret(get("WEBHOOK_SECRET")),
        webhook_listen=address(get("WEBHOOK_LISTEN") or "127.0.0.1:8080"),
        log_level=level(get("LOG_LEVEL") or "INFO"),
    )


def token(value: str, file: str) -> str:
    """The bot token, from the variable or from the file it names; empty when neither is set."""
    if not value and file:
        try:
            value = Path(file).read_text("utf-8").strip()
        except (OSError, UnicodeDecodeError) as error:
            raise SettingsError(
                f"TELEGRAM_BOT_TOKEN_FILE 指向的文件 {file} 读不了（{error}）。"
            ) from error
    if value and not TOKEN.fullmatch(value):
        raise SettingsError(
            "TELEGRAM_BOT_TOKEN 的格式不对；请向 @BotFather 取形如 123456:ABC… 的令牌。"
        )
    return value


def ids(name: str, value: str) -> frozenset[int]:
    """Numbers separated by commas, semicolons or spaces."""
    try:
        return frozenset(int(part) for part in re.split(r"[\s,;，；]+", value) if part)
    except ValueError:
        raise SettingsError(f"{name} 只能是数字编号，用逗号分开；现在是“{value}”。") from None


def whole(name: str, value: str, least: int, most: int) -> int:
    """A whole number between two others, both allowed."""
    if not value.isdecimal() or not least <= int(value) <= most:
        raise SettingsError(f"{name} 要写 {least} 到 {most} 之间的整数；现在是“{value}”。")
    return int(value)


def url(name: str, value: str) -> str:
    """An http(s) address without its last slash."""
    if value and not re.fullmatch(r"https?://[^\s/]+\S*", value):
        raise SettingsError(f"{name} 要以 http:// 或 https:// 开头；现在是“{value}”。")
    return value.rstrip("/")


def zone(value: str) -> ZoneInfo:
    """A time zone by its IANA name."""
    try:
        return ZoneInfo(value)
    except (KeyError, ValueError, OSError):
        raise SettingsError(f"BAOWEN_TIMEZONE 不认得“{value}”；例如 Asia/Shanghai。") from None


def secret(value: str) -> str:
    """A webhook secret as Telegram allows it."""
    if value and not re.fullmatch(r"[A-Za-z0-9_-]{1,256}", value):
        raise SettingsError("WEBHOOK_SECRET 只能用字母、数字、_ 和 -，最多 256 个。")
    return value


def address(value: str) -> tuple[str, int]:
    """host:port to listen on."""
    host, _, port = value.rpartition(":")
    if not host or not port.isdecimal() or not 0 < int(port) < 65536:
        raise SettingsError(f"WEBHOOK_LISTEN 要写成 127.0.0.1:8080 这样；现在是“{value}”。")
    return host, int(port)


def level(value: str) -> str:
    """A log level."""
    if value.upper() not in LEVELS:
        raise SettingsError(f"LOG_LEVEL 只能是 {'、'.join(LEVELS)}；现在是“{value}”。")
    return value.upper()
