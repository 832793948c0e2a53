"""What an alert says: the new articles of an issue, grouped, in one message. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from bot import words
from bot.browsing import issue_name
from bot.citing import credits
from bot.markup import MESSAGE_UNITS, break_before, messages, stripped, units
from bot.reply import Button, Reply, Rows, say
from bot.text import Text, bold, join
from store.model import Article, Issue

SHOWN = 20
"""Articles named in one alert, each with a button of its own, five a row."""
PER_ROW = 5
ENOUGH = 24
"""Units a study item must have left to be worth beginning."""


@dataclass(frozen=True, slots=True)
class Part:
    """What is told of one issue: `news` are articles of it in page order, `facet` is its number
    for buttons, 0 when it has none; `late` says that the chat has heard of it before."""

    issue: Issue
    news: Sequence[Article]
    facet: int = 0
    late: bool = False


def told(part: Part, *, private: bool) -> Reply:
    """The alert of one issue.

    Outside private chats buttons lead into one, because a pressed button answers to everybody
    there. Study items follow in full as far as one message holds.
    """
    study = [article for article in part.news if article.kind == "study"]
    text = with_study(listing(part), study)
    return say(text, *numbered(part.news[:SHOWN], private), *ways([part], private))


def together(parts: Sequence[Part], *, private: bool) -> Reply | None:
    """Several issues in one digest, the articles numbered through; None when it does not fit into
    one message with everything that alerts of their own would hold."""
    news = [article for part in parts for article in part.news]
    if len(news) > SHOWN:
        return None
    texts: list[Text] = []
    for at, part in enumerate(parts):
        texts.append(listing(part, 1 + sum(len(before.news) for before in parts[:at])))
    study = [whole(article) for article in news if article.kind == "study"]
    text = join("\n\n", [*texts, *study])
    if len(messages(text)) > 1:
        return None
    return say(text, *numbered(news, private), *ways(parts, private))


def listing(part: Part, first: int = 1) -> Text:
    """What is new in an issue: its articles, numbered from `first`."""
    news, form = part.news, words.ALERT_MORE if part.late else words.ALERT_NEW
    head = form.format(issue=issue_name(part.issue), count=len(news))
    rest = len(news) - SHOWN
    text = join(
        "\n\n",
        [
            bold(head),
            *grouped(news[:SHOWN], first),
            words.ALERT_REST.format(count=rest) if rest > 0 else "",
        ],
    )
    if len(news) == 1 and news[0].kind != "study":
        text = join("\n", [text, news[0].summary])
    return text


def grouped(news: Sequence[Article], first: int = 1) -> list[Text]:
    """The numbered titles under their columns, or under what kind of article they are."""
    groups: dict[str, list[Text]] = {}
    for number, article in enumerate(news, first):
        page = words.PAGE.format(page=article.page.lstrip("0") or "0") if article.page else ""
        line = Text(f"{number}. {article.title}") + (f"（{page}）" if page else "")
        groups.setdefault(article.column or words.KINDS[article.kind], []).append(line)
    return [join("\n", [Text(name).marked("italic"), *lines]) for name, lines in groups.items()]


def with_study(text: Text, items: Sequence[Article]) -> Text:
    """The text with study items below it, each in full, or cut at a sentence when that is too
    long for one message."""
    for article in items:
        body = whole(article)
        room = MESSAGE_UNITS - units(text.plain) - 2
        if units(body.plain) > room:
            body = shortened(body, room)
        text = join("\n\n", [text, body])
    return text


def whole(article: Article) -> Text:
    """An article in full."""
    paragraphs = "\n".join((*article.paragraphs, *article.captions))
    return join("\n", [bold(article.title), paragraphs, Text(credits(article)).marked("italic")])


def shortened(body: Text, room: int) -> Text:
    """As much of a text as fits into `room` UTF-16 units, ended at a sentence; maybe nothing."""
    room -= units(words.ALERT_CUT) + 1
    if room < ENOUGH:
        return Text()
    end = len(body.plain)
    while units(body.plain[:end]) > room:
        end -= max(1, (units(body.plain[:end]) - room) // 2)
    return stripped(body.cut(0, break_before(body.plain, end))) + f"\n{words.ALERT_CUT}"


def numbered(news: Sequence[Article], private: bool) -> Rows:
    """A button an article; outside private chats it leads into one."""
    single = words.BUTTON_READ if len(news) == 1 else ""
    row = [
        Button(single or str(at), f"a:{one.number}")
        if private
        else Button(single or str(at), link=f"a_{one.number}")
        for at, one in enumerate(news, 1)
    ]
    return tuple(tuple(row[at : at + PER_ROW]) for at in range(0, len(row), PER_ROW))


def ways(parts: Sequence[Part], private: bool) -> Rows:
    """In a private chat the ways to the whole issues and to the subscriptions."""
    if not private:
        return ()
    alone = words.BUTTON_WHOLE_ISSUE if len(parts) == 1 else ""
    issues = [
        Button(alone or issue_name(part.issue), f"l:{part.facet}:0") for part in parts if part.facet
    ]
    mine = Button(words.BUTTON_MINE, "ul:0")
    return ((*issues, mine),) if alone else (*((issue,) for issue in issues), (mine,))
