"""From a delivery to the alert it becomes; chats with the same wishes share one text."""

from __future__ import annotations

from collections import OrderedDict

from bot import alerts
from bot.reply import Reply
from store import asked, browse, claims
from store.claims import Delivery
from store.database import Store
from store.errors import NotFound

KEPT = 256
"""Alerts kept for the next chat with the same wishes."""
Key = tuple[int, int, int, tuple[int, ...], bool, bool]


class Composer:
    """Composes alerts. What it keeps is dropped when the archive changes."""

    def __init__(self, store: Store) -> None:
        self.store = store
        self.made: OrderedDict[Key, Reply | None] = OrderedDict()
        self.edition = -1

    def reply(self, delivery: Delivery) -> Reply | None:
        """The alert; None when there is nothing left that the chat wants to hear of."""
        if not delivery.wishes:
            return None
        if (edition := asked.edition(self.store)) != self.edition:
            self.made.clear()
            self.edition = edition
        private, late = delivery.kind == "private", delivery.message is not None
        key = (delivery.issue, delivery.told, delivery.newest, delivery.wishes, private, late)
        if key not in self.made:
            self.made[key] = self.composed(delivery, private, late)
            while len(self.made) > KEPT:
                self.made.popitem(last=False)
        self.made.move_to_end(key)
        return self.made[key]

    def composed(self, delivery: Delivery, private: bool, late: bool) -> Reply | None:
        """The alert, from the articles as they are now."""
        news = claims.news(self.store, delivery)
        if not news:
            return None
        try:
            issue = browse.issue(self.store, delivery.issue)
        except NotFound:
            return None
        with self.store.reading() as db:
            facet = browse.numbers(db, "issue").get(str(delivery.issue), 0)
        return alerts.told(issue, news, facet=facet, late=late, private=private)
