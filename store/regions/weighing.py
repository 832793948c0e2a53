"""From weights of places to the regions an article is about. Pure."""

from __future__ import annotations

from collections import defaultdict

from store.regions.paths import ancestors, level, parent, within

DESCEND = 0.5  # share of a region's weight that one part of it must hold to be the subject itself
ALONE = 0.5  # weight of the next part against it up to which a part stands out
SECOND = 0.35  # weight of another subject against the first
LIMIT = 6


class Weights:
    """The weight of each place as subject; of headlines and leads apart as well."""

    def __init__(self) -> None:
        self.own: dict[str, float] = defaultdict(float)
        self.heads: set[str] = set()
        self.leads: set[str] = set()

    def add(self, path: str, worth: float) -> None:
        """A place named in the body."""
        self.own[path] += worth

    def headline(self, path: str, worth: float) -> None:
        """A place named in kicker, title or subtitle."""
        self.own[path] += worth
        self.heads.add(path)

    def lead(self, path: str, worth: float) -> None:
        """A place named in the first sentence."""
        self.own[path] += worth
        self.leads.add(path)

    def mass(self) -> dict[str, float]:
        """The weight of each region with all that lies in it; the empty path holds everything."""
        total: dict[str, float] = defaultdict(float)
        for path, worth in self.own.items():
            for region in ("", *ancestors(path), path):
                total[region] += worth
        return total


def subjects(weights: Weights, strict: bool) -> list[str]:
    """The regions the article is about, the most important first.

    From the whole country down, the part that holds most of the weight is entered as long as it
    outweighs what is said of the region itself. `strict` is for essays, whose places are examples
    unless a headline names one.
    """
    if strict and not weights.heads:
        return []
    mass = weights.mass()
    if strict:
        return sorted(weights.heads, key=lambda path: -mass[path])[:LIMIT]
    return settle(weights, mass)


def settle(weights: Weights, mass: dict[str, float]) -> list[str]:
    """Go down to the subject, then add the others that weigh enough beside it."""
    region = ""
    while True:
        parts = sorted(
            (p for p in mass if p and (parent(p) or "") == region), key=lambda p: -mass[p]
        )
        if not parts or not entered(weights, mass, region, parts):
            break
        if mass[parts[0]] < DESCEND * mass[region] and not weights.own.get(region):
            strong = [part for part in parts if mass[part] >= SECOND * mass[parts[0]]]
            return [path for part in strong[:LIMIT] for path in below(weights, mass, part)[:1]]
        region = parts[0]
    others = (path for path in weights.heads if not within(region, path) and path != region)
    return list(dict.fromkeys(path for path in (region, *sorted(others)) if path))[:LIMIT]


def entered(weights: Weights, mass: dict[str, float], region: str, parts: list[str]) -> bool:
    """Whether one part, and not the region itself, is the subject."""
    own = weights.own.get(region, 0.0)
    if not own:
        return True
    if region in weights.heads and parts[0] not in weights.heads:
        return mass[parts[0]] >= 3 * own
    rival = mass[parts[1]] if len(parts) > 1 else 0.0
    return mass[parts[0]] >= DESCEND * mass[region] and rival <= ALONE * mass[parts[0]]


def below(weights: Weights, mass: dict[str, float], region: str) -> list[str]:
    """The subject inside one region."""
    inner = Weights()
    inner.heads, inner.leads = weights.heads, weights.leads
    for path, worth in weights.own.items():
        if within(path, region):
            inner.own[path] = worth
    return [path for path in settle(inner, inner.mass()) if level(path) > 0]
