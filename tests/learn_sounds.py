"""Write how characters are read, as the pypinyin library has it: store/data/sounds.txt.

    python -m tests.learn_sounds

A line a toneless syllable with the characters read so, then a line for each two characters of
which one is read otherwise beside the other, with both syllables. The table ships because to
load the library costs every command a third of a second, and because an index must be read with
the sounds it was written with, whatever version of the library is there.
"""

from __future__ import annotations

import sys
from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from importlib.metadata import version
from pathlib import Path
from unicodedata import combining, normalize

from pypinyin.phrases_dict import phrases_dict
from pypinyin.pinyin_dict import pinyin_dict

from store.sound import HAN, ODD

TARGET = Path(__file__).parent.parent / "store" / "data" / "sounds.txt"


@cache
def toneless(reading: str) -> str:
    """A reading without its tone mark, ü as v."""
    plain = "".join(c for c in normalize("NFD", reading) if not combining(c) or c == "\u0308")
    return plain.replace("u\u0308", "v")


def readings() -> dict[str, str]:
    """The usual syllable of each character of the basic plane."""
    return {
        chr(number): name
        for number, said in sorted(pinyin_dict.items())
        if HAN[0] <= chr(number) <= HAN[1] and (name := toneless(said.partition(",")[0])).isascii()
    }


def other_readings(names: dict[str, str]) -> Iterator[tuple[str, str, str]]:
    """Pairs of characters inside phrases that are not read as each alone, with both syllables."""
    odd, syllables = set(ODD), set(names.values())
    for phrase, spoken in phrases_dict.items():
        if len(phrase) != len(spoken) or odd.isdisjoint(phrase):
            continue
        said = [toneless(one[0]) for one in spoken]
        for i in range(len(phrase) - 1):
            pair = phrase[i : i + 2]
            first, second = said[i : i + 2]
            usual = [names.get(char) for char in pair]
            known = None not in usual and {first, second} <= syllables
            turned = [a for a, b, c in zip(pair, usual, (first, second), strict=True) if b != c]
            if known and not odd.isdisjoint(turned):
                yield pair, first, second


def lines() -> Iterator[str]:
    """The lines of the table."""
    names = readings()
    alike: defaultdict[str, str] = defaultdict(str)
    for char, name in names.items():
        alike[name] += char
    for name in sorted(alike):
        yield f"{name} {alike[name]}"
    # Of two phrases that differ about a pair the later one of the library counts.
    turns = {pair: (first, second) for pair, first, second in other_readings(names)}
    for pair in sorted(turns):
        yield " ".join((pair, *turns[pair]))


def main() -> None:
    found = list(lines())
    TARGET.write_text("\n".join(found) + "\n", "utf-8")
    TARGET.with_suffix(".md").write_text(
        "# sounds.txt\n\nReadings of the characters of the basic plane, without tones, and of pairs"
        f" read otherwise than alone. Taken from pypinyin {version('pypinyin')} (MIT licence) by"
        f" `tests/learn_sounds.py`: {len(found)} lines.\n",
        "utf-8",
    )
    sys.stdout.write(f"{len(found)} lines, {TARGET.stat().st_size} bytes\n")


if __name__ == "__main__":
    main()
