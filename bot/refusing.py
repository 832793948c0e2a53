"""What becomes of an alert that Telegram did not take.

The rule for a send whose answer was lost (a reset, a time-out or a 5xx after the request had
left): it may have arrived. It is tried again once the doubt has rested for DOUBT seconds, as a
reply to the message the first try would have become; when Telegram shows that one to be there,
the second is taken back (see `posting`). So nobody goes without, and the cost is at most a second
copy where Telegram's message numbers do not tell. A request that never left costs nothing and is
simply tried again.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import Literal

from telegram.error import (
    BadRequest,
    ChatMigrated,
    Conflict,
    Forbidden,
    InvalidToken,
    NetworkError,
    RetryAfter,
    TelegramError,
)

from bot.requesting import NEVER_LEFT

DOUBT = 20.0
"""Seconds before a send whose answer was lost is looked into."""
MOST_DOUBTS = 5
LONGEST = 300.0
"""Seconds a chat waits at most between two tries."""
GONE = (
    ("blocked by the user", "blocked"),
    ("deactivated", "deactivated"),
    ("kicked", "kicked"),
    ("not a member", "kicked"),
    ("can't initiate", "never started"),
    ("chat not found", "not found"),
    ("user not found", "not found"),
    ("peer_id_invalid", "not found"),
    ("upgraded to a supergroup", "upgraded"),
    ("not enough rights", "no rights"),
    ("have no rights", "no rights"),
    ("chat_write_forbidden", "no rights"),
    ("administrator rights", "no rights"),
    ("chat_restricted", "no rights"),
    ("chat_admin_required", "no rights"),
)
TOPIC = (
    ("thread not found", "no topic"),
    ("topic_deleted", "no topic"),
    ("topic_closed", "closed"),
)
Then = Literal["suspend", "topic", "follow", "flood", "outage", "retry", "doubt", "fail", "halt"]


@dataclass(frozen=True, slots=True)
class Refusal:
    """What to do: suspend the chat or its topic, follow it to `chat`, wait because of a flood or
    because Telegram cannot be reached at all, try again, doubt, give up, or halt everything.

    `wait` is in seconds; `why` is the word the delivery keeps.
    """

    then: Then
    why: str
    wait: float = 0.0
    chat: int = 0


def refusal(error: TelegramError, attempts: int, doubts: int) -> Refusal:
    """What to do about an error, after so many failed and so many doubtful tries before."""
    if isinstance(error, RetryAfter):
        return Refusal("flood", "flood", waiting(error))
    if isinstance(error, ChatMigrated):
        return Refusal("follow", "migrated", chat=error.new_chat_id)
    if isinstance(error, InvalidToken | Conflict):
        return Refusal("halt", "token", LONGEST)
    if isinstance(error, Forbidden | BadRequest):
        return refused(str(error), isinstance(error, Forbidden))
    if isinstance(error, NetworkError) and isinstance(error.__cause__, NEVER_LEFT):
        return Refusal("outage", "no connection", min(LONGEST, 2.0 ** min(attempts, 10)))
    if doubts + 1 >= MOST_DOUBTS:
        return Refusal("fail", "unknown")
    return Refusal("doubt", "unknown", min(LONGEST, DOUBT * 2.0**doubts))


def refused(text: str, forbidden: bool) -> Refusal:
    """What Telegram's words mean: the topic is gone, the chat is, or the message was wrong."""
    text = text.lower()
    for signs, then in ((TOPIC, "topic"), (GONE, "suspend")):
        for sign, why in signs:
            if sign in text:
                return Refusal("topic" if then == "topic" else "suspend", why)
    return Refusal("suspend", "forbidden") if forbidden else Refusal("fail", text[:80])


def waiting(error: RetryAfter) -> float:
    """What Telegram asks to wait, in seconds, and a little more for the clocks."""
    asked = error.retry_after
    return (asked.total_seconds() if isinstance(asked, timedelta) else asked) + 0.1
