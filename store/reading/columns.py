"""Columns (栏目): the line that names one, and how far it reaches."""

from __future__ import annotations

import re

from store.reading.bylines import is_name
from store.reading.lexicon import COLUMN_ENDING, KNOWN_COLUMNS, LOOSE_COLUMN_ENDING

MARKED = re.compile(r"^[◎○⊙●]\s*([\u4e00-\u9fff·\s“”]{2,14})$")
FRAMED = re.compile(
    r"^(?:【|\[|〔|■|◆|▶|►|★|☆|●|▲|◇|□|◉|◈|≡|=|\|)\s*([\u4e00-\u9fff\s]{2,10}?)\s*(?:】|\]|〕|■|◆|◀|◄|★|☆|●|▲|◇|□|◉|◈|≡|=|\|)$"
)
LABELLED = re.compile(r"^(?:栏目|专栏)[:：]\s*([\u4e00-\u9fff]{2,10})$")
PLACE = re.compile(r"[省市县区旗州盟乡镇村]$")
OVER = re.compile(r"(?!□|—|--|本报|记者|通讯员)[^。；]{6,36}")
"""A line that a column's name may stand over: a heading, by its length."""

LONGEST = 8


def column_name(text: str, after: str) -> str | None:
    """The column that a line names, None when it names none.

    A mark (`◎`) is enough; without one the line must be a known name, one transposition of
    neighbouring characters allowed, or end as columns' names do with more lines below it.
    """
    for form in (MARKED, FRAMED, LABELLED):
        if (found := form.match(text[:24])) and not is_name(found[1]):
            return found[1].replace(" ", "").replace("\u3000", "")
    name = re.sub(r"[\s·]|^[□■◆▲●★☆◇▶►]", "", text)
    if not 2 <= len(name) <= LONGEST or not re.fullmatch(r"[\u4e00-\u9fff]+", name):
        return None
    if is_known(name):
        return name
    if len(name) > 6 or not after or PLACE.search(name):
        return None
    loose = LOOSE_COLUMN_ENDING.search(name) and len(name) in (4, 5) and is_over(after)
    return name if loose or COLUMN_ENDING.search(name) else None


def is_over(after: str) -> bool:
    """Whether a column's name may stand over a line: over a heading, or over a writer's name."""
    return bool(OVER.fullmatch(after)) or is_name(after.lstrip("□●■ "))


def is_known(name: str) -> bool:
    """Whether a name is a known one, as printed or as `proper_name` mends it."""
    return proper_name(name) in KNOWN_COLUMNS


def proper_name(name: str) -> str:
    """The known name of a column whose print has two neighbours swapped, else the name itself.

    The article under the line keeps what was printed; the ones it merely reaches get this.
    """
    if name in KNOWN_COLUMNS or len(name) < 4:
        return name
    swaps = (f"{name[:i]}{name[i + 1]}{name[i]}{name[i + 2 :]}" for i in range(len(name) - 1))
    return next((s for s in swaps if s in KNOWN_COLUMNS), name)
