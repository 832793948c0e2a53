"""Parts -> drafts: title, kind, column and flags settled, every character accounted for."""

from __future__ import annotations

import re

from store.model import Draft, Kind, Note, Reading, Repair, Span
from store.reading.bylines import opening_names, signed_names
from store.reading.columns import proper_name
from store.reading.headings import heading_of, label_of
from store.reading.lexicon import ESSAY_COLUMNS, NEWS_COLUMNS, OPENING, WIRE
from store.reading.lines import ITEM
from store.reading.parts import Draught, Part
from store.reading.titling import derived_title

REPORTING = re.compile(
    r"近日|日前|近年来|今年以来|去年|截至目前|记者|”[^，。“”]{2,20}说|下一步|[县镇乡村旗]"
)
ARGUING = re.compile(r"(?:[浅也再漫]?(?:论(?!坛|文|证|述)|谈谈)|[浅也再漫]谈)")
"""How only the title of an essay begins."""
LONG_BRIEF = 3
"""Paragraphs from which an item under a briefs column is a news item with a title."""


def spread_columns(parts: list[Part]) -> None:
    """A column of news reaches the news items that follow it; any other column one article."""
    running: str | None = None
    for part in parts:
        news = kind_of(part) == "news"
        if part.column:
            running = part.column if news or NEWS_COLUMNS.search(part.column) else None
        elif news and running:
            part.column = proper_name(running)
        elif not (part.kind == "photo" and running):
            running = None


def sign_again(parts: list[Part]) -> None:
    """Looks for authors once more in texts that were cut inside an opening or a sign-off."""
    for part in parts:
        if part.pieces and not part.authors:
            part.sign(opening_names(part.pieces[0].text) or signed_names(part.pieces[-1].text))


def draft_of(part: Part) -> Draft:
    """The finished article of a part."""
    heading = heading_of(part.heads)
    title, flags, repairs = heading.title, list(part.flags), list(part.repairs)
    if title is None:
        title = derived_title(
            [p.text for p in part.pieces if p.use != "subhead"] or [c.text for c in part.captions]
        )
        flags.append("title_derived")
        at = part.pieces[0].start if part.pieces else part.heading[0].start if part.heading else 0
        repairs.append(Repair("title_derived", Span(at, at), 0.5, title))
    if not part.pieces:
        flags.append("damaged")
    label = None if part.column else label_of(heading.kicker)
    return Draft(
        title=title,
        kind=kind_of(part),
        paragraphs=tuple(p.paragraph() for p in part.pieces),
        captions=tuple(c.paragraph() for c in part.captions),
        kicker=None if label else heading.kicker,
        subtitle=heading.subtitle,
        column=label or part.column,
        authors=tuple(part.authors),
        source=part.source or _wire(part),
        flags=tuple(dict.fromkeys(flags)),
        heading=tuple(sorted(part.heading)),
        repairs=tuple(sorted(repairs, key=lambda r: (r.span, r.kind))),
    )


def _wire(part: Part) -> str | None:
    """The agency that a text opens with (新华社…电), None when it opens otherwise."""
    found = WIRE.match(part.pieces[0].text[:60]) if part.pieces else None
    return found[1] if found else None


def kind_of(part: Part) -> Kind:
    """The kind of an article: its place first, then its opening, its byline, its column."""
    if part.kind == "photo" or (part.kind == "brief" and len(part.pieces) < LONG_BRIEF):
        return part.kind
    lead = part.pieces[0].text[:60] if part.pieces else ""
    if OPENING.match(lead) or WIRE.match(lead):
        return "news"
    if part.kind == "study" and (not part.bylined or any(ITEM.match(p.text) for p in part.pieces)):
        return "study"
    if part.staff and "本报评论员" not in part.authors:
        return "feature"
    if part.source or part.essayist or (part.column and ESSAY_COLUMNS.search(part.column)):
        return "commentary"
    return "commentary" if part.bylined and not _reports(part) else "feature"


def _reports(part: Part) -> bool:
    """Whether a text under plain names tells what happened somewhere rather than argues."""
    if ARGUING.match(part.headline):
        return False
    return part.pictured or len(set(REPORTING.findall(part.body))) >= 2


def reading_of(text: str, draught: Draught) -> Reading:
    """The reading of a page; what no part has taken is named among the discards."""
    parts, discards = [], list(draught.discards)
    for part in draught.parts:
        if part.pieces or part.captions or (part.heads and part.bylined):
            parts.append(part)
        else:
            discards.extend(Note("heading", text[s.start : s.end], s) for s in part.heading)
    drafts = tuple(draft_of(part) for part in parts)
    taken = [s for d in drafts for s in _spans(d)] + [n.span for n in (*draught.facts, *discards)]
    discards.extend(_marks(text, taken))
    discards.sort(key=lambda n: n.span)
    return Reading(drafts, tuple(draught.facts), tuple(discards))


def _spans(draft: Draft) -> list[Span]:
    texts = (*draft.paragraphs, *draft.captions)
    return [*draft.heading, *(s for p in texts for s in p.spans)]


def _marks(text: str, taken: list[Span]) -> list[Note]:
    """What lies between the spans and is visible: Markdown's own marks, and nothing else."""
    found, at = [], 0
    for start, end in [*sorted(taken), (len(text), len(text))]:
        if start > at and (words := text[at:start]).strip():
            low = at + len(words) - len(words.lstrip())
            high = at + len(words.rstrip())
            found.append(Note("mark", text[low:high], Span(low, high)))
        at = max(at, end)
    return found
