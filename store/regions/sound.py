"""How names are spoken: their syllables without tones."""

from __future__ import annotations

from functools import lru_cache


@lru_cache(maxsize=65536)
def sound(name: str) -> tuple[str, ...]:
    """The syllables of a name, without tones."""
    from pypinyin import lazy_pinyin  # loaded late: it costs a tenth of a second

    return tuple(lazy_pinyin(name))


def spelt(name: str) -> tuple[str, ...]:
    """The syllables character by character, the quick way for many short strings."""
    return tuple(syllable for char in name for syllable in sound(char))
