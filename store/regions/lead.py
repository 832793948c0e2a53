"""The opening of an article: its dateline and its first sentence."""

from __future__ import annotations

import re

DATELINE = re.compile(
    r"^\W*(?:本报|新华社|人民日报|中新社|中新网)[^，。：:]{0,24}?(?:讯|电|报道)\W?"
    r"(?:[^，。]{0,24}?报道[:：])?"
)
WIRE = re.compile(r"^[^，。：:]{0,48}?\d{1,2}月\d{1,2}日\W{0,2}电")
SENTENCE = re.compile(r"[。！？!?]")
LEAD = 160  # characters of an opening without a full stop that still count as its first sentence


def dateline(text: str) -> int:
    """Where the dateline ends (本报奇台4月3日讯, 本报讯 通讯员…报道：); 0 without one."""
    found = DATELINE.match(text)
    return found.end() if found else 0


def filed(text: str) -> int:
    """Where the dateline of a wire report ends (新华社北京4月3日电); 0 without one.

    Its place is where the report was filed, which is not what it is about.
    """
    found = WIRE.match(text)
    return found.end() if found else 0


def lead_end(text: str, start: int) -> int:
    """Where the first sentence after the dateline ends."""
    stop = SENTENCE.search(text, start)
    return min(stop.end() if stop else len(text), start + LEAD)


def placed_end(text: str, start: int, places: list[int]) -> int:
    """Where the first sentence after the dateline ends that names one of the places, whose offsets
    are given: a report may open with speech or scenery. It must begin as near as a lead is long;
    else the first sentence counts."""
    end = lead_end(text, start)
    place = next((at for at in places if at >= start), None)
    if place is None or place < end or place >= start + LEAD:
        return end
    return lead_end(text, place)
