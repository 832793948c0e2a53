import httpx
import pytest
from telegram.error import (
    BadRequest,
    ChatMigrated,
    Conflict,
    Forbidden,
    NetworkError,
    RetryAfter,
    TelegramError,
    TimedOut,
)

from bot.refusing import LONGEST, MOST_DOUBTS, refusal


def unreached(cause: Exception) -> NetworkError:
    error = NetworkError("no")
    error.__cause__ = cause
    return error


@pytest.mark.parametrize(
    ("error", "then", "why"),
    [
        (Forbidden("Forbidden: bot was blocked by the user"), "suspend", "blocked"),
        (Forbidden("Forbidden: bot is not a member of the channel chat"), "suspend", "kicked"),
        (Forbidden("Forbidden: something new"), "suspend", "forbidden"),
        (BadRequest("Chat not found"), "suspend", "not found"),
        (BadRequest("TOPIC_CLOSED"), "topic", "closed"),
        (BadRequest("Message is too long"), "fail", "message is too long"),
        (ChatMigrated(-100), "follow", "migrated"),
        (RetryAfter(30), "flood", "flood"),
        (Conflict("two bots"), "halt", "token"),
        (TimedOut(), "doubt", "unknown"),
        (NetworkError("Bad Gateway"), "doubt", "unknown"),
        (TelegramError("Invalid server response"), "doubt", "unknown"),
        (unreached(httpx.ReadError("reset")), "doubt", "unknown"),
        (unreached(httpx.ConnectTimeout("slow")), "outage", "no connection"),
        (unreached(httpx.PoolTimeout("busy")), "outage", "no connection"),
    ],
    ids=str,
)
def test_each_refusal_has_its_consequence(error: TelegramError, then: str, why: str) -> None:
    refused = refusal(error, 0, 0)
    assert (refused.then, refused.why) == (then, why)


def test_a_flood_lasts_as_long_as_telegram_says() -> None:
    assert refusal(RetryAfter(30), 0, 0).wait == pytest.approx(30.1)


def test_an_outage_is_waited_for_ever_longer_but_never_given_up() -> None:
    error = unreached(httpx.ConnectError("no route"))
    waits = [refusal(error, attempts, 0).wait for attempts in range(2000)]
    assert waits == sorted(waits)
    assert waits[-1] == LONGEST


def test_doubt_ends() -> None:
    thens = [refusal(TimedOut(), 0, doubts).then for doubts in range(MOST_DOUBTS)]
    assert thens == ["doubt"] * (MOST_DOUBTS - 1) + ["fail"]
