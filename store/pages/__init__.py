"""A file -> Page(blocks): every importer makes the same thing, so that one segmenter serves all."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path, PurePath

from store.errors import PageError, reason
from store.model import Imprint, Page
from store.pages.decoding import LARGEST, decode
from store.pages.naming import imprint_of
from store.pages.text import blocks_of

__all__ = ["SUFFIXES", "Importer", "imprint_of", "page_from_bytes", "page_from_text", "read_page"]

Importer = Callable[[Path], tuple[Page, bytes, str]]
"""Reads one file: the page, its bytes unchanged, and the encoding they were in."""

SUFFIXES = (".txt", ".md", ".markdown", ".text")
"""Lower-case endings of the files that can be read."""


def read_page(
    path: Path, given: Imprint | None = None, root: Path | None = None
) -> tuple[Page, bytes, str]:
    """The page in a file, the file's bytes unchanged, and the encoding used.

    `given` are values that outrank what the file says; folders below `root` (all of them without
    it) may name paper and date. Raises PageError with one sentence when it cannot be read.
    """
    try:
        size = path.stat().st_size
        data = path.read_bytes() if size <= LARGEST else b""
    except OSError as error:
        raise PageError(f"读不了文件 {path.name}：{reason(error)}。") from error
    if size > LARGEST:
        raise PageError("文件超过 20 MB，不像一个版面，请拆成单个版面再导入。")
    page, encoding = page_from_bytes(data, str(_below(path, root)), given)
    return page, data, encoding


def page_from_bytes(data: bytes, name: str, given: Imprint | None = None) -> tuple[Page, str]:
    """The page in the bytes of a file called `name` (a path is fine), and the encoding used.

    Raises PageError with one sentence for what is no page of Chinese text.
    """
    text, encoding = decode(data)
    return page_from_text(text, name, given), encoding


def page_from_text(text: str, name: str = "", given: Imprint | None = None) -> Page:
    """The page in a text; `name` is its file's name."""
    path, blocks = PurePath(name), blocks_of(text)
    return Page(path.name, text, blocks, imprint_of(path, blocks, given))


def _below(path: Path, root: Path | None) -> Path:
    """The part of a path that may speak of the page: below `root` and with its name."""
    if root is None:
        return path.absolute()
    try:
        return Path(root.absolute().name) / path.absolute().relative_to(root.absolute())
    except ValueError:
        return path.absolute()
