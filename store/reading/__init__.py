"""Page -> articles, as its editor meant them. Pure: the same page always reads the same."""

from __future__ import annotations

from store.model import Page, Reading
from store.reading.drafts import reading_of, sign_again, spread_columns
from store.reading.lines import lines_of
from store.reading.matching import match_headings
from store.reading.order import mend_order
from store.reading.repeats import remove_repeats
from store.reading.scan import scan

__all__ = ["read"]


def read(page: Page) -> Reading:
    """The articles, facts and discards of a page; their spans cover every visible character."""
    draught = scan(lines_of(page))
    remove_repeats(draught)
    mend_order(draught)
    sign_again(draught.parts)
    match_headings(draught)
    spread_columns(draught.parts)
    return reading_of(page.text, draught)
