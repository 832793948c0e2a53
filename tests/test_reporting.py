"""The owner hears of bugs: one sentence with the number to look for in the log, and no more."""

import asyncio
import logging
import re
from collections.abc import Callable

import pytest

from bot import owner_words, words
from bot.bugs import is_bug, number_of
from bot.logs import Redacting
from bot.reporting import HOUR, Reporter
from store.database import Store
from store.errors import StoreLocked, StoreUnwritable
from tests.playing import CHIEF, TOKEN, Play
from tests.recording import message

log = logging.getLogger("bot.anything")


def raised(error: Exception) -> Exception:
    """The error as it looks once it was raised."""
    try:
        raise error
    except Exception as caught:
        return caught


def heard(
    *errors: Exception, clock: Callable[[], float] = lambda: 0.0, fails: bool = False
) -> list[str]:
    """What administrators hear when these errors are logged one after the other."""
    told: list[str] = []

    async def tell(sentence: str) -> None:
        told.append(sentence)
        if fails:
            raise ValueError("the report itself")

    async def play() -> None:
        reporter = Reporter(tell, clock)
        await reporter.start()
        for error in errors:
            log.error("an update was not handled", exc_info=error)
            await asyncio.sleep(0.001)
        await reporter.stop()

    asyncio.run(play())
    return told


def test_the_number_in_the_chat_is_the_number_in_the_log(
    play: Play, samples: Store, caplog: pytest.LogCaptureFixture
) -> None:
    with samples.writing() as db:
        db.conn.execute("ALTER TABLE talks RENAME TO elsewhere")
    sent = play(message("苏州河上的秘密", chat=8, user=8), settings=CHIEF).sent()
    by_chat = {call["chat_id"]: call["text"] for call in sent}
    assert by_chat[8] == words.BROKEN
    number = re.search(r"bug [0-9a-f]{6}", by_chat[7])
    logged = "\n".join(map(Redacting(TOKEN).format, caplog.records))
    assert number and f"[{number[0]}]" in logged and "Traceback" in logged
    assert "苏州河" not in by_chat[7] and TOKEN not in by_chat[7]


def test_without_administrators_nobody_is_told(play: Play, samples: Store) -> None:
    with samples.writing() as db:
        db.conn.execute("ALTER TABLE talks RENAME TO elsewhere")
    assert [call["text"] for call in play(message("河上的秘密")).sent()] == [words.BROKEN]


def test_one_kind_is_told_once_an_hour() -> None:
    moments = iter([0.0, 10.0, HOUR + 1])
    error = raised(KeyError("place"))
    assert len(heard(error, error, error, clock=lambda: next(moments))) == 2


def test_different_kinds_are_told_apart() -> None:
    assert len(set(heard(raised(KeyError("place")), raised(ValueError("date"))))) == 2


def test_a_report_that_fails_leads_to_no_other(caplog: pytest.LogCaptureFixture) -> None:
    assert len(heard(raised(KeyError("place")), fails=True)) == 1
    assert "could not be told: ValueError" in caplog.text


def test_trouble_with_the_store_is_told_in_its_own_words() -> None:
    full = StoreUnwritable("写不进（磁盘已满）；请腾出空间。")
    assert heard(raised(full)) == [owner_words.STORE_TROUBLE.format(why=full)]


def test_the_number_says_what_and_where_and_nothing_else() -> None:
    one, other = raised(KeyError("a reader's words")), raised(KeyError("another's"))
    assert number_of(one) == number_of(other) != number_of(raised(ValueError("x")))
    assert not is_bug(StoreLocked("忙")) and is_bug(one) and not is_bug(None)


def test_a_line_without_a_traceback_is_no_report() -> None:
    told: list[str] = []

    async def tell(sentence: str) -> None:
        told.append(sentence)

    async def play() -> None:
        reporter = Reporter(tell)
        await reporter.start()
        log.error("update 3 waits for the store")
        log.warning("odd", exc_info=raised(KeyError("x")))
        await reporter.stop()

    asyncio.run(play())
    assert told == []
