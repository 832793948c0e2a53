"""Bugs as people speak of them: which errors are bugs, and the number a bug goes by.

The number is made of what went wrong and where, so that the same bug has the same number in the
log and in the owner's chat, on every day and after every restart; nothing a reader wrote is in it.
"""

from __future__ import annotations

import hashlib
import traceback

from telegram.error import TelegramError

from store.errors import StoreError

OURS = ("bot", "store")


def is_bug(error: BaseException | None) -> bool:
    """Whether an error is nobody's doing but the program's."""
    return isinstance(error, Exception) and not isinstance(error, TelegramError | StoreError)


def number_of(error: BaseException) -> str:
    """Six hexadecimal digits of the kind of error and the innermost function of ours."""
    said = f"{type(error).__qualname__} {place_of(error)}"
    return hashlib.sha256(said.encode()).hexdigest()[:6]


def place_of(error: BaseException) -> str:
    """Module and function of ours in which an error arose; empty when it arose elsewhere."""
    place = ""
    for frame, _ in traceback.walk_tb(error.__traceback__):
        module = str(frame.f_globals.get("__name__", ""))
        if module.partition(".")[0] in OURS:
            place = f"{module}.{frame.f_code.co_name}"
    return place
