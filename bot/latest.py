"""A memory of limited size: what was noted last of each key."""

from __future__ import annotations

from collections import OrderedDict
from typing import Generic, TypeVar

K = TypeVar("K")
V = TypeVar("V")
KEPT = 10_000


class Latest(Generic[K, V]):
    """A memory of what was noted last, of so many keys; the oldest are forgotten."""

    def __init__(self, most: int = KEPT) -> None:
        self.most = most
        self.kept: OrderedDict[K, V] = OrderedDict()

    def note(self, key: K, value: V) -> None:
        """Remember `value` for `key`."""
        self.kept[key] = value
        self.kept.move_to_end(key)
        if len(self.kept) > self.most:
            self.kept.popitem(last=False)

    def get(self, key: K) -> V | None:
        """What was noted last for `key`; None when nothing is remembered."""
        return self.kept.get(key)

    def drop(self, key: K) -> None:
        """Remember nothing for `key`."""
        self.kept.pop(key, None)
