"""The conversation, the same for every transport: what was said or pressed, and the reply to it.

All commands and all buttons stand in the two tables at the end.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace

from bot import (
    about,
    administering,
    announcing,
    articles,
    browsing,
    chat_settings,
    examples,
    exporting,
    following,
    importing,
    misses,
    page_files,
    starting,
    study,
    subscribing,
    subscription_list,
    ways,
    wish_screens,
    words,
)
from bot.answering import judged, more, question, suggested
from bot.by_asking import command_asked
from bot.by_date import issue_asked
from bot.by_name import authors, columns, regions
from bot.command_words import CHINESE, RUN_TOGETHER, changes, command_in
from bot.courtesy import courtesy, dropped
from bot.keeping import only
from bot.pursuing import pursued
from bot.reply import Reply, say
from bot.talk import Talk
from store import forgetting, talks
from store.errors import NotFound, StoreLocked
from store.fold import fold
from store.talks import Spoken

log = logging.getLogger(__name__)
Handler = Callable[[Talk, str], Reply]


def hear(talk: Talk, text: str, pointed: Spoken | None = None) -> Reply:
    """The reply to a line of text: a command, a Chinese command word, a follow-up or a question.

    `pointed` is what an older message is about that the line replies to.
    """
    try:
        spoken = pointed or talks.last(talk.store, talk.reader.place, talk.now)
        return noted(talk, spoken, heard(talk, spoken, text.strip()))
    except NotFound:
        return say(words.NOT_HERE)
    except StoreLocked:
        return say(words.BUSY)


def press(talk: Talk, data: str) -> Reply:
    """The reply to a pressed button; one that cannot be understood any more says so."""
    try:
        spoken = talks.last(talk.store, talk.reader.place, talk.now)
        return noted(talk, spoken, pressed(talk, data))
    except StoreLocked:
        return Reply(toast=words.BUSY)


def noted(talk: Talk, spoken: Spoken, reply: Reply) -> Reply:
    """The reply; what it shows is what the talk is about now, else that stays as it was."""
    if reply.text.plain and reply.remembered:
        # Who only reads need not wait for those who write.
        with suppress(StoreLocked):
            talks.turn(talk.store, talk.reader.place, talk.now, ways.after(spoken, reply))
    return reply


def heard(talk: Talk, spoken: Spoken, text: str) -> Reply:
    """The reply to a line without the spaces around it. Raises NotFound."""
    name, rest = command_in(text, admin=administers(talk))
    if name == "ask" and rest:
        # In a group it is the only way to say anything to the bot.
        subscribing.ask_no_more(talk)
        return asked(talk, spoken, rest)
    if name is not None:
        return commanded(talk, name, rest)
    if ways.meant(spoken, text) is not None:
        return asked(talk, spoken, text)
    if told := chat_settings.told(talk, spoken, text):
        return told
    if kind := courtesy(text):
        return say(kind)
    if told := subscribing.told_words(talk, text) or run_together(talk, text):
        return told
    if meant := command_asked(text):
        return commanded(talk, meant, "")
    return say(words.AGREED) if dropped(text) else asked(talk, spoken, text)


def asked(talk: Talk, spoken: Spoken, text: str) -> Reply:
    """The reply to what is no command: the words of a button, a follow-up, or a question."""
    if (data := ways.meant(spoken, text)) is not None:
        return as_said(talk, spoken, data)
    told = only(talk, spoken, text) or following.follow_up(talk, spoken, text)
    told = told or issue_asked(talk, text, spoken)
    return told or pursued(talk, spoken, text) or question(talk, text)


def as_said(talk: Talk, spoken: Spoken, data: str) -> Reply:
    """The reply to a button whose words were typed: a message of its own, never a notice."""
    if data == ways.END:
        return say(words.NO_MORE)
    if data == ways.NONE:
        return say(words.NO_QUESTION if spoken.articles else words.NOTHING_BEFORE)
    reply = pressed(talk, data)
    if not reply.text.plain:
        return say(reply.toast)
    return replace(reply, place="new", toast="")


def commanded(talk: Talk, name: str, rest: str) -> Reply:
    """The reply to a command; what changes a group's subscriptions is its managers' to say."""
    handler = COMMANDS.get(name) or (ADMIN_COMMANDS.get(name) if administers(talk) else None)
    if handler is None:
        return say(words.UNKNOWN_COMMAND)
    if not talk.reader.responsible and changes(name, rest):
        return say(words.MANAGERS_ONLY)
    subscribing.ask_no_more(talk)
    return handler(talk, rest)


def run_together(talk: Talk, text: str) -> Reply | None:
    """订阅奇台县, 退订奇台县 without a space; None unless all behind the verb is known by name.

    订阅怎么收费 is a question.
    """
    name, rest = CHINESE.get(fold(text[:2])), text[2:].strip()
    if name not in RUN_TOGETHER or not subscribing.named_only(talk, rest):
        return None
    return commanded(talk, name, rest)


def administers(talk: Talk) -> bool:
    """Whether this is an administrator of the bot, and nobody else listens."""
    return talk.reader.admin and talk.reader.kind == "private"


def needs_manager_to_press(data: str) -> bool:
    """Whether a button is for those who manage a group."""
    return data.partition(":")[0] in MANAGED_BUTTONS


def pressed(talk: Talk, data: str) -> Reply:
    """The reply to what a button sends. Raises StoreLocked."""
    verb, *args = data.split(":")
    handler = BUTTONS.get(verb) or (ADMIN_BUTTONS.get(verb) if administers(talk) else None)
    if handler is None:
        return Reply(toast=words.GONE)
    if not talk.reader.responsible and verb in MANAGED_BUTTONS:
        return Reply(toast=words.MANAGERS_ONLY)
    try:
        return handler(talk, args)
    except NotFound:
        return Reply(toast=words.GONE)
    except (ValueError, LookupError, OverflowError) as error:
        # A button of another version, or one that somebody made up.
        log.warning("button %r was not understood: %r", data, error)
        return Reply(toast=words.GONE)


def search(talk: Talk, rest: str, command: str = "/search") -> Reply:
    """/search and /ask with the question behind them."""
    return question(talk, rest) if rest else say(asked_what(talk, command))


def asked_what(talk: Talk, command: str) -> str:
    """That a question is to stand behind a command, with one the archive answers."""
    return words.ASK_WHAT.format(command=command, question=examples.question(talk))


def latest(talk: Talk, rest: str) -> Reply:
    """/latest"""
    return browsing.latest(talk)


def issues(talk: Talk, rest: str) -> Reply:
    """/issues"""
    return browsing.months(talk, 0)


def forget(talk: Talk, rest: str) -> Reply:
    """/forget"""
    private = talk.reader.kind == "private"
    forgetting.forget(talk.store, talk.reader.user, talk.reader.chat if private else None)
    return say(words.FORGOTTEN, remembered=False)


def instead(reply: Reply) -> Reply:
    """The same reply, shown in place of the message whose button was pressed."""
    return replace(reply, place="instead")


COMMANDS: dict[str, Handler] = {
    "start": starting.start,
    "help": about.show_help,
    "search": search,
    "ask": lambda talk, rest: search(talk, rest, "/ask"),
    "latest": latest,
    "issues": issues,
    "regions": regions,
    "columns": columns,
    "authors": authors,
    "weekly": lambda talk, rest: study.weekly(talk, 0),
    "random": lambda talk, rest: study.by_chance(talk),
    "about": about.about,
    "subscribe": subscribing.subscribe,
    "unsubscribe": subscription_list.unsubscribe,
    "subscriptions": subscription_list.mine,
    "settings": chat_settings.settings,
    "privacy": about.privacy,
    "export": exporting.export,
    "import": importing.how,
    "forget": forget,
}
ADMIN_COMMANDS: dict[str, Handler] = {
    "ingest": administering.ingest,
    "review": administering.review,
    "stats": administering.statistics,
    "announce": announcing.announce,
}
OPEN = frozenset({"s", "ul"})
"""Buttons that anybody may press though their letter is one of subscribing."""

BUTTONS: dict[str, Callable[[Talk, list[str]], Reply]] = {
    "a": lambda talk, args: articles.opened(talk, int(args[0])),
    "p": lambda talk, args: articles.turned(talk, int(args[0]), int(args[1])),
    "r": lambda talk, args: articles.alike(talk, int(args[0])),
    "cp": lambda talk, args: articles.cited(talk, int(args[0])),
    "gv": lambda talk, args: articles.shared(talk, int(args[0])),
    "it": lambda talk, args: following.item_at(talk, int(args[0]), int(args[1])),
    "wh": lambda talk, args: following.which(talk, [int(one) for one in args[0].split(".")]),
    "q": lambda talk, args: more(talk, int(args[0])),
    "s": lambda talk, args: suggested(talk, int(args[0]), args[1]),
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
    "sm": lambda talk, args: instead(subscribing.menu(talk)),
    "sa": lambda talk, args: instead(subscribing.added_by_code(talk, args[0])),
    "un": lambda talk, args: instead(subscribing.undone(talk, args[0])),
    "sw": lambda talk, args: instead(subscribing.ask_words(talk)),
    "sq": lambda talk, args: instead(subscribing.cancelled(talk)),
    "sr": lambda talk, args: instead(wish_screens.region(talk, args[0], int(args[1]))),
    "sc": lambda talk, args: instead(wish_screens.choices(talk, args[0], int(args[1]))),
    "sk": lambda talk, args: wish_screens.like(talk, int(args[0])),
    "ul": lambda talk, args: instead(subscription_list.mine(talk, "", int(args[0]))),
    "ud": lambda talk, args: instead(subscription_list.single(talk, int(args[0]))),
    "up": lambda talk, args: instead(subscription_list.paused(talk, args[0], args[1] == "1")),
    "uo": lambda talk, args: instead(subscription_list.removing(talk, int(args[0]))),
    "ux": lambda talk, args: instead(subscription_list.removed(talk, [int(args[0])])),
    "uz": lambda talk, args: instead(subscription_list.ask_all(talk)),
    "uy": lambda talk, args: instead(subscription_list.removed(talk, [None])),
    "uu": lambda talk, args: instead(subscription_list.restored(talk, args[0])),
    "t": lambda talk, args: instead(chat_settings.pressed(talk, args)),
}
ADMIN_BUTTONS: dict[str, Callable[[Talk, list[str]], Reply]] = {
    "fr": lambda talk, args: instead(page_files.released(talk, int(args[0]))),
    "fd": lambda talk, args: instead(page_files.discarded(talk, int(args[0]))),
    "fw": lambda talk, args: instead(page_files.previewed(talk, int(args[0]), int(args[1]))),
    "fm": lambda talk, args: instead(misses.misses(talk, int(args[0]))),
    "fb": lambda talk, args: instead(misses.unhelpful(talk, int(args[0]))),
    "fv": lambda talk, args: instead(administering.reviewed(talk, args[0])),
    "ay": lambda talk, args: instead(announcing.confirmed(talk, int(args[0]))),
    "an": lambda talk, args: instead(announcing.cancelled(talk, int(args[0]))),
}
MANAGED_BUTTONS = frozenset(verb for verb in BUTTONS if verb[0] in "stu" and verb not in OPEN)
