"""Regions: the divisions of China and the owner's own places, found in texts and questions."""

from store.regions.gazetteer import Gazetteer, load_gazetteer
from store.regions.home import home_of
from store.regions.mentions import Mention, innermost, mentions
from store.regions.names import short_name
from store.regions.paths import ancestors, level, parent, within
from store.regions.tagging import Tagging, tag

__all__ = [
    "Gazetteer",
    "Mention",
    "Tagging",
    "ancestors",
    "children",
    "home_of",
    "innermost",
    "level",
    "load_gazetteer",
    "mentions",
    "parent",
    "short_name",
    "tag",
    "within",
]


def children(path: str) -> tuple[str, ...]:
    """Paths of the official divisions one step below; the provinces for the empty path."""
    return load_gazetteer().children(path)
