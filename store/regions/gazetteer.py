"""All divisions with the names they go by, as one value."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import cache, cached_property

from store.regions import official
from store.regions.curated import EVERYDAY, FORMER, SHIELDS
from store.regions.finding import find
from store.regions.names import Sense, Style, spellings
from store.regions.paths import COUNTY, ancestors, level, parent

Place = tuple[str, Iterable[str]]
"""A place of the owner's own: its full path, and other names it goes by."""


class Gazetteer:
    """The official divisions and the owner's own places. Immutable; safe to share.

    `extra` places may lie below official ones or in a province of their own; the paths above them
    need not be listed. Townships are read from disk only when one is asked for.
    """

    def __init__(self, extra: Iterable[Place] = ()) -> None:
        self.extra = tuple((path.strip("/"), tuple(others)) for path, others in extra)
        self._own = list(dict.fromkeys(p for own, _ in self.extra for p in lineage(own)))

    @cached_property
    def paths(self) -> tuple[str, ...]:
        """Every path but the official townships, each after the one above it."""
        return tuple(dict.fromkeys((*official.counties(), *self._own)))

    @cached_property
    def senses(self) -> Mapping[str, tuple[Sense, ...]]:
        """What each name may stand for, official townships apart."""
        if not self.extra:
            return official_senses()
        senses = dict(official_senses())
        for name, sense in self._own_names():
            if sense not in senses.get(name, ()):
                senses[name] = (*senses.get(name, ()), sense)
        return senses

    @cached_property
    def lengths(self) -> Mapping[str, tuple[int, ...]]:
        """For the first two characters of a name, how long such names are, the longest first."""
        return lengths_by_start(self.senses)

    @cached_property
    def _below(self) -> Mapping[str, tuple[str, ...]]:
        below: dict[str, list[str]] = defaultdict(list)
        for path in self.paths:
            below[parent(path) or ""].append(path)
        return {above: tuple(paths) for above, paths in below.items()}

    def children(self, path: str) -> tuple[str, ...]:
        """Paths one step below, townships included; the provinces for the empty path."""
        own = self._below.get(path, ())
        return tuple(dict.fromkeys((*own, *self.townships(path))))

    def townships(self, path: str) -> tuple[str, ...]:
        """Paths of the official townships right below a county."""
        return tuple(f"{path}/{name}" for name in official.townships().get(path, ()))

    def counties(self, path: str) -> tuple[str, ...]:
        """Paths of the counties at or below a path."""
        if level(path) == COUNTY:
            return (path,)
        return tuple(c for below in self._below.get(path, ()) for c in self.counties(below))

    def town_senses(self, regions: Iterable[str]) -> Mapping[str, list[Sense]]:
        """What each name of a township in these regions may stand for."""
        found: dict[str, list[Sense]] = defaultdict(list)
        counties = {county for region in regions for county in self._with_towns(region)}
        for county in sorted(counties):
            for name, sense in town_names(county):
                found[name].append(sense)
        return found

    def _with_towns(self, region: str) -> tuple[str, ...]:
        return tuple(path for path in self._inside(region) if path in official.townships())

    def _inside(self, region: str) -> Iterator[str]:
        yield region
        for below in self._below.get(region, ()):
            yield from self._inside(below)

    def knows(self, path: str) -> bool:
        """Whether the path is a division or one of the owner's places."""
        return path in self._known or path in self.townships(parent(path) or "")

    @cached_property
    def _known(self) -> frozenset[str]:
        return frozenset(self.paths)

    def _own_names(self) -> Iterator[tuple[str, Sense]]:
        for path in self._own:
            if path not in official_paths():
                yield from ((name, Sense(path, style)) for name, style in spellings(path))
        for path, others in self.extra:
            yield from ((name, Sense(path, Style.STYLED)) for name in others if len(name) > 1)

    def find(self, name: str) -> list[str]:
        """Paths a reader may mean by a typed name, the best first; empty when there is none.

        Takes official and everyday names, several levels together (昌吉州/木垒县, 昌吉木垒县),
        pinyin (mulei), and a name with one wrong character.
        """
        return find(self, name)


def lineage(path: str) -> tuple[str, ...]:
    """The paths above and the path itself."""
    return (*ancestors(path), path)


def lengths_by_start(names: Iterable[str]) -> dict[str, tuple[int, ...]]:
    """For the first two characters, how long the names are that begin so, the longest first."""
    found: dict[str, set[int]] = defaultdict(set)
    for name in names:
        found[name[:2]].add(len(name))
    return {start: tuple(sorted(sizes, reverse=True)) for start, sizes in found.items()}


@cache
def official_paths() -> frozenset[str]:
    return frozenset(official.counties())


@cache
def town_names(county: str) -> tuple[tuple[str, Sense], ...]:
    """The names of the official townships of a county, each with what it stands for."""
    paths = (f"{county}/{name}" for name in official.townships()[county])
    return tuple((name, Sense(path, style)) for path in paths for name, style in spellings(path))


@cache
def official_senses() -> Mapping[str, tuple[Sense, ...]]:
    """What each name of an official division down to the county may stand for; a shield: none."""
    found: dict[str, dict[str, Style]] = defaultdict(dict)
    for path in official.counties():
        for name, style in spellings(path):
            if len(name) > 1:
                found[name][path] = max(style, found[name].get(path, style))
    for name, path in EVERYDAY.items():
        found[name].setdefault(path, Style.STYLED)
    for name, path in FORMER.items():
        found[name].setdefault(path, Style.FORMER)
    return {
        name: tuple(Sense(path, style) for path, style in senses.items())
        for name, senses in (*found.items(), *((shield, {}) for shield in SHIELDS))
    }


_loaded: dict[tuple[Place, ...], Gazetteer] = {}


def load_gazetteer(extra: Iterable[Place] = ()) -> Gazetteer:
    """The gazetteer with these places of the owner's own; the same one for the same places."""
    key = tuple((path, tuple(others)) for path, others in extra)
    if key not in _loaded:
        _loaded.clear()
        _loaded[key] = Gazetteer(key)
    return _loaded[key]
