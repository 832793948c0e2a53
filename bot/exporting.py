"""/export: all that is kept of a reader, as a JSON file."""

from __future__ import annotations

import json
from dataclasses import asdict
from datetime import timedelta

from bot import record_words
from bot.reply import Reply, say
from bot.talk import Talk
from bot.text import Text
from store import chats, outbox, subscriptions, talks
from store.chats import Target

FILE = "baowen.json"
EVER = timedelta(days=36500)
EVERY = 10_000


def export(talk: Talk, rest: str) -> Reply:
    """The file in a private chat; in a group, where all would see it, the way to get it."""
    if talk.reader.kind != "private":
        return say(record_words.EXPORT_PRIVATELY)
    text = json.dumps(kept_of(talk), ensure_ascii=False, indent=2)
    said = "" if talk.reader.at_terminal else record_words.EXPORTED_FILE
    return Reply(Text(record_words.EXPORTED + said), file=(FILE, text.encode()))


def kept_of(talk: Talk) -> dict[str, object]:
    """What the store holds of the reader: the talk, the settings, subscriptions and alerts."""
    target = Target(talk.reader.chat, talk.reader.thread)
    spoken = talks.last(talk.store, talk.reader.place, talk.now, EVER)
    return {
        "user": talk.reader.user,
        "last_articles": spoken.articles,
        "last_buttons": spoken.ways,
        "settings": asdict(chats.get(talk.store, target)),
        "subscriptions": [
            {"number": one.number, "paused": one.paused, **asdict(one.wish)}
            for one in subscriptions.of(talk.store, target)
        ],
        "alerts": [
            {"issue": row.issue, "state": row.state, "why": row.why, "at": row.at.isoformat()}
            for row in outbox.rows(talk.store, limit=EVERY, chat=talk.reader.chat)
        ],
    }
