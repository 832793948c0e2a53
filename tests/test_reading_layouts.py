from __future__ import annotations

import pytest

from store.model import Draft
from store.pages import page_from_text
from store.reading import read
from tests.pages_by_hand import HAND_PAGES, Meant


def told(draft: Draft) -> Meant:
    """A draft in the terms of what was meant."""
    return Meant(
        draft.kind,
        None if "title_derived" in draft.flags else draft.title,
        len(draft.paragraphs),
        draft.authors,
        draft.column,
        draft.kicker,
        draft.subtitle,
        draft.source,
        len(draft.captions),
    )


@pytest.mark.parametrize("layout", HAND_PAGES)
def test_a_page_in_another_layout_is_read_as_its_editor_meant_it(layout: str) -> None:
    text, meant = HAND_PAGES[layout]
    assert [told(d) for d in read(page_from_text(text)).articles] == list(meant)


@pytest.mark.parametrize("layout", HAND_PAGES)
def test_a_whole_page_has_no_article_that_is_called_damaged(layout: str) -> None:
    reading = read(page_from_text(HAND_PAGES[layout][0]))
    assert [d.title for d in reading.articles if "damaged" in d.flags] == []
