"""A question, and what is said to it: found, not found, and the next candidates."""

from __future__ import annotations

from collections.abc import Sequence
from zlib import crc32

from bot import refusal_words, words
from bot.citing import citation, label
from bot.emptiness import nothing
from bot.reply import Button, Reply, Rows, say
from bot.showing import shown
from bot.talk import Talk
from bot.text import Text, join
from store import asked, browse
from store.model import Answer, Article, Contradiction
from store.regions import short_name

QUESTION_LIMIT = 500
"""Characters of a question; longer ones are a pasted text."""
NEAR_MOST = 3
LEVEL = 0.97
"""Share of the best score above which another candidate cannot be told from it."""
FLOOR = 0.6
"""Share of the best score below which another candidate has little to do with the question."""


def question(talk: Talk, text: str) -> Reply:
    """The answer to `text`, logged so that its buttons work after a restart."""
    if len(text) > QUESTION_LIMIT:
        return say(words.TOO_LONG.format(limit=QUESTION_LIMIT))
    answer = talk.memory.ask(talk.store, text, talk.now.date())
    number = asked.remember(talk.store, answer, talk.now)
    return found(talk, answer, number) if answer.found else missing(talk, answer, number)


def found(talk: Talk, answer: Answer, number: int) -> Reply:
    """The first candidate in full, with the ways on from it."""
    best = answer.candidates[0]
    body = shown(best, answer.question, brief=talk.brief)
    level = [other for other in answer.candidates[1:] if other.score >= best.score * LEVEL]
    if level and not talk.brief:
        body = join("\n\n", [body, words.ALSO])
    rivals = () if talk.brief else tuple((to_article(o.article),) for o in level[:NEAR_MOST])
    ways = ways_on(best.article, number, bool(others(answer)), brief=talk.brief)
    return say(body, *rivals, *ways, articles=(best.article.number,))


def others(answer: Answer) -> list[Article]:
    """The candidates behind the first that may have to do with the question as well."""
    least = FLOOR * answer.candidates[0].score if answer.candidates else 0.0
    return [other.article for other in answer.candidates[1:] if other.score >= least]


def ways_on(article: Article, number: int, further: bool, *, brief: bool) -> Rows:
    """The buttons under an answer."""
    read = [Button(words.BUTTON_READ, f"a:{article.number}")]
    if further:
        read.append(Button(words.BUTTON_MORE, f"q:{number}:0"))
    read.append(Button(words.BUTTON_RELATED, f"r:{article.number}"))
    if brief:
        return (tuple(read),)
    read.append(Button(words.BUTTON_LIKE, f"sk:{article.number}"))
    return (
        tuple(read),
        (
            Button(words.BUTTON_COPY, copy=citation(article)),
            Button(words.BUTTON_SHARE, share=f"a_{article.number}"),
            Button(words.BUTTON_GOOD, f"v:{number}:1"),
            Button(words.BUTTON_BAD, f"v:{number}:0"),
        ),
    )


def missing(talk: Talk, answer: Answer, number: int) -> Reply:
    """Say that the archive does not hold it, or not which article does, and offer what is near."""
    titles = {c.article.title: c.article for c in reversed(answer.candidates)}
    near: list[Button] = []
    meant: list[Button] = []
    for suggestion in answer.suggestions:
        if suggestion in titles:
            near.append(to_article(titles[suggestion]))
        else:
            meant.append(Button(suggestion[:40], f"s:{number}:{marked(suggestion)}"))
    text = words.UNDECIDED if answer.undecided else refusal(answer)
    if empty := nothing(talk, ""):
        text += "\n" + empty
    if meant:
        text += "\n" + words.MEANT
    elif near and not (answer.undecided or answer.contradiction):
        text += "\n" + words.NEAR
    here = place_named(talk, answer)
    spoken = [c.article.number for c in answer.candidates[:1] if answer.contradiction]
    rows = ((button,) for button in (meant + near)[:NEAR_MOST])
    return say(text, *rows, here, articles=tuple(spoken))


def refusal(answer: Answer) -> str:
    """That nothing was found: what of the question is not so, or that the place it names is in the
    paper, where that can be said."""
    if answer.contradiction:
        return unlike(answer.contradiction, bool(answer.candidates))
    question = answer.question.strip()[:100]
    if region := answer.filters.region:
        return words.PLACE_ONLY.format(place=short_name(region), question=question)
    return words.NOT_FOUND.format(question=question)


def unlike(contradiction: Contradiction, near: bool) -> str:
    """What the question says that is not there, and what is instead; `near` is whether an article
    holds the rest of it."""
    kind, said, held = contradiction.kind, contradiction.said[:30], contradiction.held[:30]
    if not near:
        return refusal_words.NONE_OF[kind].format(said=said)
    form = refusal_words.UNLIKE[kind] if held else refusal_words.UNLIKE_ANY
    return form.format(said=said, held=held)


def place_named(talk: Talk, answer: Answer) -> tuple[Button, ...]:
    """The way to what the paper has of the place that a question names."""
    region = answer.filters.region
    if region is None:
        return ()
    with talk.store.reading() as db:
        number = browse.numbers(db, "region").get(region)
    label = words.BUTTON_PLACE.format(place=short_name(region))
    return (Button(label, f"l:{number}:0"),) if number else ()


def to_article(article: Article) -> Button:
    """A button that opens an article."""
    return Button(label(article), f"a:{article.number}")


def listing(text: str, articles: Sequence[Article]) -> Reply:
    """Articles as buttons below a text."""
    rows = ((to_article(article),) for article in articles)
    return say(text, *rows, articles=tuple(article.number for article in articles))


def more(talk: Talk, number: int) -> Reply:
    """The candidates behind the first, as a list of titles."""
    past = asked.get(talk.store, number)
    answer = talk.memory.ask(talk.store, past.question, past.day)
    rest = others(answer)
    if not rest:
        return say(words.NO_MORE)
    return listing(words.RESULTS.format(question=past.question[:60]), rest)


def suggested(talk: Talk, number: int, mark: str) -> Reply:
    """Ask what the bot had suggested instead of question `number`."""
    past = asked.get(talk.store, number)
    answer = talk.memory.ask(talk.store, past.question, past.day)
    meant = next((one for one in answer.suggestions if marked(one) == mark), None)
    return say(words.GONE) if meant is None else question(talk, meant)


def marked(suggestion: str) -> str:
    """A few letters that tell a suggestion from others: the archive may suggest others later."""
    return f"{crc32(suggestion.encode()):x}"


def judged(talk: Talk, number: int, good: bool, reason: str | None) -> Reply:
    """Keep a verdict; a bad one without a reason asks for it once."""
    asked.get(talk.store, number)
    named = dict(words.REASONS).get(reason or "")
    asked.judge(talk.store, number, good, named, talk.now)
    if good or named:
        return Reply(toast=words.THANKS)
    reasons = tuple(Button(text, f"v:{number}:0:{key}") for key, text in words.REASONS)
    return Reply(Text(words.WHY_BAD), (reasons[:2], reasons[2:]), toast=words.THANKS)
