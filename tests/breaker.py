"""A page breaker: prints clean articles the way real pages break them, and keeps the truth.

`broken_page(seed, defects)` gives the text of a page and what it really holds. Everything is
drawn from the seed, so a page that was read wrongly can be made again.
"""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass, replace

from tests.breaker_borrowed import Document, retold
from tests.breaker_news import MASTHEADS, Printed, Truth, invented, print_out
from tests.breaker_text import PEOPLE

DEFECTS = (
    "cut",
    "moved",
    "strayed",
    "mixed",
    "lost",
    "loop",
    "overlap",
    "pasted",
    "late_headline",
    "no_headline",
    "caption",
    "width",
    "fused",
    "markdown",
)
"""cut: sentences cut mid-word at a column's end; moved: the rest stands elsewhere in the article;
strayed: the rest stands after another article; mixed: the rest, and the paragraphs after it, stand
inside another article; lost: the rest is gone; loop: sentences said
again; overlap: a piece begins with the end of the one before; pasted: a block of another
article; late_headline: heading and byline at the page's end; no_headline: the title is gone;
caption: a picture in the middle of a cut; width: half-width marks; fused: title and subtitle or
byline on one line; markdown: headings carry `#`."""
TEXTS = ("feature", "news", "commentary")
MARKS = "。！？：；，、"
HALF = str.maketrans({"，": ",", "：": ":", "（": "(", "）": ")", "；": ";"})


@dataclass(frozen=True)
class Broken:
    """A page as it arrives, what it really holds, and the defects that were done to it."""

    text: str
    truths: tuple[Truth, ...]
    defects: tuple[str, ...]


def broken_page(seed: int, defects: Sequence[str], texts: Sequence[Document] = ()) -> Broken:
    """A page of five to nine articles with the named defects done to some of them; their bodies
    are of the texts where there are any."""
    rng = random.Random(seed)
    truths = retold(rng, invented(rng), texts) if texts else invented(rng)
    marks = bool(set(defects) & {"markdown"})
    printed = [print_out(rng, t, marks) for t in truths]
    truths = [_break(rng, i, truths, printed, set(defects)) for i in range(len(truths))]
    lines = [line for p in printed for line in (*p.head, *p.body)]
    late = [i for i, t in enumerate(truths) if t.kind == "feature"]
    if "late_headline" in defects and late:
        head = printed[late[-1]].head
        lines = [line for line in lines if not any(line is h for h in head)] + head
    if rng.random() < 0.5:
        people = rng.sample(PEOPLE[:20], 3)
        fact = rng.choice(MASTHEADS).format(a=people[0], b=people[1], c=people[2])
        lines = [(1, fact), *lines] if rng.random() < 0.5 else [*lines, (1, fact)]
    text = "\n".join("\n" * blank + words for blank, words in lines)
    if "width" in defects:
        text = text.translate(HALF)
        truths = [_half(t) for t in truths]
    return Broken(text, tuple(truths), tuple(defects))


def _half(t: Truth) -> Truth:
    return replace(
        t,
        title=t.title.translate(HALF),
        subtitle=t.subtitle.translate(HALF),
        paragraphs=tuple(p.translate(HALF) for p in t.paragraphs),
        captions=tuple(c.translate(HALF) for c in t.captions),
    )


def _break(
    rng: random.Random, at: int, truths: list[Truth], printed: list[Printed], defects: set[str]
) -> Truth:
    """Does the defects to one article's print; the truth, less what is lost beyond mending."""
    t, p = truths[at], printed[at]
    whole = t.kind in TEXTS
    if "pasted" in defects and whole and t.kind != "commentary":
        _paste(rng, truths, printed, at)
    if "loop" in defects and whole:
        where = rng.randrange(len(p.body))
        words = p.body[where][1]
        if len(words) > 50 and not words.startswith(("来源", "（", "转自")):
            p.body[where + 1 : where + 1] = [
                (1, words[words.find("。") + 1 :] or words)
            ] * rng.randint(2, 4)
    if whole and defects & {"cut", "moved", "strayed", "mixed", "lost", "overlap", "caption"}:
        t = _cut(rng, t, at, truths, printed, defects)
    if "fused" in defects:
        _fuse(rng, t, p)
    if "no_headline" in defects and t.kind == "feature" and t.byline:
        names = {t.title, t.subtitle, "# " + t.title, "## " + t.subtitle}
        p.head = [line for line in p.head if line[1] not in names]
        p.head[:0] = [] if t.column else [(1, "◎初心如磐")]
        t = replace(t, title_lost=True, column=t.column or "◎初心如磐")
    return t


