"""How well broken pages are read, by kind of defect. Run it: `python -m tests.bench_reading`.

A row is a kind of defect done to some pages; the columns are shares of articles: found on their
own, whole, nothing foreign, every paragraph as printed by its editor, title, column, kind,
authors, source; the last column counts articles that were made up, a page.
"""

from __future__ import annotations

import argparse
import re
import time
import unicodedata
from collections import Counter, defaultdict
from pathlib import Path

from store.model import Draft
from store.pages import page_from_text
from store.reading import read
from tests.breaker import DEFECTS, Broken, broken_page
from tests.breaker_borrowed import documents
from tests.breaker_news import Truth

CHECKS = ("found", "whole", "pure", "paragraphs", "title", "column", "kind", "authors", "source")


def folded(text: str | None) -> str:
    """Width folded, white space and marks of emphasis gone: layout does not decide."""
    return re.sub(r"[\s“”\"‘’'「」◎★#—]", "", unicodedata.normalize("NFKC", text or ""))


def body(draft: Draft) -> str:
    """All text of an article, folded."""
    return folded("".join(p.text for p in (*draft.paragraphs, *draft.captions)))


def closest(truth: Truth, drafts: tuple[Draft, ...]) -> int:
    """The number of the article that holds most of the true paragraphs' beginnings; -1 if none."""
    marks = [folded(p)[-24:] for p in truth.paragraphs if len(p) > 20]
    counts = [(sum(m in body(d) for m in marks), -len(body(d)), -i) for i, d in enumerate(drafts)]
    best = max(counts, default=(0, 0, 0))
    return -best[2] if best[0] else -1


def checks(truth: Truth, got: Draft, others: list[Truth], shared: bool) -> dict[str, bool]:
    """What is right about an article that was found."""
    text = body(got)
    mine = [folded(p) for p in truth.paragraphs]
    foreign = [folded(p)[-24:] for o in others for p in o.paragraphs if len(p) > 30]
    head = folded("".join(x or "" for x in (got.kicker, got.title, got.subtitle)))
    column = {folded(truth.column), ""} if truth.reach else {folded(truth.column)}
    if truth.reach:
        column.add(folded(got.column))
    paragraphs = [folded(p.text) for p in got.paragraphs]
    return {
        "found": not shared,
        "whole": all(p in text + head for p in mine),
        "pure": not any(f in text for f in foreign),
        "paragraphs": all(p in paragraphs for p in mine) and len(paragraphs) <= len(mine),
        "title": truth.title_lost or folded(truth.title) in head,
        "column": folded(got.column) in column,
        "kind": got.kind == truth.kind,
        "authors": set(truth.authors) <= set(got.authors),
        "source": folded(got.source) == folded(truth.source),
    }


def judged(page: Broken, verbose: bool = False) -> tuple[Counter[str], int, int]:
    """Right answers by check, articles there were, and articles made up."""
    drafts = read(page_from_text(page.text)).articles
    where = [closest(t, drafts) for t in page.truths]
    good: Counter[str] = Counter()
    for truth, at in zip(page.truths, where, strict=True):
        if at < 0:
            continue
        others = [t for t in page.truths if t is not truth]
        answers = checks(truth, drafts[at], others, where.count(at) > 1)
        good.update(name for name, right in answers.items() if right)
        good["all"] += all(answers.values())
        if verbose and not all(answers.values()):
            missed = [name for name, right in answers.items() if not right]
            print(f"    {truth.kind} {truth.title or truth.paragraphs[0][:20]}: {missed}")
    return good, len(page.truths), len(drafts) - len(set(where) - {-1})


def main() -> None:
    """Prints the table."""
    ask = argparse.ArgumentParser(description=__doc__)
    ask.add_argument("--pages", type=int, default=20, help="pages of each kind of defect")
    ask.add_argument("--seed", type=int, default=0)
    ask.add_argument("--only", help="one kind of defect, its misses named")
    ask.add_argument("--texts", type=Path, help="a corpus (JSON Lines) for the articles' bodies")
    args = ask.parse_args()
    texts = documents(args.texts) if args.texts else ()
    rows = [args.only] if args.only else ["none", *DEFECTS, "all of them"]
    print(f"{'defect':14}" + "".join(f"{c:>11}" for c in (*CHECKS, "all", "made up")))
    started, pages = time.perf_counter(), 0
    total: dict[str, int] = defaultdict(int)
    for row in rows:
        defects = {"none": (), "all of them": DEFECTS}.get(row, ("cut", row))
        sums: Counter[str] = Counter()
        count = stray = 0
        for seed in range(args.seed, args.seed + args.pages):
            if args.only:
                print(f"  page {seed}")
            good, articles, made_up = judged(
                broken_page(seed, defects, texts), bool(args.only)
            )
            sums, count, stray, pages = sums + good, count + articles, stray + made_up, pages + 1
        total["articles"] += count
        cells = "".join(f"{sums[c] / count:11.3f}" for c in (*CHECKS, "all"))
        print(f"{row:14}{cells}{stray / args.pages:11.2f}")
    took = time.perf_counter() - started
    print(f"{pages} pages, {total['articles']} articles, {pages / took:.0f} pages/s with scoring")


if __name__ == "__main__":
    main()
