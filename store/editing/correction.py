"""A correction: who said what of which article, and when. Rows of them are only ever added."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal, get_args

Operation = Literal[
    "title",
    "column",
    "authors",
    "regions",
    "kind",
    "paper",
    "date",
    "page",
    "text",
    "cut",
    "rejoin",
    "split",
    "join",
    "move",
    "remove",
    "add",
    "undo",
    "restore",
]
"""text gives a paragraph other words, cut makes two of one and rejoin one of two; add brings words
of the page into an article; undo and restore take an earlier correction back; each of the others
says something anew."""

OPERATIONS: tuple[Operation, ...] = get_args(Operation)


class Unfit(Exception):
    """What a correction speaks of is not on the page; the text says in Chinese what is missing."""


@dataclass(frozen=True, slots=True)
class Correction:
    """One row. `article` is the id it speaks of; `detail` holds the values of the operation.

    `at` is an ISO time in UTC; `undoes` is the number of the correction that is taken back, None
    for all operations but undo and restore.
    """

    number: int
    article: str
    operation: Operation
    detail: Mapping[str, Any] = field(default_factory=dict)
    author: str = ""
    at: str = ""
    undoes: int | None = None
