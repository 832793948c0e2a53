"""From a delivery to the alert it becomes; chats with the same wishes share one text."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Sequence

from bot import alerts
from bot.alerts import Part
from bot.reply import Reply
from store import asked, browse, claims
from store.claims import Delivery
from store.database import Store
from store.errors import NotFound

KEPT = 256
"""Alerts kept for the next chat with the same wishes."""
Key = tuple[int, int, int, tuple[int, ...], bool, bool]
Parcel = tuple[tuple[Delivery, ...], Reply]
"""Deliveries of one chat that travel together, and the message that tells of them."""


class Composer:
    """Composes alerts. What it keeps is dropped when the archive changes."""

    def __init__(self, store: Store) -> None:
        self.store = store
        self.made: OrderedDict[tuple[Key, ...], Reply | None] = OrderedDict()
        self.edition = -1

    def parcels(self, deliveries: Sequence[Delivery]) -> list[Parcel]:
        """The messages that tell a chat of these deliveries, as few as they fit into; what it no
        longer wants to hear of is in none."""
        made: list[Parcel] = []
        for delivery in deliveries:
            alone = self.reply([delivery])
            if alone is None:
                continue
            if made and (joined := self.reply([*made[-1][0], delivery])):
                made[-1] = ((*made[-1][0], delivery), joined)
            else:
                made.append(((delivery,), alone))
        return made

    def reply(self, deliveries: Sequence[Delivery]) -> Reply | None:
        """One message for deliveries of one chat; None when there is nothing left of it that the
        chat wants to hear of, or when several do not fit into one."""
        if (edition := asked.edition(self.store)) != self.edition:
            self.made.clear()
            self.edition = edition
        keys = tuple(key_of(delivery) for delivery in deliveries)
        if keys not in self.made:
            self.made[keys] = self.composed(deliveries)
            while len(self.made) > KEPT:
                self.made.popitem(last=False)
        self.made.move_to_end(keys)
        return self.made[keys]

    def composed(self, deliveries: Sequence[Delivery]) -> Reply | None:
        """The alert, from the articles as they are now."""
        parts = [part for delivery in deliveries if (part := self.part(delivery))]
        private = deliveries[0].kind == "private"
        if len(parts) != len(deliveries):
            return None
        if len(parts) == 1:
            return alerts.told(parts[0], private=private)
        return alerts.together(parts, private=private)

    def part(self, delivery: Delivery) -> Part | None:
        """What a delivery tells; None when there is nothing left."""
        if not delivery.wishes or not (news := claims.news(self.store, delivery)):
            return None
        try:
            issue = browse.issue(self.store, delivery.issue)
        except NotFound:
            return None
        with self.store.reading() as db:
            facet = browse.numbers(db, "issue").get(str(delivery.issue), 0)
        return Part(issue, news, facet, delivery.message is not None)


def key_of(delivery: Delivery) -> Key:
    """What the text of a delivery depends on, the articles themselves apart."""
    private, late = delivery.kind == "private", delivery.message is not None
    return (delivery.issue, delivery.told, delivery.newest, delivery.wishes, private, late)
