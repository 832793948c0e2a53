"""How long what concerns readers is kept: what /privacy says, and what drops it."""

from __future__ import annotations

from datetime import datetime, timedelta

from store import announcements, asked
from store.database import Store

TALKS = timedelta(days=7)
"""What was last shown in a talk, our message to each message, the numbers of handled updates."""
ALERTS = timedelta(days=60)
"""What came of each delivery and of each notice."""
QUESTIONS = timedelta(days=365)
"""Questions and verdicts, neither of which says whose they are."""


def tidy(store: Store, now: datetime) -> None:
    """Drop what is older; deliveries are the sender's to drop."""
    asked.prune(store, now - TALKS)
    asked.prune_questions(store, now - QUESTIONS)
    announcements.prune(store, now - ALERTS)
