"""Which regions an article is about, apart from those it only mentions."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from store.model import Draft, Paragraph, Repair, Span
from store.regions.collective import collective_mentions
from store.regions.damage import Damage, damaged
from store.regions.gazetteer import Gazetteer
from store.regions.lead import dateline, filed, placed_end
from store.regions.mentions import Mention, innermost, mentions_in
from store.regions.paths import COUNTY, county_of, level
from store.regions.weighing import Weights, subjects


class Tagging(NamedTuple):
    """The regions of an article, most important first; all places it names, in order of
    appearance; and damaged place names with what they should be."""

    regions: tuple[str, ...]
    mentions: tuple[str, ...]
    repairs: tuple[Repair, ...]


# What naming a place is worth: in a headline, the subtitle, the first sentence, the byline, a
# caption, a paragraph, the same paragraph once more, and by 全县 or the like.
HEADLINE, SUBTITLE, LEAD, BYLINE = 5.0, 4.0, 2.0, 2.0
CAPTION, BODY, AGAIN, COLLECTIVE = 1.5, 1.0, 0.5, 0.5
FAINT, LONG = 1.5, 4  # a place of less weight is an example in an article of so many paragraphs
LONGEST_NAME = 4  # characters of a name that is a person's and no office's
QUOTED_KINDS = ("commentary", "study")


def tag(draft: Draft, gazetteer: Gazetteer, home: str | None = None, byline: str = "") -> Tagging:
    """Tag one article.

    `home` is the home region of its paper (see `home_of`), `byline` the printed byline, whose unit
    (奇台县融媒体中心) counts. Spans of repairs point into the page where the draft's paragraphs do,
    else into the paragraph.
    """
    heads = [draft.kicker or "", draft.title, draft.subtitle or ""]
    bodies = [paragraph.text for paragraph in (*draft.paragraphs, *draft.captions)]
    texts = [without_names(text, draft.authors, gazetteer) for text in (*heads, byline, *bodies)]
    found = mentions_in(texts, gazetteer, home)
    broken = [
        damaged(text, known, gazetteer, home) if text else []
        for text, known in zip(texts, found, strict=True)
    ]
    found = [
        sorted([*known, *(d.mention for d in b)], key=lambda m: m.start)
        for known, b in zip(found, broken, strict=True)
    ]
    weights = weigh(draft, texts, found, home)
    return Tagging(
        with_counties(
            subjects(
                weights,
                strict=draft.kind in QUOTED_KINDS,
                faint=FAINT if len(draft.paragraphs) >= LONG else 0.0,
            )
        ),
        tuple(dict.fromkeys(mention.path for known in found for mention in innermost(known))),
        tuple(repairs((*draft.paragraphs, *draft.captions), broken[4:])),
    )


def without_names(text: str, authors: Iterable[str], gazetteer: Gazetteer) -> str:
    """The text with spaces for its authors' names, which may begin as a place does (邢台松); a name
    that is a division's as well stays, for it may be the place."""
    for name in authors:
        if len(name) <= LONGEST_NAME and not gazetteer.senses.get(name):
            text = text.replace(name, " " * len(name))
    return text


def weigh(
    draft: Draft, texts: Sequence[str], found: Sequence[list[Mention]], home: str | None
) -> Weights:
    """How strongly each place is the subject, by where it is named."""
    weights = Weights()
    for mention in innermost(found[0]) + innermost(found[1]):
        weights.headline(mention.path, HEADLINE)
    for mention in innermost(found[2]):
        weights.headline(mention.path, SUBTITLE)
    for mention in innermost(found[3]):
        weights.add(mention.path, BYLINE)
    first_caption = 4 + len(draft.paragraphs)
    for number, (text, known) in enumerate(zip(texts[4:], found[4:], strict=True), start=4):
        place = CAPTION if number >= first_caption else BODY
        weigh_paragraph(weights, text, innermost(known), place, number == 4)
    weigh_collectives(weights, texts, found, home)
    return weights


def weigh_paragraph(
    weights: Weights, text: str, known: list[Mention], worth: float, first: bool
) -> None:
    """Each place counts once a paragraph and a little more when named again."""
    wire = filed(text) if first else 0
    start = max(wire, dateline(text))
    end = placed_end(text, start, [m.start for m in known if m.start >= wire]) if first else 0
    seen: set[str] = set()
    for mention in known:
        if mention.start < wire:
            continue
        lead = first and mention.start < end
        weights.add(mention.path, AGAIN if mention.path in seen else worth)
        if lead and mention.path not in seen:
            weights.lead(mention.path, LEAD)
        seen.add(mention.path)


def weigh_collectives(
    weights: Weights, texts: Sequence[str], found: Sequence[list[Mention]], home: str | None
) -> None:
    """全县, 全州, 自治区 and the like stand for the place they follow, or for the home region."""
    for number, path in collective_mentions(texts, found, home):
        if number < 3:
            weights.headline(path, SUBTITLE)
        else:
            weights.add(path, COLLECTIVE)


def with_counties(regions: Iterable[str]) -> tuple[str, ...]:
    """The regions, each below the county preceded by its county."""
    full = ((county_of(path), path) if level(path) > COUNTY else (path,) for path in regions)
    return tuple(dict.fromkeys(path for line in full for path in line if path))


def repairs(paragraphs: Iterable[Paragraph], broken: Iterable[list[Damage]]) -> Iterable[Repair]:
    """The damages as repairs of the page."""
    for paragraph, found in zip(paragraphs, broken, strict=True):
        for mention, right in found:
            note = f"{mention.surface} → {right}"
            yield Repair("place", spot(paragraph, mention), mention.confidence, note)


def spot(paragraph: Paragraph, mention: Mention) -> Span:
    """Where on the page the mention begins and ends, through the pieces of the paragraph."""
    if not paragraph.spans:
        return Span(mention.start, mention.end)
    return Span(
        on_page(paragraph.spans, mention.start), on_page(paragraph.spans, mention.end - 1) + 1
    )


def on_page(spans: Sequence[Span], offset: int) -> int:
    """The place on the page of a character of the paragraph."""
    for start, end in spans:
        if offset < end - start:
            return start + offset
        offset -= end - start
    raise IndexError(offset)
