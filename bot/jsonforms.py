"""Articles and answers as JSON, in the fields that other programs rely on."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import Any

from store.answers import Explanation
from store.model import Answer, Article, Candidate

ARTICLE_FIELDS = (
    "id", "source_file", "paper", "date", "page", "column", "kicker", "title", "subtitle",
    "authors", "kind", "regions", "source", "paragraphs", "captions", "summary", "flags",
)  # fmt: skip
CITED_FIELDS = ("id", "title", "paper", "date", "page", "column", "regions")


def article_json(article: Article) -> str:
    """One line: the article as `articles --json` prints it and `ingest` reads it."""
    return json.dumps({f: getattr(article, f) for f in ARTICLE_FIELDS}, ensure_ascii=False)


def answer_json(answer: Answer) -> str:
    """One line: the answer with its candidates."""
    return json.dumps(answer_form(answer), ensure_ascii=False)


def answer_form(answer: Answer) -> dict[str, Any]:
    """An answer as plain values."""
    return {
        "question": answer.question,
        "found": answer.found,
        "confidence": round(answer.confidence, 4),
        "ms": round(answer.ms, 2),
        "answers": [candidate_form(candidate) for candidate in answer.candidates],
        "suggestions": list(answer.suggestions),
    }


def candidate_form(candidate: Candidate) -> dict[str, Any]:
    """A candidate as plain values."""
    article = candidate.article
    return {
        "article": {field: getattr(article, field) for field in CITED_FIELDS},
        "score": round(candidate.score, 4),
        "summary": article.summary,
        "passages": [
            {
                "text": passage.text,
                "paragraph": passage.paragraph,
                "highlights": [list(one) for one in passage.highlights],
            }
            for passage in candidate.passages
        ],
    }


def explanation_json(explanation: Explanation) -> str:
    """One line: the answer with the terms and signals behind it."""
    row = {
        "answer": answer_form(explanation.answer),
        "terms": [asdict(term) for term in explanation.terms],
        "signals": dict(explanation.signals),
    }
    return json.dumps(row, ensure_ascii=False)
