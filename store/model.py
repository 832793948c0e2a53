"""The nouns of the archive, as frozen values: no module here does anything, all others agree on it.

Offsets are counted in characters of `Page.text`, half-open, unless a docstring says otherwise.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, NamedTuple

Kind = Literal["news", "feature", "commentary", "brief", "photo", "study"]
"""news opens with 本报讯; feature has the byline of the paper's own reporter or is a long report;
commentary is an essay; brief an item of a briefs column; photo a picture with its text; study an
item of the study corner."""


Style = Literal["", "title", "subtitle", "subhead", "bullet", "entry"]
"""What a format says of a line: a heading of some depth, a line of a list with a bullet, or one
with a number or a row of a table; nothing says that it is running text."""


class Span(NamedTuple):
    """A half-open range of characters of `Page.text`."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Block:
    """One printed line of a page as the importer saw it.

    `text` equals `page.text[span.start:span.end]`, without white space around it. `blank` counts
    the empty lines before it. `style` is what the format itself says of the line, empty when it
    says nothing.
    """

    text: str
    span: Span
    blank: int = 0
    style: Style = ""


@dataclass(frozen=True, slots=True)
class Imprint:
    """Paper, ISO date, page and home region of a page, each None when nobody knows.

    `origin` says for each known field where it came from: "option", "name", "folder" or "text".
    """

    paper: str | None = None
    date: str | None = None
    page: str | None = None
    region: str | None = None
    origin: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Page:
    """A page as it arrived: its text (never changed, offsets point into it) and its lines."""

    source_file: str
    text: str
    blocks: tuple[Block, ...]
    imprint: Imprint = Imprint()


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph in repaired reading order.

    `text` is exactly the pieces of `Page.text` at `spans`, joined with nothing between.
    """

    text: str
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Repair:
    """Something the reader of the page mended or doubted.

    `kind` is one of rejoined, moved, loop, overlap, foreign, gap, title_matched, title_derived,
    place; `confidence` is the chance (0-1) that the repair is right; `span` is where it happened.
    """

    kind: str
    span: Span
    confidence: float
    note: str = ""


@dataclass(frozen=True, slots=True)
class Draft:
    """An article as the segmenter found it on a page, before the store gives it an id.

    `heading` holds the spans of kicker, title, subtitle, byline, column and source lines, so that
    every character of the page is accounted for. `flags` are words such as damaged,
    title_derived.
    """

    title: str
    kind: Kind
    paragraphs: tuple[Paragraph, ...]
    captions: tuple[Paragraph, ...] = ()
    kicker: str | None = None
    subtitle: str | None = None
    column: str | None = None
    authors: tuple[str, ...] = ()
    source: str | None = None
    flags: tuple[str, ...] = ()
    heading: tuple[Span, ...] = ()
    repairs: tuple[Repair, ...] = ()


@dataclass(frozen=True, slots=True)
class Note:
    """A piece of a page that is in no article: a page fact (`编辑` …) or a named discard."""

    kind: str
    text: str
    span: Span


@dataclass(frozen=True, slots=True)
class Reading:
    """All that was read from one page: together its parts cover every visible character."""

    articles: tuple[Draft, ...]
    facts: tuple[Note, ...] = ()
    discards: tuple[Note, ...] = ()


@dataclass(frozen=True, slots=True)
class Article:
    """An article of the store.

    `id` is stable across re-reading; `number` is a small integer for buttons and links.
    `regions` are full paths from province down, most important first. A passage's paragraph
    number counts `paragraphs` and then `captions`.
    """

    id: str
    number: int
    title: str
    kind: Kind
    paragraphs: tuple[str, ...]
    captions: tuple[str, ...] = ()
    kicker: str | None = None
    subtitle: str | None = None
    column: str | None = None
    authors: tuple[str, ...] = ()
    regions: tuple[str, ...] = ()
    source: str | None = None
    summary: str = ""
    flags: tuple[str, ...] = ()
    paper: str | None = None
    date: str | None = None
    page: str | None = None
    source_file: str = ""


@dataclass(frozen=True, slots=True)
class Passage:
    """The paper's own words: found verbatim in paragraph number `paragraph` of its article.

    `highlights` are half-open character ranges of `text`.
    """

    text: str
    paragraph: int
    highlights: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Filters:
    """What a question or a reader restricts the archive to; None means no restriction.

    `region` is a full path and takes in what lies below it; dates are ISO, both ends included;
    `issue` is the number of an Issue, `page` the name of a page.
    """

    region: str | None = None
    column: str | None = None
    author: str | None = None
    paper: str | None = None
    kind: str | None = None
    since: str | None = None
    until: str | None = None
    issue: int | None = None
    page: str | None = None


NO_FILTERS = Filters()
"""The whole archive."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """An article that may hold the answer, with its score (0-1) and at most three passages.

    There are none when whoever asked did not want this candidate quoted.
    """

    article: Article
    score: float
    passages: tuple[Passage, ...] = ()


@dataclass(frozen=True, slots=True)
class Contradiction:
    """What a question says and the article that holds the rest of it does not bear out.

    `kind` is date, page, author, photo (whose), paper, column, region, number or kind (照片);
    `said` is what the question says, `held` what the article has instead, empty when it has
    nothing or there is no article.
    """

    kind: str
    said: str
    held: str = ""


@dataclass(frozen=True, slots=True)
class Answer:
    """What the archive says to a question.

    `confidence` is the calibrated chance (0-1) that the first candidate is the one meant; `found`
    is whether it is high enough to claim an answer, shared with any that print the same passage.
    `candidates` are there even when it is not;
    `undecided` is whether one of them is then likely to answer, and only which is open;
    `contradiction` is what the first candidate, which holds the matter, is not.
    """

    question: str
    found: bool
    confidence: float
    candidates: tuple[Candidate, ...] = ()
    suggestions: tuple[str, ...] = ()
    ms: float = 0.0
    filters: Filters = NO_FILTERS
    undecided: bool = False
    contradiction: Contradiction | None = None


@dataclass(frozen=True, slots=True)
class Issue:
    """A paper on a date (each None when unknown), with how many pages and articles are held."""

    number: int
    paper: str | None
    date: str | None
    pages: int
    articles: int
