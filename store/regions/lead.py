"""The opening of an article: its dateline and its first sentence."""

from __future__ import annotations

import re

DATELINE = re.compile(
    r"^\W*(?:本报|新华社|人民日报|中新社|中新网)[^，。：:]{0,24}?(?:讯|电|报道)\W?"
    r"(?:[^，。]{0,24}?报道[:：])?"
)
SENTENCE = re.compile(r"[。！？!?]")
LEAD = 160  # characters of an opening without a full stop that still count as its first sentence


def dateline(text: str) -> int:
    """Where the dateline ends (本报奇台4月3日讯, 本报讯 通讯员…报道：); 0 without one."""
    found = DATELINE.match(text)
    return found.end() if found else 0


def lead_end(text: str, start: int) -> int:
    """Where the first sentence after the dateline ends."""
    stop = SENTENCE.search(text, start)
    return min(stop.end() if stop else len(text), start + LEAD)
