"""Typed pinyin: a run of Latin letters as the syllables that were most likely meant."""

from __future__ import annotations

from functools import lru_cache
from math import log

from store.background import background
from store.sound import accents, sounds

LONGEST = 6
SPLIT = 10_000
"""What one more syllable must gain: fewer syllables win unless the longer way is far likelier.
Of the runs of the two public question sets, 96 % are then split as they were spelled."""
BARE = frozenset({"m", "n", "ng", "hm", "hng"})


@lru_cache(maxsize=4096)
def spelled(letters: str) -> str | None:
    """The exact sounds of typed pinyin, one character a syllable; None when it is not pinyin.

    Of several ways to split it, the one whose neighbouring syllables are met most often wins.
    """
    # Best score and spelling by (letters read, last syllable).
    best: list[dict[str, tuple[float, str]]] = [{"": (0.0, "")}] + [{} for _ in letters]
    for at in range(len(letters)):
        for stop in range(at + 1, min(at + LONGEST, len(letters)) + 1):
            found = syllable(letters[at:stop])
            if found is None:
                continue
            for last, (score, said) in best[at].items():
                value = score + likelihood(last, found)
                if found not in best[stop] or best[stop][found][0] < value:
                    best[stop][found] = (value, said + found)
    return max(best[-1].values())[1] if best[-1] and letters else None


def syllable(letters: str) -> str | None:
    """The sound of one typed syllable, or None."""
    if letters in BARE:
        return None
    return sounds().codes.get(letters) or sounds().codes.get(letters.replace("u", "v"))


@lru_cache(maxsize=1 << 16)
def likelihood(last: str, sound: str) -> float:
    """Logarithm of the chance of a syllable after another, from newspapers at large."""
    known = background()
    fold = accents()
    here = fold[ord(sound)]
    alone = known.held_by("\0" + here)
    if not last:
        return log(alone / known.passages / SPLIT)
    before = fold[ord(last)]
    together = known.held_by(before + here)
    return log((together + 0.02 * alone) / (known.held_by("\0" + before) + known.floor) / SPLIT)
