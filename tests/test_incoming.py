"""What comes in is kept before Telegram may forget it, whatever it holds."""

import asyncio
import json
from collections.abc import Awaitable, Callable
from typing import Any

import pytest
from telegram import Update

from bot.incoming import InOrder, JournalQueue, LeftUndone, body_of, patience
from store import journal
from store.database import Store
from store.errors import StoreLocked
from tests.conftest import NOW
from tests.playing import Play
from tests.recording import message

OLD = {"message_id": 1, "date": 0, "chat": {"id": 7, "type": "private", "first_name": "x"}}


def test_a_pinned_message_too_old_to_be_read_stops_nothing(play: Play, samples: Store) -> None:
    pinned = message(None, pinned_message=OLD)
    sent = play(pinned, message("/about", update=2)).sent()
    assert len(sent) == 1
    assert journal.unfinished(samples) == []


def test_what_an_old_pinned_message_says_is_kept_whole() -> None:
    update = Update.de_json(message(None, pinned_message=OLD), None)
    assert json.loads(body_of(update))["message"]["pinned_message"]["date"] == 0


def test_an_update_with_an_unknown_word_beside_it_is_the_same_update(play: Play) -> None:
    again: dict[str, Any] = {**message("/about"), "sent_again": True}
    assert len(play(message("/about"), again).sent()) == 1


def update(number: int, user: int = 7, chat: int = 7) -> Update:
    return Update.de_json(message("夜校几点开课", update=number, user=user, chat=chat), None)


def test_an_update_is_in_the_store_before_it_is_handed_on(store: Store) -> None:
    async def run() -> None:
        queue = JournalQueue(store)
        await queue.put(update(5))
        assert len(journal.unfinished(store)) == queue.qsize() == 1

    asyncio.run(run())


def test_a_busy_store_is_waited_for_and_nothing_is_lost(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    waited: list[float] = []
    arrived = journal.arrived

    def busy(*args: Any) -> bool:
        raise StoreLocked("busy")

    async def pause(seconds: float) -> None:
        waited.append(seconds)
        if len(waited) == 3:
            monkeypatch.setattr(journal, "arrived", arrived)

    async def run() -> int:
        queue = JournalQueue(store, pause)
        monkeypatch.setattr(journal, "arrived", busy)
        await queue.put(update(5))
        return queue.qsize()

    assert asyncio.run(run()) == 1
    assert len(waited) == 3


def test_what_a_crash_left_is_taken_up_in_order_and_known_to_be_old(store: Store) -> None:
    async def run() -> tuple[list[int], set[int]]:
        before = JournalQueue(store)
        for number in (3, 5, 4):
            await before.put(update(number))
        journal.done(store, 4)
        after = JournalQueue(store)
        assert len(await after.resume(None)) == 2  # type: ignore[arg-type]
        items = [after.get_nowait() for _ in range(after.qsize())]
        return [item.update_id for item in items if isinstance(item, Update)], set(after.resumed)

    assert asyncio.run(run()) == ([3, 5], {3, 5})


def test_what_was_left_and_cannot_be_read_is_closed_and_stops_nothing(store: Store) -> None:
    journal.arrived(store, 3, '{"update_id": 3, "poll": {"id": "1"}}', NOW)
    journal.arrived(store, 4, json.dumps(message("/help", update=4)), NOW)

    async def run() -> list[int]:
        left = await JournalQueue(store).resume(None)  # type: ignore[arg-type]
        return [update.update_id for update in left]

    assert asyncio.run(run()) == [4]
    assert len(journal.unfinished(store)) == 1


Turns = dict[int, asyncio.Event]


def handled(
    store: Store,
    updates: list[Update],
    script: Callable[[Turns, asyncio.Event], Awaitable[None]],
) -> list[int]:
    """The numbers of the updates in the order their handlers ended; each waits for its turn.

    `script` gives the turns and is told when the first handler has ended.
    """
    ended: list[int] = []

    async def run() -> None:
        order = InOrder(store)
        turns = {one.update_id: asyncio.Event() for one in updates}
        first = asyncio.Event()

        async def handle(number: int) -> None:
            await turns[number].wait()
            ended.append(number)
            first.set()

        tasks = [
            asyncio.create_task(order.process_update(one, handle(one.update_id))) for one in updates
        ]
        await asyncio.wait_for(script(turns, first), 10)
        await asyncio.gather(*tasks)
        assert not order.tails

    asyncio.run(run())
    return ended


def test_what_one_reader_says_stays_in_order(store: Store) -> None:
    async def later_first(turns: Turns, first: asyncio.Event) -> None:
        turns[2].set()
        await asyncio.sleep(0.02)
        assert not first.is_set()
        turns[1].set()

    assert handled(store, [update(1), update(2)], later_first) == [1, 2]


@pytest.mark.parametrize("other", [update(2, user=8, chat=8), update(2, user=7, chat=-70)])
def test_another_reader_or_chat_does_not_wait(store: Store, other: Update) -> None:
    async def second_first(turns: Turns, first: asyncio.Event) -> None:
        turns[2].set()
        await first.wait()
        turns[1].set()

    assert handled(store, [update(1), other], second_first) == [2, 1]


def test_an_update_counts_as_dealt_with_when_its_handler_has_ended(store: Store) -> None:
    journal.arrived(store, 1, "{}", NOW)

    async def run() -> None:
        order = InOrder(store)

        async def handle() -> None:
            assert journal.unfinished(store) == ["{}"]

        await order.process_update(update(1), handle())

    asyncio.run(run())
    assert journal.unfinished(store) == []


def test_what_is_left_to_the_next_start_stays_in_the_journal(store: Store) -> None:
    journal.arrived(store, 1, "{}", NOW)

    async def run() -> None:
        order = InOrder(store)

        async def handle() -> None:
            order.leave(1)

        await order.process_update(update(1), handle())

    asyncio.run(run())
    assert journal.unfinished(store) == ["{}"]


def test_a_bot_that_stops_waits_no_longer() -> None:
    with pytest.raises(LeftUndone):
        asyncio.run(patience(lambda: False, 60.0))
    asyncio.run(patience(lambda: True, 0.001))
