"""Learn how common terms are at large: writes store/data/background.bin.

    python -m tests.learn_background CORPUS.jsonl[.xz] --name "what the corpus is, its licence"

CORPUS holds one JSON object a line with a `text`. The same corpus gives the same file.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import lzma
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from store.background import pack
from store.fold import fold, squeeze
from store.sound import listen
from store.terms import pairs

TARGET = Path(__file__).parent.parent / "store" / "data" / "background.bin"
LEAST = 8


def texts(path: Path) -> Iterator[str]:
    """The texts of the corpus."""
    kind = lzma.open if path.suffix == ".xz" else open
    with kind(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)["text"]


def learn(path: Path) -> tuple[Counter[str], int]:
    """How many texts hold each pair and each single character or sound, and how many there are."""
    counts: Counter[str] = Counter()
    number = 0
    for text in texts(path):
        chars = squeeze(fold(text))
        sound = listen(chars)
        counts.update(set(pairs(chars)) | set(pairs(sound)))
        counts.update("\0" + char for char in set(chars) | set(sound))
        number += 1
    return counts, number


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("corpus", type=Path)
    asked.add_argument("--name", required=True)
    given = asked.parse_args()
    counts, number = learn(given.corpus)
    digest = hashlib.sha256(given.corpus.read_bytes()).hexdigest()
    provenance = {"corpus": given.name, "sha256": digest, "script": "tests/learn_background.py"}
    TARGET.write_bytes(pack(counts, number, LEAST, provenance))
    sys.stdout.write(f"{number} texts, {len(counts)} terms, {TARGET.stat().st_size} bytes\n")


if __name__ == "__main__":
    main()
