"""Why an answer came out as it did, for the owner at a terminal."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict

from bot import owner_words as words
from bot.answering import refusal
from bot.citing import place
from store.answers import Explanation, Term
from store.confidence import FOUND

HEADING = -1
"""The number of an article's heading among the places of a term."""


def explained(explanation: Explanation) -> str:
    """The verdict, the candidates, the words of the question and the signals, in lines."""
    return "\n".join(lines(explanation))


def lines(explanation: Explanation) -> Iterator[str]:
    """The explanation line by line; of the signals those that have a name in Chinese."""
    answer = explanation.answer
    yield words.EXPLAIN_QUESTION.format(question=answer.question)
    verdict = words.EXPLAIN_FOUND if answer.found else words.EXPLAIN_NOT_FOUND
    yield verdict.format(confidence=answer.confidence, enough=FOUND)
    if answer.contradiction:
        yield refusal(answer)
    kept = [str(value) for value in asdict(answer.filters).values() if value is not None]
    if kept:
        yield words.EXPLAIN_WITHIN.format(within="、".join(kept))
    yield words.EXPLAIN_CANDIDATES if answer.candidates else words.EXPLAIN_NO_CANDIDATES
    for number, one in enumerate(answer.candidates, 1):
        yield f"  {number}. {one.score:.2f}  {one.article.title}（{place(one.article)}）"
    if explanation.terms:
        yield words.EXPLAIN_TERMS
    for term in sorted(explanation.terms, key=lambda one: (one.channel, -one.weight)):
        yield f"  {term_line(term)}"
    if explanation.signals:
        yield words.EXPLAIN_SIGNALS
    for name, told in words.SIGNALS.items():
        if name in explanation.signals:
            yield f"  {explanation.signals[name]:.2f}  {told}"


def term_line(term: Term) -> str:
    """A word of the question: how rare it is and where the first candidate has it."""
    heard = words.EXPLAIN_HEARD if term.channel == "sound" else ""
    there = [words.EXPLAIN_HEADING] if HEADING in term.places else []
    numbers = "、".join(str(number + 1) for number in term.places if number != HEADING)
    there += [words.EXPLAIN_PARAGRAPHS.format(numbers=numbers)] if numbers else []
    return words.EXPLAIN_TERM.format(
        text=f"{term.text}{heard}",
        weight=term.weight,
        chunks=term.chunks,
        places="，".join(there) or words.EXPLAIN_NOWHERE,
    )
