"""The conversation, the same for every transport: what was said or pressed, and the reply to it.

All commands and all buttons stand in the two tables at the end.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from bot import articles, browsing, following, study, words
from bot.answering import judged, more, question, suggested
from bot.reply import Button, Reply, say
from bot.talk import KEPT_DAYS, Talk
from store import asked, browse
from store.errors import NotFound, StoreLocked
from store.places import gazetteer_of
from store.regions import short_name
from store.regions.nearest import nearest

MOST = 12
"""Values offered when what was typed fits several."""
COMMAND = re.compile(r"/([A-Za-z0-9_]+)(?:@\w+)?(?:\s+(.*))?", re.S)
Handler = Callable[[Talk, str], Reply]


def hear(talk: Talk, text: str) -> Reply:
    """The reply to a line of text: a command, a Chinese command word, a follow-up or a question."""
    text = text.strip()
    try:
        name, rest = command_in(text)
        if name is not None:
            handler = COMMANDS.get(name)
            return handler(talk, rest) if handler else say(words.UNKNOWN_COMMAND)
        return following.follow_up(talk, text) or question(talk, text)
    except NotFound as error:
        return say(str(error))
    except StoreLocked:
        return say(words.BUSY)


def press(talk: Talk, data: str) -> Reply:
    """The reply to a pressed button; one that cannot be understood any more says so."""
    verb, *args = data.split(":")
    handler = BUTTONS.get(verb)
    if handler is None:
        return Reply(toast=words.GONE)
    try:
        return handler(talk, args)
    except (ValueError, IndexError, NotFound):
        return Reply(toast=words.GONE)
    except StoreLocked:
        return Reply(toast=words.BUSY)


def command_in(text: str) -> tuple[str | None, str]:
    """The command a line begins with, by its slash or its Chinese word alone, and what follows."""
    if match := COMMAND.fullmatch(text):
        return match[1].lower(), (match[2] or "").strip()
    first, _, rest = text.partition(" ")
    name = CHINESE.get(first)
    return (name, rest.strip()) if name else (None, text)


def start(talk: Talk, rest: str) -> Reply:
    """/start, with a deep-link payload or without one."""
    if match := re.fullmatch(r"a_(\d+)", rest):
        return articles.opened(talk, int(match[1]))
    return say(words.START, *FIRST_STEPS)


def show_help(talk: Talk, rest: str) -> Reply:
    """Every command with its Chinese word and what it does."""
    lines = [f"/{name} {chinese}：{does}" for name, (chinese, does) in words.COMMANDS.items()]
    return say("\n".join([words.HELP_HEAD, *lines, "", words.HELP_TAIL]))


def search(talk: Talk, rest: str, command: str = "/search") -> Reply:
    """/search and /ask with the question behind them."""
    return question(talk, rest) if rest else say(words.ASK_WHAT.format(command=command))


def latest(talk: Talk, rest: str) -> Reply:
    """/latest"""
    return browsing.latest(talk)


def issues(talk: Talk, rest: str) -> Reply:
    """/issues"""
    return browsing.months(talk, 0)


def regions(talk: Talk, rest: str) -> Reply:
    """/regions, with a place name or without one."""
    if not rest:
        return browsing.region(talk, "", 0)
    for path in gazetteer_of(talk.store).find(rest):
        if state := facet_number(talk, "region", path):
            return browsing.region(talk, state, 0)
    return say(words.NO_REGION.format(name=rest[:40]))


def locate(talk: Talk, latitude: float, longitude: float) -> Reply:
    """A shared location: the nearest county that has articles, or the way to all regions."""
    near = nearest(latitude, longitude)
    for path in near:
        if state := facet_number(talk, "region", path):
            return browsing.region(talk, state, 0)
    name = short_name(near[0]) if near else ""
    text = words.NOT_NEAR.format(name=name) if near else words.NOWHERE
    return say(text, (Button(words.REGIONS, "c:regions"),))


def columns(talk: Talk, rest: str) -> Reply:
    """/columns, with a column's name or without one."""
    return facet(talk, "column", rest, words.NO_COLUMN)


