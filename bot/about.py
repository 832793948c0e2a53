"""What the bot says of itself: /help, /about, /privacy."""

from __future__ import annotations

from bot import examples, owner_words, retention, words
from bot.reply import Reply, say
from bot.talk import Talk
from store import browse

PAPERS = 3
"""Papers that are named; of more, the ones with most articles."""


def show_help(talk: Talk, rest: str) -> Reply:
    """Every command that works here, with its Chinese word and what it does."""
    if talk.brief:
        few = {name: words.COMMANDS[name] for name in words.GROUP_MENU}
        return say("\n".join([words.HELP_IN_GROUP, *command_lines(few), "", words.HELP_MANAGERS]))
    lines = [words.HELP_HEAD, *command_lines(words.COMMANDS)]
    if talk.reader.admin:
        lines += ["", owner_words.HELP_HEAD, *command_lines(words.ADMIN_COMMANDS)]
    place = words.HELP_TERMINAL if talk.reader.at_terminal else words.HELP_GROUPS
    like = "".join(words.HELP_LIKE.format(one=one) for one in examples.questions(talk))
    tail = words.HELP_TAIL.format(examples=like.replace("”：“", "”“"))
    return say("\n".join([*lines, "", tail, place]))


def command_lines(commands: dict[str, tuple[str, str]]) -> list[str]:
    """A line a command."""
    return [f"/{name} {chinese}：{does}" for name, (chinese, does) in commands.items()]


def about(talk: Talk, rest: str) -> Reply:
    """/about"""
    papers = [facet.name for facet in browse.facets(talk.store, "paper")[: PAPERS + 1]]
    named = "".join(words.PAPER_NAMED.format(paper=paper) for paper in papers[:PAPERS])
    named += words.AND_MORE if len(papers) > PAPERS else ""
    return say(words.ABOUT.format(papers=named or words.PAPERS, **browse.counts(talk.store)))


def privacy(talk: Talk, rest: str) -> Reply:
    """/privacy"""
    return say(
        words.PRIVACY.format(
            talks=retention.TALKS.days,
            alerts=retention.ALERTS.days,
            questions=retention.QUESTIONS.days,
        )
    )
