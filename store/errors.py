"""What can go wrong in the store because of something a person did or can mend.

    StoreError
    ├── PageError         a file is no newspaper page, or cannot be read
    ├── StoreLocked       another program holds the store for longer than we wait
    ├── StoreTooNew       the store was written by a newer Baowen
    ├── StoreUnwritable   the folder or the file cannot be written
    ├── NotFound          no article, region or issue by that name
    ├── SubscriptionLimit a chat has as many subscriptions as the owner allows
    └── AlreadyRunning    another bot works on this store

Each message is one sentence that says what is wrong and what to do. Anything else that is raised
is a bug and keeps its traceback.
"""

from __future__ import annotations


class StoreError(Exception):
    """The base of every error a person can cause; its text is fit to be shown to the owner."""


class PageError(StoreError):
    """A file is no newspaper page, or cannot be read."""


class StoreLocked(StoreError):
    """Another program holds the store for longer than the busy timeout."""


class StoreTooNew(StoreError):
    """The store has a migration that this Baowen does not know."""


class StoreUnwritable(StoreError):
    """The folder or the file of the store cannot be written or is no store."""


class NotFound(StoreError):
    """No article, region or issue by that name."""


class SubscriptionLimit(StoreError):
    """A chat has as many subscriptions as the owner allows."""


class AlreadyRunning(StoreError):
    """Another bot works on this store."""
