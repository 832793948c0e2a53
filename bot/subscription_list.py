"""/subscriptions and /unsubscribe: the list, pausing, removing one, many, all, and the way back."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from bot import words
from bot.reply import Button, Reply, pager, say
from bot.subscribing import listed, names_of, target_of
from bot.talk import Talk
from bot.text import bold, join
from bot.wish_codes import code_of, lengthened, shortened, wish_code, wish_of
from bot.wishes import EVERYTHING, described, parse
from store import subscriptions
from store.fold import fold
from store.subscriptions import Subscription
from store.wishes import canonical

PER_PAGE = 10
PAUSED = ("p",)
NUMBERS = re.compile(r"[\d\s、，,]+")


def mine(talk: Talk, rest: str = "", page: int = 0) -> Reply:
    """/subscriptions: all of them, each leading to its own screen."""
    held = subscriptions.of(talk.store, target_of(talk))
    if not held:
        more = Button(words.BUTTON_SUBSCRIBE_MORE, "sm")
        return say(words.NO_SUBSCRIPTIONS, (more, Button(words.BUTTON_SETTINGS, "t")))
    shown, ways = paged(held, page, "ul:")
    rows = [(Button(label(one), f"ud:{one.number}"),) for one in shown]
    running = any(not one.paused for one in held)
    pausing = (
        Button(words.BUTTON_PAUSE_ALL, "up:*:1")
        if running
        else Button(words.BUTTON_RESUME_ALL, "up:*:0")
    )
    return say(
        bold(words.SUBSCRIPTIONS.format(count=len(held))),
        *rows,
        ways,
        (Button(words.BUTTON_REMOVE, "uo:0"), pausing, Button(words.BUTTON_REMOVE_ALL, "uz")),
        (Button(words.BUTTON_SUBSCRIBE_MORE, "sm"), Button(words.BUTTON_SETTINGS, "t")),
    )


def paged(
    held: Sequence[Subscription], page: int, prefix: str
) -> tuple[Sequence[Subscription], tuple[Button, ...]]:
    """The subscriptions of a page, and the buttons to the others."""
    pages = -(-len(held) // PER_PAGE)
    page = max(0, min(page, pages - 1))
    return held[page * PER_PAGE : (page + 1) * PER_PAGE], pager(prefix, page, pages)


def label(one: Subscription) -> str:
    """A subscription in a list."""
    return described(one.wish) + (words.PAUSED if one.paused else "")


def single(talk: Talk, number: int) -> Reply:
    """One subscription, to pause or to remove."""
    one = next(
        (s for s in subscriptions.of(talk.store, target_of(talk)) if s.number == number), None
    )
    if one is None:
        return mine(talk)
    change = words.BUTTON_RESUME if one.paused else words.BUTTON_PAUSE
    return say(
        described(one.wish, full=True) + (words.PAUSED if one.paused else ""),
        (
            Button(change, f"up:{number}:{int(not one.paused)}"),
            Button(words.BUTTON_REMOVE, f"ux:{number}"),
        ),
        sharing(talk, one),
        (Button(words.BUTTON_BACK, "ul:0"),),
    )


def sharing(talk: Talk, one: Subscription) -> tuple[Button, ...]:
    """A link that subscribes others to the same, and one that adds the bot to a group with it."""
    payload = f"s_{code_of(talk.store, [one.wish])}"
    share = Button(words.BUTTON_SHARE, share=payload)
    if talk.reader.kind != "private":
        return (share,)
    return (share, Button(words.BUTTON_TO_GROUP, group=payload))


def paused(talk: Talk, which: str, state: bool) -> Reply:
    """Pause or resume one subscription, or all of them (*)."""
    number = None if which == "*" else int(which)
    subscriptions.pause(talk.store, target_of(talk), number, state)
    return mine(talk) if number is None else single(talk, number)


def unsubscribe(talk: Talk, rest: str) -> Reply:
    """/unsubscribe: from what the words name, or from what is chosen."""
    held = subscriptions.of(talk.store, target_of(talk))
    if not held:
        return say(words.NO_SUBSCRIPTIONS)
    if not rest:
        return removing(talk, 0)
    if fold(rest) in EVERYTHING and len(held) > 1:
        return ask_all(talk)
    named = meant(talk, held, rest)
    if not named:
        return say(
            words.NOT_SUBSCRIBED.format(text=rest[:40]), (Button(words.BUTTON_MINE, "ul:0"),)
        )
    return removed(talk, [one.number for one in named])


def meant(talk: Talk, held: Sequence[Subscription], text: str) -> list[Subscription]:
    """The subscriptions a line names: by their places in the list, their wishes, or in part."""
    if NUMBERS.fullmatch(text):
        places = {int(one) for one in re.findall(r"\d+", text)}
        return [one for at, one in enumerate(held, 1) if at in places]
    if fold(text) in EVERYTHING:
        return list(held)
    wishes = {canonical(wish) for meaning in parse(text, names_of(talk.store)) for wish in meaning}
    exact = [one for one in held if one.wish in wishes]
    return exact or [one for one in held if text in described(one.wish, full=True)]


def removing(talk: Talk, page: int) -> Reply:
    """Every subscription as a button that removes it."""
    held = subscriptions.of(talk.store, target_of(talk))
    if not held:
        return mine(talk)
    shown, ways = paged(held, page, "uo:")
    rows = [(Button(f"✕ {label(one)}", f"ux:{one.number}"),) for one in shown]
    last = (Button(words.BUTTON_REMOVE_ALL, "uz"), Button(words.BUTTON_BACK, "ul:0"))
    return say(words.UNSUBSCRIBE, *rows, ways, last)


def removed(talk: Talk, numbers: Iterable[int | None]) -> Reply:
    """Remove subscriptions (None for all), say which, and offer the next and the way back."""
    target = target_of(talk)
    gone = [one for number in numbers for one in subscriptions.remove(talk.store, target, number)]
    if not gone:
        return mine(talk)
    undo = Button(words.BUTTON_UNDO, f"uu:{removed_code(talk, gone)}")
    rest = removing(talk, 0) if subscriptions.of(talk.store, target) else say("")
    said = words.UNSUBSCRIBED.format(wishes=listed(one.wish for one in gone))
    return say(join("\n\n", [said, rest.text]), (undo,), *rest.buttons)


def ask_all(talk: Talk) -> Reply:
    """Ask before everything is removed."""
    count = len(subscriptions.of(talk.store, target_of(talk)))
    row = (Button(words.BUTTON_CONFIRM_ALL, "uy"), Button(words.BUTTON_KEEP, "ul:0"))
    return say(words.UNSUBSCRIBE_ALL.format(count=count), row)


def removed_code(talk: Talk, gone: Iterable[Subscription]) -> str:
    """What was removed, as a button remembers it: number, wish, and p for a paused one."""
    codes = [
        ".".join([str(one.number), wish_code(talk.store, one.wish), *PAUSED[: one.paused]])
        for one in gone
    ]
    return shortened(talk.store, "_".join(codes))


def restored(talk: Talk, code: str) -> Reply:
    """Take back a removal. Raises NotFound or ValueError."""
    target = target_of(talk)
    back: list[Subscription] = []
    for one in lengthened(talk.store, code).split("_"):
        number, wish, *state = one.split(".")
        back.append(Subscription(int(number), target, wish_of(talk.store, wish), bool(state)))
    subscriptions.restore(talk.store, back)
    reply = mine(talk)
    said = words.RESTORED.format(wishes=listed(one.wish for one in back))
    return replace(reply, text=join("\n\n", [said, reply.text]))
