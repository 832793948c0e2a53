"""/settings: when a chat is told and when not, in which time zone, with a sound or without."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import cast, get_args

from bot import settings_words, words
from bot.reply import Button, Reply, Rows, say
from bot.settings_said import broken, changed, is_quiet, with_quiet
from bot.talk import Talk
from bot.text import bold, join
from store import chats
from store.chats import Chat, Target
from store.schedule import When
from store.talks import Spoken

HOURS_A_ROW = 6


def settings(talk: Talk, rest: str) -> Reply:
    """/settings: the screen, or a change in words."""
    if not rest:
        return screen(talk)
    change = changed(chat_of(talk), rest)
    if change is None:
        return say(settings_words.SETTINGS_UNKNOWN.format(text=rest[:40]))
    reply = kept(talk, change)
    if not broken(rest):
        return reply
    return replace(reply, text=join("\n", [settings_words.SETTINGS_WHOLE_HOURS, reply.text]))


def told(talk: Talk, spoken: Spoken, text: str) -> Reply | None:
    """A change in words without the command: below the settings, or of the quiet hours, which are
    nothing else; None for other words. In a group they need the command, which managers have."""
    below = any(data.partition(":")[0] == "t" for _, data in spoken.ways)
    if talk.reader.kind != "private" or not (below or is_quiet(text)):
        return None
    return settings(talk, text) if changed(chat_of(talk), text) else None


def chat_of(talk: Talk) -> Chat:
    """The settings of the chat, or topic, the reader is in."""
    return chats.get(talk.store, Target(talk.reader.chat, talk.reader.thread))


def kept(talk: Talk, chat: Chat) -> Reply:
    """Keep the settings and show them."""
    chats.put(talk.store, replace(chat, kind=talk.reader.kind))
    return screen(talk)


def screen(talk: Talk) -> Reply:
    """All settings with the buttons that change them."""
    chat = chat_of(talk)
    lines = [
        settings_words.SETTINGS_WHEN.format(when=when_named(chat)),
        settings_words.SETTINGS_QUIET.format(quiet=quiet_named(chat)),
        settings_words.SETTINGS_ZONE.format(zone=zone_named(chat.timezone)),
        settings_words.SETTINGS_SOUND.format(
            sound=settings_words.SOUND_OFF if chat.silent else settings_words.SOUND_ON
        ),
    ]
    sound = settings_words.BUTTON_SOUND if chat.silent else settings_words.BUTTON_SILENT
    return say(
        join("\n", [bold(settings_words.SETTINGS), *lines]),
        when_row(chat),
        hour_row(chat),
        (
            Button(settings_words.BUTTON_QUIET, "t:from"),
            Button(settings_words.BUTTON_ZONE, "t:zones"),
        ),
        (Button(sound, f"t:silent:{int(not chat.silent)}"), Button(words.BUTTON_MINE, "ul:0")),
    )


def when_row(chat: Chat) -> tuple[Button, ...]:
    """At once, daily or weekly, the one in force marked."""
    named = {
        "now": settings_words.BUTTON_NOW,
        "daily": settings_words.BUTTON_DAILY,
        "weekly": settings_words.BUTTON_WEEKLY,
    }
    return tuple(
        Button(("✓ " if chat.when == when else "") + label, f"t:when:{when}")
        for when, label in named.items()
    )


def hour_row(chat: Chat) -> tuple[Button, ...]:
    """The hour and the day of a digest; nothing for what is sent at once."""
    row = [] if chat.when == "now" else [Button(settings_words.BUTTON_HOUR, "t:hours")]
    row += [Button(settings_words.BUTTON_DAY, "t:days")] if chat.when == "weekly" else []
    return tuple(row)


def when_named(chat: Chat) -> str:
    """When the chat is told, in words."""
    form = {
        "now": settings_words.WHEN_NOW,
        "daily": settings_words.WHEN_DAILY,
        "weekly": settings_words.WHEN_WEEKLY,
    }
    return timed(form, chat)


def soon(chat: Chat) -> str:
    """When the next alert comes, said under a new subscription."""
    form = {
        "now": settings_words.SOON_NOW,
        "daily": settings_words.SOON_DAILY,
        "weekly": settings_words.SOON_WEEKLY,
    }
    return timed(form, chat)


def timed(form: Mapping[str, str], chat: Chat) -> str:
    """The form for when the chat is told, with its hour and day."""
    return form[chat.when].format(hour=chat.hour, day=settings_words.DAYS[chat.weekday])


def quiet_named(chat: Chat) -> str:
    """The quiet hours in words."""
    if chat.quiet_from is None or chat.quiet_to is None:
        return settings_words.QUIET_NONE
    return settings_words.QUIET_HOURS.format(start=chat.quiet_from, end=chat.quiet_to)


def zone_named(name: str) -> str:
    """A time zone as people of the region call it, else by its IANA name."""
    return dict(settings_words.ZONES).get(name, name)


def pressed(talk: Talk, args: list[str]) -> Reply:
    """A button of the settings. Raises ValueError or IndexError for one that means nothing."""
    if not args:
        return screen(talk)
    what, *values = args
    if what in SCREENS:
        title, rows = SCREENS[what](values)
        return say(title, *rows, (Button(words.BUTTON_BACK, "t"),))
    return kept(talk, with_value(chat_of(talk), what, values))


def with_value(chat: Chat, what: str, values: list[str]) -> Chat:
    """The settings with one of them changed. Raises ValueError or IndexError."""
    if what == "when":
        return replace(chat, when=moment(values[0]))
    if what == "quiet":
        start, end = (hour(value) for value in values) if values else (None, None)
        return with_quiet(chat, start, end)
    if what == "hour":
        return replace(chat, hour=hour(values[0]))
    if what == "day":
        return replace(chat, weekday=range(7)[int(values[0])])
    if what == "zone":
        return replace(chat, timezone=settings_words.ZONES[int(values[0])][0])
    if what == "silent":
        return replace(chat, silent=values[0] == "1")
    raise ValueError(what)


def moment(value: str) -> When:
    """When to be told: now, daily or weekly. Raises ValueError."""
    if value not in get_args(When):
        raise ValueError(value)
    return cast(When, value)


def hour(value: str) -> int:
    """An hour of the day. Raises IndexError or ValueError."""
    return range(24)[int(value)]


def hours(prefix: str) -> Rows:
    """A button for every hour of the day."""
    row = [Button(settings_words.HOUR.format(hour=at), f"{prefix}{at}") for at in range(24)]
    return split(row, HOURS_A_ROW)


def split(row: list[Button], size: int) -> Rows:
    """Buttons in rows of a size."""
    return tuple(tuple(row[at : at + size]) for at in range(0, len(row), size))


def quiet_from(values: list[str]) -> tuple[str, Rows]:
    """From which hour on to be quiet."""
    none = (Button(settings_words.BUTTON_NO_QUIET, "t:quiet"),)
    return settings_words.SETTINGS_QUIET_FROM, (*hours("t:to:"), none)


def quiet_to(values: list[str]) -> tuple[str, Rows]:
    """Until which hour to be quiet."""
    return settings_words.SETTINGS_QUIET_TO, hours(f"t:quiet:{hour(values[0])}:")


def days(values: list[str]) -> tuple[str, Rows]:
    """On which day of the week to send."""
    row = [Button(day, f"t:day:{at}") for at, day in enumerate(settings_words.DAYS)]
    return settings_words.SETTINGS_DAY, split(row, 4)


def zones(values: list[str]) -> tuple[str, Rows]:
    """The time zones readers are likely to live in."""
    row = [Button(name, f"t:zone:{at}") for at, (_, name) in enumerate(settings_words.ZONES)]
    return settings_words.SETTINGS_WHICH_ZONE, split(row, 2)


SCREENS: dict[str, Callable[[list[str]], tuple[str, Rows]]] = {
    "from": quiet_from,
    "to": quiet_to,
    "hours": lambda values: (settings_words.SETTINGS_HOUR, hours("t:hour:")),
    "days": days,
    "zones": zones,
}
