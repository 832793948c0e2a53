"""Asking the archive, with a memory: identical questions are answered once until an issue comes."""

from __future__ import annotations

import threading
from collections import OrderedDict
from dataclasses import replace
from datetime import date

from store import asked
from store.answers import ask
from store.database import Store
from store.model import Answer

KEPT = 512
CANDIDATES = 10
"""Articles an answer brings, the first shown and the others behind 更多."""
FIRST = range(1)
"""The candidate a chat shows in full."""
Key = tuple[str, int, range, date]


class Memory:
    """The latest answers of one store. Any change to its articles empties it."""

    def __init__(self) -> None:
        self.edition = -1
        self.answers: OrderedDict[Key, Answer] = OrderedDict()
        self.lock = threading.Lock()

    def ask(
        self,
        store: Store,
        question: str,
        today: date,
        limit: int = CANDIDATES,
        quoting: range = FIRST,
    ) -> Answer:
        """The answer to `question`, from memory when nothing has changed since it was given.

        The candidates at the places `quoting` come with their passages.
        """
        key = (" ".join(question.split()), limit, quoting, today)
        edition = asked.edition(store)
        with self.lock:
            if edition != self.edition:
                self.edition = edition
                self.answers.clear()
            if known := self.answers.get(key):
                self.answers.move_to_end(key)
                return replace(known, question=question)
        answer = ask(store, question, limit=limit, now=today, quoting=quoting)
        with self.lock:
            if edition == self.edition:
                self.answers[key] = answer
                while len(self.answers) > KEPT:
                    self.answers.popitem(last=False)
        return answer
