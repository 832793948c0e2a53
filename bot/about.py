"""What the bot says of itself: /help, /about, /privacy."""

from __future__ import annotations

from bot import owner_words, retention, words
from bot.reply import Reply, say
from bot.talk import Talk
from store import browse


def show_help(talk: Talk, rest: str) -> Reply:
    """Every command that works here, with its Chinese word and what it does."""
    lines = [words.HELP_HEAD, *command_lines(words.COMMANDS)]
    if talk.reader.admin and not talk.brief:
        lines += ["", owner_words.HELP_HEAD, *command_lines(words.ADMIN_COMMANDS)]
    place = words.HELP_TERMINAL if talk.reader.at_terminal else words.HELP_GROUPS
    return say("\n".join([*lines, "", words.HELP_TAIL, place]))


def command_lines(commands: dict[str, tuple[str, str]]) -> list[str]:
    """A line a command."""
    return [f"/{name} {chinese}：{does}" for name, (chinese, does) in commands.items()]


def about(talk: Talk, rest: str) -> Reply:
    """/about"""
    return say(words.ABOUT.format(**browse.counts(talk.store)))


def privacy(talk: Talk, rest: str) -> Reply:
    """/privacy"""
    return say(
        words.PRIVACY.format(
            talks=retention.TALKS.days,
            alerts=retention.ALERTS.days,
            questions=retention.QUESTIONS.days,
        )
    )
