"""Whose a thing is that a question asks the number of: a county's fields are not a farmer's.
Pure."""

from __future__ import annotations

import re

from store.background import Background
from store.figures import STOP
from store.held_page import Page
from store.telling import NAME
from store.topic import LEVELS

BOND = -2.0
"""How much a surname and the character behind it attract each other from which they are a word
(高龄 -1.1, 杨梅 -1.1) and no name (two invented ones: -2.9, -5.1)."""
FULL = 3
"""Characters of a name that is taken for one without anything else that says so."""
PLACE = LEVELS + "庄屯寨沟湾堡铺洼"
"""How places end that are named after a family: 赵家村, 罗坪乡."""
OWNER = re.compile(f"^({NAME})(?=[的家种养包喂有])")
SELF = re.compile("[他她我咱]|自家|老[\u4e00-\u9fff]")
WHOLE = re.compile("全[省市县区镇乡村]|[省市县区镇乡](?:现|共|一共)?(?:有|是)")


def person(name: str, known: Background) -> bool:
    """Whether what begins like a name is none of the words that begin with a surname (高龄), nor a
    place."""
    return len(name) == FULL and name[-1] not in PLACE and known.bond(name[:2]) <= BOND


def owned(before: str, page: Page) -> Page:
    """Of an article the paragraphs that speak of the person with whose name a question begins,
    without the sentences about a whole county or village; all when it begins with none."""
    found = OWNER.match(before)
    if found is None or not person(found[1], page.known) or found[1] not in page.text:
        return page
    name = found[1]
    lines = [line for line in page.text.split("\n") if name in line or SELF.search(line)]
    said = (one for line in lines for one in STOP.split(line))
    kept = (one for one in said if name in one or not WHOLE.search(one))
    return page._replace(text="\n".join(kept))
