"""Logging that never holds the token, at any level, in any message, argument or traceback."""

from __future__ import annotations

import logging
import re

from bot.bugs import is_bug, number_of

TOKEN = re.compile(r"\d{3,}:[A-Za-z0-9_-]{20,}")
HIDDEN = "[token]"


class Redacting(logging.Formatter):
    """Formats a record whole, traceback included, and then takes out whatever is a token."""

    def __init__(self, token: str = "") -> None:
        super().__init__("%(asctime)s %(levelname)s %(name)s: %(message)s")
        self.token = token

    def format(self, record: logging.LogRecord) -> str:
        """The line without tokens; below a bug's traceback the number administrators are told."""
        text = super().format(record)
        error = record.exc_info[1] if record.exc_info else None
        if error is not None and is_bug(error):
            text += f"\n[bug {number_of(error)}]"
        return redacted(text, self.token)


def redacted(text: str, token: str = "") -> str:
    """`text` without the token, nor anything that looks like one."""
    if token:
        text = text.replace(token, HIDDEN)
    return TOKEN.sub(HIDDEN, text)


def set_up(level: str, token: str = "") -> None:
    """Log to standard error. httpx and its kin log addresses that hold the token: warnings only."""
    handler = logging.StreamHandler()
    handler.setFormatter(Redacting(token))
    logging.basicConfig(level=level, handlers=[handler], force=True)
    # What cannot be read as JSON comes as an error, too, whose traceback says no more than it.
    logging.getLogger("telegram.request").setLevel(logging.CRITICAL)
    for name in ("httpx", "httpcore", "aiohttp", "apscheduler"):
        logging.getLogger(name).setLevel(max(logging.WARNING, logging.getLevelName(level)))
