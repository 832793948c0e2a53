"""/subscribe and /unsubscribe: by buttons, by words, by links, and from under an answer."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import timedelta

from bot import chat_settings, examples, terminal_words, words
from bot.misspelt import instead, like_a_place, near
from bot.reply import Button, Reply, say
from bot.talk import Talk
from bot.wish_codes import code_of, lengthened, shortened, wishes_of
from bot.wishes import Meaning, Names, described, parse
from store import browse, chats, expecting, subscriptions
from store.brought import MOST, brought
from store.chats import Target
from store.database import Store
from store.errors import SubscriptionLimit
from store.fold import fold
from store.places import gazetteer_of
from store.regions import short_name
from store.subscriptions import Subscription
from store.wishes import Wish

WAITS = timedelta(minutes=10)
"""How long the next plain message is taken for the keywords that were asked for."""
LONGEST = 60
"""Characters of keywords; a longer message is a question."""
MAINLY = 2 / 3
"""The share of the articles that makes a region the paper's own."""


def subscribe(talk: Talk, rest: str) -> Reply:
    """/subscribe: with words it acts at once, without them it asks what."""
    if not rest:
        return menu(talk)
    names = names_of(talk.store)
    meanings = parse(rest, names)
    if not meanings:
        return menu(talk)
    if len(meanings) > 1:
        return which(talk, words.SUBSCRIBE_WHICH.format(word=rest[:40]), meanings)
    return doubted(talk, meanings[0], names) or added(talk, meanings[0])


def doubted(talk: Talk, meaning: Meaning, names: Names) -> Reply | None:
    """Ask about a keyword that may be a name: a place's short one, or one gone wrong that the
    archive never prints. None when there is nothing to ask."""
    for word in dict.fromkeys(word for wish in meaning for word in wish.words):
        printed = brought(talk.store, Wish(words=(word,))) != 0
        parts = near(word, names, printed=printed)
        if parts or (like_a_place(word) and not printed):
            text = words.SUBSCRIBE_NEAR if parts else words.SUBSCRIBE_NO_PLACE
            text = words.SUBSCRIBE_WHICH if printed else text
            others = () if parts else (Button(words.BUTTON_REGION, "sr::0"),)
            meanings = [*instead(meaning, word, parts), meaning]
            return which(talk, text.format(word=word), meanings, *others)
    return None


def named_only(talk: Talk, text: str) -> bool:
    """Whether a text is wishes the archive knows by name, so that no keyword is guessed at."""
    if not text or len(text) > LONGEST:
        return False
    meanings = parse(text, names_of(talk.store))
    return len(meanings) == 1 and not any(wish.words or wish.without for wish in meanings[0])


def names_of(store: Store) -> Names:
    """What the archive can be asked by."""
    with store.reading() as db:
        known = {
            kind: {fold(name): name for name in browse.numbers(db, kind)}
            for kind in ("paper", "column", "author")
        }
        held = frozenset(browse.numbers(db, "region"))
    return Names(known["paper"], known["column"], known["author"], gazetteer_of(store).find, held)


def menu(talk: Talk) -> Reply:
    """The commonest wishes in one more tap, the ways to the others in two."""
    here = home(talk.store)
    local = [Button(short_name(here.name), f"sa:{here.number}")] if here else []
    papers = len(browse.facets(talk.store, "paper")) > 1
    like = "\n".join(f"/subscribe {wish}" for wish in examples.wishes(talk))
    return say(
        words.SUBSCRIBE.format(examples=like),
        (Button(words.BUTTON_EVERYTHING, "sa:0"), Button(words.WEEKLY, "sa:w"), *local),
        (Button(words.BUTTON_REGION, "sr::0"), Button(words.BUTTON_COLUMN, "sc:column:0")),
        (Button(words.BUTTON_AUTHOR, "sc:author:0"), Button(words.BUTTON_WORDS, "sw")),
        ((Button(words.BUTTON_PAPER, "sc:paper:0"),) if papers else ()),
        (Button(words.BUTTON_MINE, "ul:0"), Button(words.BUTTON_SETTINGS, "t")),
    )


def home(store: Store) -> browse.Facet | None:
    """The narrowest region that most of the articles are about; None when there is none."""
    total, here = browse.counts(store)["articles"], None
    while True:
        below = browse.regions(store, here.name if here else None)
        if not below or below[0].articles < MAINLY * total:
            return here
        here = below[0]


def which(talk: Talk, text: str, meanings: Sequence[Meaning], *others: Button) -> Reply:
    """Ask which of several things a line means, or whether it is one of the others."""
    rows = [
        (Button(meaning_named(meaning), f"sa:{code_of(talk.store, meaning)}"),)
        for meaning in meanings
    ]
    return say(text, *rows, others)


def meaning_named(meaning: Meaning) -> str:
    """What a line may mean, with the regions spelled out; a bare word is called a keyword."""
    if len(meaning) == 1 and meaning[0] == Wish(words=meaning[0].words) and meaning[0].words:
        return words.BUTTON_AS_WORD.format(word=" ".join(meaning[0].words))
    return "、".join(described(wish, full=True) for wish in meaning)


