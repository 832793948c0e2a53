"""Work beside the conversation goes on, whatever happens to one step of it."""

import asyncio

import pytest

from bot.working import BROKEN, BUSY, Step, Worker
from store.errors import StoreLocked


def waits(*outcomes: float | Exception) -> list[float]:
    """What a worker waited after steps that ended like this, one after the other."""
    waited: list[float] = []

    async def run() -> None:
        left = list(outcomes)
        done = asyncio.Event()

        async def step() -> float:
            outcome = left.pop(0)
            if isinstance(outcome, Exception):
                raise outcome
            return outcome

        async def pause(seconds: float) -> None:
            waited.append(seconds)
            if not left:
                done.set()
                await asyncio.Event().wait()

        worker = Worker("work", pause)
        worker.begin(step)
        await done.wait()
        await worker.end()

    asyncio.run(run())
    return waited


def test_a_step_says_when_it_is_worth_doing_again() -> None:
    assert waits(0.5, 0.0, 7.0) == [0.5, 0.0, 7.0]


def test_a_busy_store_is_tried_again_and_is_no_bug(caplog: pytest.LogCaptureFixture) -> None:
    assert waits(StoreLocked("busy"), 1.0) == [BUSY, 1.0]
    assert [record.levelname for record in caplog.records] == ["WARNING"]


def test_a_bug_leaves_its_traceback_and_ends_nothing(caplog: pytest.LogCaptureFixture) -> None:
    assert waits(ValueError("odd"), 1.0) == [BROKEN, 1.0]
    assert "ValueError: odd" in caplog.text


def test_one_step_does_not_wait_for_another() -> None:
    async def run() -> int:
        done = 0
        enough = asyncio.Event()

        async def stuck() -> float:
            await asyncio.Event().wait()
            return 0.0

        async def quick() -> float:
            nonlocal done
            done += 1
            if done == 3:
                enough.set()
            return 0.0

        steps: list[Step] = [stuck, quick]
        worker = Worker("work")
        worker.begin(*steps)
        await enough.wait()
        await worker.end()
        return done

    assert asyncio.run(run()) >= 3


def test_it_can_be_ended_before_it_began() -> None:
    asyncio.run(Worker("work").end())
