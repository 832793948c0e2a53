"""A title for a text that was printed without one, in the paper's own words."""

from __future__ import annotations

import re
from collections.abc import Sequence

from store.reading.lexicon import OPENING
from store.reading.words import left_open, unopened

LONGEST = 30
SHORTEST = 8
LONGEST_LEAD = 36
SHORTEST_ACT = 6
LEAD_IN = re.compile(
    r"^(?:[(（【][上紧]接[^)）】]{1,8}[)）】]\s*|[^。]{0,40}?(?:报道|讯)[)）]?[：:]\s*|本报讯\s*(?:[(（][^)）]{0,40}[)）])?\s*|[◆◇■▲△●►▶▪※★☆□•·*-]\s*|\d{1,2}[.．、]\s*)"
)
TIMES = re.compile(
    r"^(?:近日|日前|近年来|近期|连日来|今年以来|今年|去年|去年以来|前不久|最近|目前|截至目前|为此|如今|"
    r"眼下|连月来|入[春夏秋冬]以来|[春夏秋冬]季以来|春节期间|(?:\d{4}年)?\d{1,2}月\d{1,2}日(?:上午|下午)?|"
    r"\d{1,2}月(?:上旬|中旬|下旬|份)?|\d{4}年(?:以来)?)[，,]?"
)
CLAUSE = re.compile(r"[，,。！？；：:!?;…]+")
OWN_TITLE = re.compile(r"([^\s，。；：,;:（(]{6,24})[ \u3000]+(?=\S{12})")
"""A brief's title on the line of its text, with a space between."""

LEADS_UP = re.compile(
    r"^(?:为|通过|随着|按照|根据|在[^，]{2,30}(?:下|中|上|后|时|之际)$|以[^，]{2,30}为|自|"
    r"立足|坚持|依托|当前|本着|走进|这是|从[^，]{1,10}出发|[深初盛][春夏秋冬]|[春夏秋冬][日季天夜]|[\u4e00-\u9fff]{0,4}时节|据了解|据悉|[^，]{0,6}以来$)"
)
"""Clauses that tell why, when or how, before the one that tells who did what. One that names the
matter itself (聚焦…, 针对…) stays: it has the words a reader looks for."""

SUBJECT = re.compile(
    r"^(.{2,19}?[省市县区旗盟州乡镇村所局委部会校院司心站组办处厅社队党])"
    r"(?=结合|瞄准|聚焦|围绕|针对|坚持|立足|依托|抢抓|紧盯|着眼|按照|紧扣|注重|以[^，]{2,30}为)"
)
"""Who acts, before a clause that only leads up to the act."""


ACTOR = re.compile(
    r"^(?!持续|加强|提升|不断|进一步|全面|推动|促进|深入|切实|强化|着力|扎实|完善|充分|有效|激发|提高|营造|确保|让|使)"
    r".{2,12}?[省市县区旗盟州乡镇村局委部院校社站队](?!级|民|域|群|干部|内|里|务|员|会|落)"
)
ABOVE = re.compile(r"^.{2,8}?[省市盟州](?=.{1,6}?[县旗区市])")
"""The division above the one that matters, left out where there is no room."""


def derived_title(paragraphs: Sequence[str]) -> str:
    """A title taken from the lead: who, and what they did; 30 characters at most.

    Where the lead clause only tells with what in view they did it, a space stands for it, as it
    stands between the halves of a printed title. A paragraph that opens with speech or scenery
    says little about the matter, so the first of the first three that does not is taken.
    """
    told = [p for p in paragraphs[:3] if not p.startswith(("“", '"', "‘", "「"))] or list(
        paragraphs[:1]
    )
    for paragraph in told:
        if lead := _lead(paragraph):
            return lead
    return (paragraphs[0][:LONGEST] if paragraphs else "") or "（无题）"


def _lead(paragraph: str) -> str:
    """Who did what in the first sentence of a paragraph, empty when it has no clause."""
    words = paragraph[:400]
    if OPENING.match(words) or words[:1] in "◆◇■▲△●►▶▪※★☆□•·*-(（【123456789":
        words = LEAD_IN.sub("", LEAD_IN.sub("", words))
        if own := OWN_TITLE.match(words):
            return own[1]
    clauses = _from_the_actor([c for c in map(_timeless, _clauses(words)) if c])
    if not clauses:
        return ""
    if acted := _acted(clauses):
        return acted
    lead = clauses[0]
    if len(lead) < SHORTEST and len(clauses) > 1 and len(lead) + len(clauses[1]) < LONGEST:
        start = words.index(lead)
        return words[start : words.index(clauses[1], start) + len(clauses[1])]
    return _short(lead)


def _from_the_actor(clauses: list[str]) -> list[str]:
    """The clauses without those that lead up to the one that names who acts."""
    if not clauses or not LEADS_UP.search(clauses[0]):
        return clauses
    for at, clause in enumerate(clauses[1:5], 1):
        if ACTOR.match(clause) and not LEADS_UP.search(clause):
            return clauses[at:]
    return next((clauses[i:] for i, c in enumerate(clauses) if not LEADS_UP.search(c)), clauses)


def _clauses(words: str) -> list[str]:
    """The clauses of the first sentence, none cut inside a quotation or bracket."""
    found, start = [], 0
    for mark in CLAUSE.finditer(f"{words}。"):
        clause = words[start : mark.start()]
        if left_open(clause) and "。" not in mark[0]:
            continue
        found.append(clause.strip())
        start = mark.end()
        if "。" in mark[0] and len("".join(found)) >= SHORTEST:
            break
    return [c for c in found if c]


def _timeless(clause: str) -> str:
    return TIMES.sub("", TIMES.sub("", clause)).strip()


def _acted(clauses: Sequence[str]) -> str:
    """The subject of a clause that leads up to the act, and the act; empty when there is none."""
    found = SUBJECT.match(clauses[0])
    if not found or len(clauses) < 2 or len(clauses[0]) > LONGEST_LEAD or unopened(clauses[1]):
        return ""
    who = found[1]
    for act in clauses[1:3]:
        if LEADS_UP.search(act) or len(act) < SHORTEST_ACT or left_open(act):
            continue
        if len(who) + len(act) >= LONGEST:
            who = ABOVE.sub("", who)
        if len(who) + len(act) < LONGEST:
            return f"{who} {act}"
    return ""


def _short(lead: str) -> str:
    """A clause within the limit, cut after a pause or a bracketed word, never inside a quote."""
    if len(lead) <= LONGEST:
        return lead
    for at in range(LONGEST, SHORTEST, -1):
        if (lead[at - 1] in "”》" or lead[at] in "、及和并与暨") and not left_open(lead[:at]):
            return lead[:at]
    return lead[:LONGEST]
