"""From weights of places to the regions an article is about. Pure."""

from __future__ import annotations

from collections import defaultdict

from store.regions.paths import ancestors, parent, within

DESCEND = 0.5  # share of a region's weight that one part of it must hold to be the subject itself
ALONE = 0.5  # weight of the next part against it up to which a part stands out
SECOND = 0.5  # weight of another part against the first, to be a subject too
MANY = 4  # parts of equal weight that together mean the region above them
OUTWEIGH = 3.0  # how far a part outweighs a region that the headline names, to be the subject
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


def subjects(weights: Weights, *, strict: bool, faint: float = 0.0) -> list[str]:
    """The regions the article is about, the most important first.

    `strict` is for essays, whose places are examples unless a headline names one. `faint` is the
    weight below which a place in no headline and no first sentence is an example as well.
    """
    mass = weights.mass()
    heads = sorted(weights.heads, key=lambda path: (-mass[path], path))
    if strict:
        return heads[:LIMIT]
    chosen = settle(weights, mass, "")
    others = [head for head in heads if not any(within(path, head) for path in chosen)]
    shown = [path for path in (*chosen, *others) if path in weights.heads or mass[path] >= faint]
    return (shown or [path for path in chosen if led(weights, path)])[:LIMIT]


def settle(weights: Weights, mass: dict[str, float], region: str) -> list[str]:
    """From a region (the empty path is the whole country) down to what in it is the subject.

    A part that holds most of the weight is entered unless the region itself is what is spoken of;
    a few parts of like weight are all subjects, many are examples of the region above them.
    """
    parts = sorted(
        (path for path in mass if path and (parent(path) or "") == region),
        key=lambda path: (-mass[path], path),
    )
    if not parts or not entered(weights, mass, region, parts):
        return [region] if region else []
    if weights.own.get(region):
        return settle(weights, mass, parts[0])
    strong = [part for part in parts if mass[part] >= SECOND * mass[parts[0]]]
    if len(strong) >= MANY:
        return [region] if region else []
    return [path for part in strong for path in settle(weights, mass, part)]


def entered(weights: Weights, mass: dict[str, float], region: str, parts: list[str]) -> bool:
    """Whether the parts, and not the region itself, are the subject."""
    own = weights.own.get(region, 0.0)
    if not own:
        return True
    if region in weights.heads and parts[0] not in weights.heads:
        return mass[parts[0]] >= OUTWEIGH * own
    rival = mass[parts[1]] if len(parts) > 1 else 0.0
    return mass[parts[0]] >= DESCEND * mass[region] and rival <= ALONE * mass[parts[0]]


def led(weights: Weights, region: str) -> bool:
    """Whether the first sentence names the region or a place in it."""
    return any(within(path, region) for path in weights.leads)
