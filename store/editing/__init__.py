"""What an editor's corrections do to the articles of a page. Pure: rows in, articles out."""

from __future__ import annotations

from store.editing.anchors import Anchor, anchor_of
from store.editing.applying import Applied, apply, in_force
from store.editing.correction import OPERATIONS, Correction, Operation, Unfit
from store.editing.sheet import Sheet

__all__ = [
    "OPERATIONS",
    "Anchor",
    "Applied",
    "Correction",
    "Operation",
    "Sheet",
    "Unfit",
    "anchor_of",
    "apply",
    "in_force",
]
