"""What an alert says: the new articles of an issue, grouped, in one message. Pure."""

from __future__ import annotations

from collections.abc import Sequence

from bot import words
from bot.browsing import issue_name
from bot.citing import credits
from bot.markup import MESSAGE_UNITS, break_before, stripped, units
from bot.reply import Button, Reply, Rows, say
from bot.text import Text, bold, join
from store.model import Article, Issue

SHOWN = 20
"""Articles named in one alert, each with a button of its own, five a row."""
PER_ROW = 5
ENOUGH = 24
"""Units a study item must have left to be worth beginning."""


def told(
    issue: Issue, news: Sequence[Article], *, facet: int = 0, late: bool = False, private: bool
) -> Reply:
    """The alert of `news`, articles of `issue` in page order.

    `facet` is the issue's number for buttons, 0 when it has none; `late` says that the chat has
    heard of this issue before. Outside private chats buttons lead into one, because a pressed
    button answers to everybody there. Study items follow in full as far as one message holds.
    """
    head = (words.ALERT_MORE if late else words.ALERT_NEW).format(
        issue=issue_name(issue), count=len(news)
    )
    shown = list(news[:SHOWN])
    listing = grouped(shown)
    rest = len(news) - len(shown)
    text = join(
        "\n\n",
        [bold(head), *listing, words.ALERT_REST.format(count=rest) if rest else ""],
    )
    if len(news) == 1 and news[0].kind != "study":
        text = join("\n", [text, news[0].summary])
    text = with_study(text, [article for article in news if article.kind == "study"])
    return say(text, *buttons(shown, facet, private))


def grouped(news: Sequence[Article]) -> list[Text]:
    """The numbered titles under their columns, or under what kind of article they are."""
    groups: dict[str, list[Text]] = {}
    for number, article in enumerate(news, 1):
        page = words.PAGE.format(page=article.page.lstrip("0") or "0") if article.page else ""
        line = Text(f"{number}. {article.title}") + (f"（{page}）" if page else "")
        groups.setdefault(article.column or words.KINDS[article.kind], []).append(line)
    return [join("\n", [Text(name).marked("italic"), *lines]) for name, lines in groups.items()]


def with_study(text: Text, items: Sequence[Article]) -> Text:
    """The text with study items below it, each in full, or cut at a sentence when that is too
    long for one message."""
    for article in items:
        paragraphs = "\n".join((*article.paragraphs, *article.captions))
        body = join(
            "\n", [bold(article.title), paragraphs, Text(credits(article)).marked("italic")]
        )
        room = MESSAGE_UNITS - units(text.plain) - 2
        if units(body.plain) > room:
            body = shortened(body, room)
        text = join("\n\n", [text, body])
    return text


def shortened(body: Text, room: int) -> Text:
    """As much of a text as fits into `room` UTF-16 units, ended at a sentence; maybe nothing."""
    room -= units(words.ALERT_CUT) + 1
    if room < ENOUGH:
        return Text()
    end = len(body.plain)
    while units(body.plain[:end]) > room:
        end -= max(1, (units(body.plain[:end]) - room) // 2)
    return stripped(body.cut(0, break_before(body.plain, end))) + f"\n{words.ALERT_CUT}"


def buttons(news: Sequence[Article], facet: int, private: bool) -> Rows:
    """A button an article; in a private chat also the whole issue and the subscriptions."""
    single = words.BUTTON_READ if len(news) == 1 else ""
    ways = [
        Button(single or str(at), f"a:{one.number}")
        if private
        else Button(single or str(at), link=f"a_{one.number}")
        for at, one in enumerate(news, 1)
    ]
    rows = [tuple(ways[at : at + PER_ROW]) for at in range(0, len(ways), PER_ROW)]
    if private:
        whole = [Button(words.BUTTON_WHOLE_ISSUE, f"l:{facet}:0")] if facet else []
        rows.append((*whole, Button(words.BUTTON_MINE, "ul:0")))
    return tuple(rows)
