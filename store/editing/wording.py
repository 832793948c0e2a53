"""Corrections inside paragraphs: other words, a paragraph cut in two, two joined into one."""

from __future__ import annotations

from collections.abc import Sequence

from store.editing.anchors import EDGE, Anchor, Found, locate
from store.editing.correction import Correction, Unfit
from store.editing.fields import position
from store.editing.shapes import unjoined, without
from store.editing.sheet import Sheet, Strand
from store.model import Paragraph


def reword(sheets: list[Sheet], correction: Correction) -> list[Sheet]:
    """A paragraph says what the editor wrote; its place on the page stays known.

    Raises Unfit when the paragraph is gone.
    """
    detail = correction.detail
    at, found = locate(sheets, Anchor.from_json(detail["what"]), correction.article)
    spans = tuple(span for text in found.texts[found.first : found.stop] for span in text.spans)
    return put_back(sheets, at, found, [Paragraph(detail["text"], spans)])


def cut_apart(sheets: list[Sheet], correction: Correction) -> list[Sheet]:
    """A paragraph becomes two where the words begin that the editor named.

    Nothing is left to do when a better reading has cut there. Raises Unfit when the words are
    gone.
    """
    anchor = Anchor.from_json(correction.detail["at"])
    at, found = locate(sheets, anchor, correction.article)
    if found.texts[found.first].text[:EDGE] != anchor.text[:EDGE]:
        raise Unfit(f"版面上已找不到“{anchor.text[:20]}”这一处。")
    apart = sheets[at].with_strand(found.strand, found.texts)
    return [*sheets[:at], unjoined(apart, found.texts[: found.first]), *sheets[at + 1 :]]


def rejoin(sheets: list[Sheet], correction: Correction) -> list[Sheet]:
    """A paragraph, of the same article or another, goes on where one ends.

    Nothing is left to do when a better reading has them as one. An article that has nothing left
    goes. Raises Unfit when either is gone.
    """
    detail = correction.detail
    first, second = Anchor.from_json(detail["first"]), Anchor.from_json(detail["second"])
    whole = Anchor(first.text + second.text, first.number)
    receiver = position(sheets, correction.article)
    if any(whole.text in text.text for text in sheets[receiver].texts):
        return sheets
    at, taken = locate(sheets, second, detail["other"])
    rest = taken.texts[taken.first : taken.stop]
    left = without(sheets, at, taken, spare=correction.article)
    at, found = locate(left, first, correction.article)
    held = found.texts[found.first : found.stop]
    return put_back(left, at, found, [joined((*held, *rest))])


def joined(texts: Sequence[Paragraph]) -> Paragraph:
    """Paragraphs as one, with nothing between."""
    return Paragraph(
        "".join(text.text for text in texts), tuple(s for text in texts for s in text.spans)
    )


def put_back(sheets: list[Sheet], at: int, found: Found, texts: Sequence[Paragraph]) -> list[Sheet]:
    """The sheets with other paragraphs in the place of those found."""
    strand: Strand = found.strand
    now = (*found.texts[: found.first], *texts, *found.texts[found.stop :])
    return [*sheets[:at], sheets[at].with_strand(strand, now), *sheets[at + 1 :]]