def added(talk: Talk, wishes: Sequence[Wish]) -> Reply:
    """Subscribe the chat, and say to what, when it will be sent, and how to take it back."""
    target, limit = target_of(talk), talk.settings.subscriptions
    before = {one.number: one for one in subscriptions.of(talk.store, target)}
    made: list[Subscription] = []
    try:
        for wish in wishes:
            made.append(subscriptions.add(talk.store, target, wish, talk.now, limit))
    except SubscriptionLimit:
        if not made:
            return say(words.SUBSCRIPTION_LIMIT.format(limit=limit), mine())
    know_chat(talk, new=not before)
    new = [one for one in made if one.number not in before]
    if new:
        reply = confirmation(talk, words.SUBSCRIBED, new, undo(talk.store, new))
        left = words.SUBSCRIPTIONS_LEFT.format(count=len(wishes) - len(made), limit=limit)
        return replace(reply, text=reply.text + f"\n{left}") if len(made) < len(wishes) else reply
    resumed = any(before[one.number].paused for one in made)
    text = words.SUBSCRIBED_RESUMED if resumed else words.SUBSCRIBED_ALREADY
    return confirmation(talk, text, made)


def undo(store: Store, new: Iterable[Subscription]) -> Button:
    """The way back for subscriptions just made."""
    code = shortened(store, "-".join(str(one.number) for one in new))
    return Button(words.BUTTON_UNDO, f"un:{code}")


def confirmation(talk: Talk, text: str, made: Iterable[Subscription], *ways: Button) -> Reply:
    """What is subscribed to, and when it will be sent."""
    made = list(made)
    said = text.format(wishes=listed(one.wish for one in made))
    when = chat_settings.soon(chats.get(talk.store, target_of(talk)))
    if talk.reader.at_terminal:
        when = terminal_words.TERMINAL_NO_ALERTS
    lines = [said, *explained(talk, [one.wish for one in made]), when]
    return say("\n".join(lines), (*ways, *mine()))


def explained(talk: Talk, wishes: Sequence[Wish]) -> Iterator[str]:
    """What a keyword does, and how many articles of the last year it would have brought."""
    year = (talk.now - timedelta(days=365)).date().isoformat()
    for wish in wishes:
        count = brought(talk.store, wish, year) if wish.words else None
        if count is not None:
            said = "、".join(words.WISH_WORD.format(word=word) for word in wish.words)
            forms = {0: words.KEYWORD_NEVER, MOST: words.KEYWORD_OFTEN}
            yield forms.get(count, words.KEYWORD).format(words=said, count=count)


def listed(wishes: Iterable[Wish]) -> str:
    """Wishes one after the other."""
    return "；".join(described(wish) for wish in wishes)


def mine() -> tuple[Button, ...]:
    """The ways to the subscriptions and the settings."""
    return (Button(words.BUTTON_MINE, "ul:0"), Button(words.BUTTON_SETTINGS, "t"))


def target_of(talk: Talk) -> Target:
    """Where alerts for this talk go: the chat, or its topic."""
    return Target(talk.reader.chat, talk.reader.thread)


def know_chat(talk: Talk, *, new: bool) -> None:
    """Keep of what kind the chat is, a new one in the paper's time zone; open it if suspended."""
    chat = chats.get(talk.store, target_of(talk))
    zone = talk.settings.timezone.key if new else chat.timezone
    wanted = replace(chat, kind=talk.reader.kind, timezone=zone)
    if wanted != chat:
        chats.put(talk.store, wanted)
    chats.resume(talk.store, talk.reader.chat, talk.now)


def added_by_code(talk: Talk, code: str) -> Reply:
    """A pressed choice, or a link: subscribe to the wishes of a code. Raises NotFound."""
    return added(talk, wishes_of(talk.store, code))


def undone(talk: Talk, code: str) -> Reply:
    """Take back subscriptions that were just made. Raises NotFound or ValueError."""
    target, numbers = target_of(talk), map(int, lengthened(talk.store, code).split("-"))
    gone = [one for number in numbers for one in subscriptions.remove(talk.store, target, number)]
    if not gone:
        return Reply(toast=words.GONE)
    return say(words.UNSUBSCRIBED.format(wishes=listed(one.wish for one in gone)), mine())


def ask_words(talk: Talk) -> Reply:
    """Ask for keywords; the reader's next plain message, or a reply to this one, is taken as them.

    In a channel everything else is a post to its readers, so that only a command will do.
    """
    if talk.reader.kind == "channel":
        return say(words.SUBSCRIBE_WORDS_CHANNEL)
    expecting.expect(talk.store, talk.reader.place, "words", talk.now)
    hint = words.SUBSCRIBE_WORDS_GROUP if talk.brief else ""
    text = "\n".join(filter(None, [words.SUBSCRIBE_WORDS_HEAD, words.SUBSCRIBE_WORDS, hint]))
    return say(text, (Button(words.BUTTON_CANCEL, "sq"),))


def cancelled(talk: Talk) -> Reply:
    """Keep everything as it is."""
    expecting.answered(talk.store, talk.reader.place)
    return say(words.CANCELLED, mine())


def ask_no_more(talk: Talk) -> None:
    """A command has come instead of the keywords: do not take the message after it for them."""
    if expecting.expected(talk.store, talk.reader.place, talk.now - WAITS):
        expecting.answered(talk.store, talk.reader.place)


def told_words(talk: Talk, text: str) -> Reply | None:
    """The subscription to the keywords that were asked for; None when none were.

    A question is no keyword: it is answered, and the keywords are not waited for any longer.
    """
    place = talk.reader.place
    if expecting.expected(talk.store, place, talk.now - WAITS) != "words":
        return None
    expecting.answered(talk.store, place)
    if text in words.CANCELLING:
        return cancelled(talk)
    if len(text) > LONGEST or "?" in text or "？" in text:
        return None
    # The place was asked about only when its reader was allowed to decide.
    return subscribe(talk, text)