def _paste(rng: random.Random, truths: list[Truth], printed: list[Printed], at: int) -> None:
    others = [i for i, t in enumerate(truths) if i != at and t.kind == "commentary"]
    if others:
        block = truths[others[0]].paragraphs[-1]
        where = rng.randint(1, len(printed[at].body))
        if not any(words == block for p in printed for _, words in p.body[:0]):
            printed[at].body.insert(where, (1, block))
            truths[others[0]] = replace(truths[others[0]], reach=truths[others[0]].reach)


def _mixes(truths: list[Truth], at: int) -> bool:
    """Whether an article's second half may stand inside the next one's text."""
    below = truths[at + 1] if at % 2 == 0 and at + 1 < len(truths) else None
    return below is not None and below.kind in TEXTS and truths[at].kind != "commentary"


def _mix(rng: random.Random, body: list[tuple[int, str]], block: list[tuple[int, str]]) -> None:
    """Puts a block between two paragraphs, or inside one."""
    where = rng.randrange(len(body))
    words = body[where][1]
    cut = len(words) // 2
    if rng.random() < 0.5 and len(words) > 60 and words[cut - 1] not in MARKS:
        body[where : where + 1] = [(1, words[:cut]), *block, (1, words[cut:])]
    else:
        body[where + 1 : where + 1] = block


def _cut(
    rng: random.Random,
    t: Truth,
    at: int,
    truths: list[Truth],
    printed: list[Printed],
    defects: set[str],
) -> Truth:
    p = printed[at]
    long = [i for i, (_, words) in enumerate(p.body) if len(words) >= 60 and words in t.paragraphs]
    for n, where in enumerate(sorted(rng.sample(long, min(len(long), 2)), reverse=True)):
        words = p.body[where][1]
        cut = rng.randint(18, len(words) - 12)
        while words[cut - 1] in "。！？：；" or words[cut : cut + 1] in "。！？：；”":
            cut -= 1
        if cut < 15:
            continue
        left, right = words[:cut], words[cut:]
        p.body[where] = (1, left)
        if "lost" in defects and n == 0:
            spoilt = tuple(left if x == words else x for x in t.paragraphs)
            t = replace(t, paragraphs=spoilt)
        elif "moved" in defects and n == 0:
            later = rng.randint(where + 2, len(p.body) + 1)
            p.body.insert(min(later, len(p.body)), (1, right))
        elif "strayed" in defects and n == 0 and at + 1 < len(printed):
            printed[at + 1].body.append((1, right))
        elif "mixed" in defects and n == 0 and _mixes(truths, at):
            block, p.body[where + 1 :] = [(1, right), *p.body[where + 1 :]], []
            _mix(rng, printed[at + 1].body, block)
        elif "overlap" in defects and n == 0:
            p.body.insert(where + 1, (1, left[-rng.randint(9, 14) :] + right))
        elif "caption" in defects and n == 0 and t.captions:
            caption = [(3, t.captions[0]), (1, t.credit)]
            p.body[where + 1 : where + 1] = [*caption, (1, right)]
        else:
            p.body.insert(where + 1, (1, right))
    return t


def _fuse(rng: random.Random, t: Truth, p: Printed) -> None:
    for i in range(len(p.head) - 1):
        (blank, first), (_, second) = p.head[i], p.head[i + 1]
        if first == t.title and (second == t.subtitle or second.startswith("□")):
            joint = "" if second.startswith("——") else " "
            p.head[i : i + 2] = [(blank, f"{first}{joint}{second}")]
            return
