"""A county's shortest name at the head of a question: 岷县墨香支部, 临洮的老街. Pure.

In running text two characters are too little to be believed (收费县城, 新干线). What a question
begins with is mostly the place it asks of, and it is only held against articles that do not have
these characters.
"""

from __future__ import annotations

import re

from store.background import background
from store.regions import Gazetteer, Mention
from store.regions.curated import COMMON_NOUNS, DOUBTFUL, WORDS
from store.regions.guards import SMALL_PART
from store.regions.names import Sense, Style
from store.regions.paths import COUNTY, level

HEAD = re.compile(r"(?:^|(?<=[\W年月]))(?P<name>[\u4e00-\u9fff]{2})(?=[\u4e00-\u9fff ])")
TITLE = re.compile("长|委书记|级|域|区")
"""Behind 县 what makes another word of it: 范县长 is a person, 新县区 a new district."""
ADJECTIVES = "新古富大小各全本老"
COMMON = 80
"""Passages of the newspapers at large from which two characters are taken for a word (小金, 大城)
rather than for a county."""
PLAIN = 0.85
"""The chance that it is this county: a judged figure, below that of any full name."""


def leading_place(folded: str, gazetteer: Gazetteer) -> Mention | None:
    """The county a folded question begins with by a name of two characters; None without one."""
    for hit in HEAD.finditer(folded):
        name = hit["name"]
        senses = gazetteer.senses.get(name, ())
        if len(senses) != 1 or level(senses[0].path) != COUNTY:
            continue
        fits = whole if name[-1] == "县" else shortened
        if fits(name, senses[0], folded, hit.end()):
            return Mention(senses[0].path, *hit.span(), name, PLAIN)
    return None


def whole(name: str, sense: Sense, folded: str, end: int) -> bool:
    """Whether a name in full (岷县) is one here."""
    return sense.style is Style.FULL and name[0] not in ADJECTIVES and not TITLE.match(folded, end)


def shortened(name: str, sense: Sense, folded: str, end: int) -> bool:
    """Whether a name without its level (临洮) is one here and no word."""
    wordy = name in WORDS or name in DOUBTFUL or name in COMMON_NOUNS
    official = sense.path.rpartition("/")[2]
    return (
        sense.style is Style.BARE
        and not wordy
        and official.startswith(name)
        and official[-1] != "区"
        and background().held_by(name) < COMMON
        and not SMALL_PART.match(folded, end)
    )
