"""Which article of a page read again is which article of before, so that ids survive."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence

from store.model import Article, Draft

SAME = 0.3
"""Share of common character pairs above which two versions are one article. A repaired article
keeps well over half of its pairs; different articles of one page share under a tenth."""
LEAD = 60


def identities(old: Sequence[Article], new: Sequence[Draft], key: str) -> list[tuple[str, int]]:
    """For each new draft its id and number: those of the old article it continues, else a fresh
    id and 0. `key` names the page; the same page read anywhere gives the same ids."""
    before = [pairs(article.title, article.paragraphs, article.captions) for article in old]
    now = [
        pairs(
            draft.title,
            [p.text for p in draft.paragraphs],
            [caption.text for caption in draft.captions],
        )
        for draft in new
    ]
    likeness = sorted(
        ((share(before[i], now[j]), -i, -j) for i in range(len(old)) for j in range(len(new))),
        reverse=True,
    )
    chosen: dict[int, int] = {}
    for score, i, j in likeness:
        if score >= SAME and -j not in chosen and -i not in chosen.values():
            chosen[-j] = -i
    taken = {article.id for article in old}
    given: list[tuple[str, int]] = []
    for j, draft in enumerate(new):
        if j in chosen:
            given.append((old[chosen[j]].id, old[chosen[j]].number))
            continue
        fresh = fresh_id(key, draft, taken)
        taken.add(fresh)
        given.append((fresh, 0))
    return given


def pairs(title: str, paragraphs: Sequence[str], captions: Sequence[str]) -> set[str]:
    """The pairs of neighbouring characters of an article."""
    text = title + "".join(paragraphs) + "".join(captions)
    return {text[at : at + 2] for at in range(len(text) - 1)}


def share(one: set[str], other: set[str]) -> float:
    """Common pairs over the smaller set (0-1): a shortened article is still the same."""
    least = min(len(one), len(other))
    return len(one & other) / least if least else 0.0


def fresh_id(key: str, draft: Draft, taken: set[str]) -> str:
    """Twelve hex digits from the page, the title and the first words, unlike any in `taken`."""
    lead = draft.paragraphs[0].text[:LEAD] if draft.paragraphs else ""
    twin = 0
    while True:
        seed = f"{key}\n{draft.title}\n{lead}\n{twin or ''}"
        made = hashlib.sha256(seed.encode()).hexdigest()[:12]
        if made not in taken:
            return made
        twin += 1
