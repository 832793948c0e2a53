"""A broken line: nothing is answered twice and nothing is left, whatever request it hits."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.serving import MARKS, copied, environment, served, start

pytestmark = MARKS


@pytest.fixture(scope="module")
def api(sample_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    """A server with a bot for all: every journey is a reader's of its own."""
    folder = tmp_path_factory.mktemp("faults")
    with served() as harness:
        start(harness, environment(harness, copied(sample_file, folder)), folder)
        yield harness


FAULTS: list[dict[str, Any]] = [
    {"method": "sendmessage", "action": "status", "status": 502},
    {"method": "sendmessage", "action": "reset"},
    {"method": "sendmessage", "action": "reset", "where": "after"},
    {"method": "sendmessage", "action": "malformed"},
    {"method": "answercallbackquery", "action": "reset"},
    {"method": "edit*", "action": "status", "status": 502},
    {"method": "edit*", "action": "malformed"},
    {"method": "getupdates", "action": "reset"},
    {"method": "getchatmember", "action": "reset"},
]


def test_a_line_that_breaks_leaves_one_answer_each_time(api: Any) -> None:
    for number, fault in enumerate(FAULTS):
        reader = api.private(1100 + number)
        api.fault(count=1, **fault)
        reader.send("/regions")
        assert reader.wait_reply(timeout=15).buttons, fault
        assert reader.press("柳湾县").answered, fault
        assert "柳湾县" in reader.wait_edit(timeout=15).text, fault
        assert len(reader.messages()) == 1, fault
        api.clear_faults()
    api.assert_clean()


def test_who_manages_a_group_is_asked_again(api: Any) -> None:
    group = api.group(-1001000000010, user_id=5, members={"5": "creator"})
    api.fault(method="getchatmember", action="reset", count=1)
    assert "已订阅" in group.ask("/subscribe 全部").text


def test_a_file_whose_answer_was_lost_arrives_once(api: Any) -> None:
    reader = api.private(1201)
    api.fault(method="senddocument", action="reset", where="after", count=1)
    reader.send("/export")
    assert reader.wait_reply(timeout=15, pred=lambda message: message.document)
    api.idle(quiet=1.5)
    assert len([message for message in reader.messages() if message.document]) == 1


def test_an_inline_query_is_answered_through_a_bad_gateway(api: Any) -> None:
    api.fault(method="answerinlinequery", action="status", status=502, count=1)
    assert api.inline(1202, "党员权利", timeout=8)["results"]
