"""How a command of the command line opens the store, and how it says that it cannot."""

from __future__ import annotations

import functools
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import click

from bot.settings import RunError, SettingsError, load
from store.database import Store
from store.errors import StoreError

Command = Callable[..., None]


def db_option(command: Command) -> Command:
    """`--db PATH`, and the settings as first argument; what a person can mend ends with exit 1."""

    @click.option("--db", type=click.Path(path_type=Path), help="库文件，默认 baowen.db。")
    @functools.wraps(command)
    def wrapped(*args: Any, db: Path | None, **values: Any) -> None:
        try:
            settings = load()
            command(settings, db or settings.db, *args, **values)
        except (SettingsError, StoreError, RunError) as error:
            click.echo(str(error), err=True)
            sys.exit(1)

    return wrapped


@contextmanager
def opened(path: Path, *, must_exist: bool = True) -> Iterator[Store]:
    """The store at `path`, closed afterwards. Raises StoreError when there is none to read."""
    # Not Path.exists(): that raises where the folder may not be looked into.
    if must_exist and not os.path.exists(path):
        raise StoreError(f"还没有库文件 {path}；请先用 baowen ingest 读入报纸版面。")
    with Store(path) as store:
        yield store
