"""Mistakes people make when they type a question, for fitting and for tests; seeded, repeatable."""

from __future__ import annotations

import random
from collections.abc import Callable
from functools import lru_cache

from store.background import background
from store.fold import fold
from store.query import STRIP
from store.sound import HAN, exact, sounds, syllables
from store.terms import pairs

Mistake = Callable[[str, random.Random], str]


def is_han(char: str) -> bool:
    return HAN[0] <= char <= HAN[1]


@lru_cache(maxsize=1)
def common() -> list[str]:
    """The three thousand characters newspapers use most."""
    chars = [chr(code) for code in range(ord(HAN[0]), ord(HAN[1]) + 1)]
    return sorted(chars, key=lambda char: -background().held_by("\0" + char))[:3000]


@lru_cache(maxsize=1)
def same_sound() -> dict[str, list[str]]:
    groups: dict[str, list[str]] = {}
    for char in common():
        groups.setdefault(sounds().table[ord(char)], []).append(char)
    return groups


def replaced(text: str, share: float, choose: Callable[[str, random.Random], str],
             rng: random.Random) -> str:
    places = [i for i, char in enumerate(text) if is_han(char)]
    rng.shuffle(places)
    out = list(text)
    for i in places[: max(1, round(share * len(places)))]:
        out[i] = choose(out[i], rng)
    return "".join(out)


def homophone(char: str, rng: random.Random) -> str:
    return rng.choice(same_sound().get(sounds().table[ord(char)], [char]))


def stranger(char: str, rng: random.Random) -> str:
    return rng.choice(common())


def swapped(text: str, rng: random.Random) -> str:
    i = rng.randrange(max(1, len(text) - 1))
    return text[:i] + text[i + 1 : i + 2] + text[i : i + 1] + text[i + 2 :]


def dropped(text: str, rng: random.Random) -> str:
    i = rng.randrange(len(text))
    return text[:i] + text[i + 1 :] or text


def spelled(text: str, rng: random.Random) -> str:
    gap = rng.choice(["", " "])
    return gap.join(syllables(exact(fold(text))))


def partly(text: str, rng: random.Random) -> str:
    """One to three neighbouring characters as pinyin, as typing stops short of choosing them."""
    places = [i for i, char in enumerate(text) if is_han(char)]
    if len(places) < 3:
        return text
    i = rng.choice(places[:-1])
    stop = min(len(text), i + rng.choice([1, 2, 2, 3]))
    return text[:i] + "".join(syllables(exact(fold(text[i:stop])))) + text[stop:]


def keywords(text: str, rng: random.Random) -> str:
    """Two or three stretches of the question with its rarest pairs."""
    known = background()
    runs = [run for run in STRIP.sub("\n", fold(text)).split("\n") if len(run) > 1]
    found = sorted({p for run in runs for p in pairs(run)}, key=known.held_by)
    return " ".join(rng.sample(found[:6], min(len(found[:6]), rng.choice([2, 3])))) or text


def several(text: str, rng: random.Random) -> str:
    text = replaced(text, 0.0, homophone, rng)
    text = replaced(text, 0.0, stranger, rng)
    return swapped(dropped(text, rng), rng)


MISTAKES: dict[str, Mistake] = {
    "clean": lambda text, rng: text,
    "homophone": lambda text, rng: replaced(text, 0.12, homophone, rng),
    "homophones": lambda text, rng: replaced(text, 0.35, homophone, rng),
    "stranger": lambda text, rng: replaced(text, 0.12, stranger, rng),
    "dropped": dropped,
    "swapped": swapped,
    "spelled": spelled,
    "partly": partly,
    "keywords": keywords,
    "several": several,
}
