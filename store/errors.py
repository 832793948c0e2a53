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

import errno


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


REASONS = {
    errno.ENOENT: "没有这个文件",
    errno.EACCES: "没有权限",
    errno.EPERM: "没有权限",
    errno.EISDIR: "这是一个文件夹",
    errno.ENOTDIR: "路径中有一段不是文件夹",
    errno.ENAMETOOLONG: "文件名太长",
    errno.ENOSPC: "磁盘满了",
    errno.EIO: "磁盘读写出错",
}


def reason(error: OSError) -> str:
    """Why a file cannot be read or written, in a few words."""
    return REASONS.get(error.errno or 0) or error.strerror or str(error)