def authors(talk: Talk, rest: str) -> Reply:
    """/authors, with a name or without one."""
    return facet(talk, "author", rest, words.NO_AUTHOR)


def facet(talk: Talk, kind: str, name: str, missing: str) -> Reply:
    """All values of a kind to choose from, or the articles of the one named."""
    if not name:
        return browsing.choices(talk, kind, "", 0)
    if state := facet_number(talk, kind, name):
        return browsing.listed(talk, state, 0)
    like = [facet for facet in browsing.values(talk, kind, []) if name in facet.name]
    if not like:
        return say(missing.format(name=name[:40]))
    if len(like) == 1:
        return browsing.listed(talk, str(like[0].number), 0)
    rows = [(Button(f"{one.name} {one.articles}", f"l:{one.number}:0"),) for one in like[:MOST]]
    return say(words.WHICH.format(name=name[:40]), *rows)


def facet_number(talk: Talk, kind: str, name: str) -> str:
    """The state that shows one facet; empty when no article has it."""
    with talk.store.reading() as db:
        return str(browse.numbers(db, kind).get(name, ""))


def about(talk: Talk, rest: str) -> Reply:
    """/about"""
    return say(words.ABOUT.format(**browse.counts(talk.store)))


def privacy(talk: Talk, rest: str) -> Reply:
    """/privacy"""
    return say(words.PRIVACY.format(days=KEPT_DAYS))


def forget(talk: Talk, rest: str) -> Reply:
    """/forget"""
    asked.forget(talk.store, talk.reader.user)
    return say(words.FORGOTTEN)


def instead(reply: Reply) -> Reply:
    """The same reply, shown in place of the message whose button was pressed."""
    return replace(reply, place="instead")


FIRST_STEPS = (
    (Button("最新一期", "c:latest"), Button("按地区看", "c:regions")),
    (Button("按栏目看", "c:columns"), Button("每周一学", "c:weekly")),
)

COMMANDS: dict[str, Handler] = {
    "start": start,
    "help": show_help,
    "search": search,
    "ask": lambda talk, rest: search(talk, rest, "/ask"),
    "latest": latest,
    "issues": issues,
    "regions": regions,
    "columns": columns,
    "authors": authors,
    "weekly": lambda talk, rest: study.weekly(talk, 0),
    "random": lambda talk, rest: study.by_chance(talk),
    "about": about,
    "privacy": privacy,
    "forget": forget,
}
CHINESE = {chinese: name for name, (chinese, _) in words.COMMANDS.items()} | words.ALIASES

BUTTONS: dict[str, Callable[[Talk, list[str]], Reply]] = {
    "a": lambda talk, args: articles.opened(talk, int(args[0])),
    "p": lambda talk, args: articles.turned(talk, int(args[0]), int(args[1])),
    "r": lambda talk, args: articles.alike(talk, int(args[0])),
    "q": lambda talk, args: more(talk, int(args[0])),
    "s": lambda talk, args: suggested(talk, int(args[0]), int(args[1])),
    "v": lambda talk, args: judged(
        talk, int(args[0]), args[1] == "1", args[2] if args[2:] else None
    ),
    "l": lambda talk, args: instead(browsing.listed(talk, args[0], int(args[1]))),
    "n": lambda talk, args: instead(browsing.choices(talk, args[0], args[1], int(args[2]))),
    "g": lambda talk, args: instead(browsing.region(talk, args[0], int(args[1]))),
    "i": lambda talk, args: instead(browsing.months(talk, int(args[0]))),
    "m": lambda talk, args: instead(browsing.issues(talk, args[0], int(args[1]))),
    "w": lambda talk, args: instead(study.weekly(talk, int(args[0]))),
    "z": lambda talk, args: instead(study.by_chance(talk)),
    "c": lambda talk, args: COMMANDS[args[0]](talk, ""),
    "x": lambda talk, args: Reply(),
}
