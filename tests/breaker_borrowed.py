"""Bodies of articles from a corpus instead of invented ones: more texts to break than ours."""

from __future__ import annotations

import random
import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from tests.breaker_news import Truth
from tests.question_sets import rows

SENTENCE = re.compile(r"[^。！？]+[。！？]”?")
LENGTH = range(12, 150)
FEWEST = 6
"""Sentences that a document must have."""
OPENING = re.compile(r"本报讯[^：]{0,30}?(?:报道：|[)）])")

Document = Sequence[str]
"""The sentences of a text, in order."""


def documents(path: Path) -> list[Document]:
    """The longer documents of a corpus (JSON Lines with `doc` and `text`)."""
    found: dict[str, list[str]] = defaultdict(list)
    for row in rows(path):
        text = re.sub(r"\s+", "", row["text"])
        found[row.get("doc") or row["pid"]] += [
            said for said in SENTENCE.findall(text) if len(said) in LENGTH
        ]
    return [said for said in found.values() if len(said) >= FEWEST]


def retold(rng: random.Random, truths: Sequence[Truth], texts: Sequence[Document]) -> list[Truth]:
    """The same articles with bodies from the documents, each from one of its own; headings stay,
    so that they have nothing to do with the text below them."""
    bodies = iter(rng.sample(texts, len(truths)))
    return [_retold(rng, truth, next(bodies)) for truth in truths]


def _retold(rng: random.Random, truth: Truth, text: Document) -> Truth:
    if truth.kind not in ("feature", "news", "commentary"):
        return truth
    paragraphs: list[str] = []
    at = 0
    most = rng.randint(3, 6)
    while at < len(text) and len(paragraphs) < most:
        size = rng.randint(1, 3)
        paragraphs.append("".join(text[at : at + size]))
        at += size
    if opening := OPENING.match(truth.paragraphs[0]):
        paragraphs[0] = opening[0] + paragraphs[0]
    return replace(truth, paragraphs=tuple(paragraphs), subheads=())
