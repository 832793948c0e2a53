"""Days with an open end: 今年以来, 3月15日以后的文章, 2025年以前的报道. Pure.

What lies before a day is only meant where articles are asked for: 3月8日之前栽了多少树 asks what
happened, and the text tells the day.
"""

from __future__ import annotations

import re
from datetime import date

from store.dates import When, when

ARTICLES = "的?(?:报纸?|新闻|文章|报道|消息|稿件?|作品|内容|照片|评论)"
ASKED = rf"(?=[\s,。?!]*$|{ARTICLES}|[^,。]{{1,12}}{ARTICLES}[?!。]*$)"
SINCE = re.compile("以来|以后|之后|至今|到(?:现在|今天|目前)(?:为止)?")
UNTIL = re.compile(f"(?:以|之)?前(?![后夕]){ASKED}")


def days_meant(folded: str, today: date) -> When | None:
    """The days a folded question names, up to today or from the first one on where it says so;
    None when it names none."""
    found = when(folded, today)
    if found is None:
        return None
    if hit := SINCE.match(folded, found.stop):
        last = max(today, found.since)
        return found._replace(until=last, stop=hit.end(), yearless=False)
    if (hit := UNTIL.match(folded, found.stop)) and found.since > date.min:
        last = date.fromordinal(found.since.toordinal() - 1)
        return found._replace(since=date.min, until=last, stop=hit.end(), yearless=False)
    return found
