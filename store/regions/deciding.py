"""Which division a name stands for, and whether that can be said at all. Pure."""

from __future__ import annotations

from collections.abc import Sequence

from store.regions.context import ADJACENT, Context
from store.regions.curated import COMMON_NOUNS, DOUBTFUL, WORDS
from store.regions.guards import Standing
from store.regions.names import Sense, Style
from store.regions.paths import COUNTY, level

# A county named after a river or a mountain shares its bare name with the river: 清水河.
FEATURES = "河江湖海泉溪山岭峰岛洲湾"


def decide(
    name: str, senses: Sequence[Sense], context: Context, before: str | None, standing: Standing
) -> tuple[str, float] | None:
    """The path that is meant and the chance that it is; None when that cannot be said."""
    support = {sense: context.support(sense.path, before) for sense in senses}
    best = max(senses, key=lambda s: (support[s] >= ADJACENT, support[s] - level(s.path), s.style))
    rank = (support[best], level(best.path), best.style)
    if sum((support[s], level(s.path), s.style) == rank for s in senses) > 1:
        return None
    if wordy(name, best) and not (support[best] >= ADJACENT and best.path in context.named):
        return None
    need = needed(name, best, len(senses), standing.vague)
    need -= standing.firm and level(best.path) < COUNTY
    trusted = standing.firm and not standing.vague and len(senses) == 1 and alone(name, best)
    if support[best] < need and not trusted:
        return None
    return best.path, chance(best, support[best], len(senses))


def wordy(name: str, sense: Sense) -> bool:
    """Whether the bare name of a county is a word first: it is believed only directly behind the
    region above it, in an article that names the county in full."""
    return sense.style is Style.BARE and level(sense.path) >= COUNTY and name in WORDS


def alone(name: str, sense: Sense) -> bool:
    """Whether the only reading of a short name is believed where a place would stand."""
    return level(sense.path) == COUNTY and sense.path[-1] != "区" and name not in COMMON_NOUNS


def needed(name: str, sense: Sense, rivals: int, vague: bool) -> float:
    """How much support a reading needs before it is believed; see `Context.support`."""
    step = level(sense.path)
    if step > COUNTY:
        return 2.0
    if sense.style is not Style.BARE and vague and step == COUNTY:
        return 3.0 if len(name) == 2 and name[-1] == "县" else ADJACENT
    if sense.style is Style.FORMER and sense.path[-1] == "区":
        return 2.0
    if sense.style is not Style.BARE:
        return 0.0 if rivals == 1 or step < COUNTY else 1.0
    if step < COUNTY:
        return 2.0 if name in DOUBTFUL else 0.0
    if len(name) == 2 or rivals > 1:
        return 2.0
    return 1.0 if name[-1] in FEATURES else 0.0


def chance(sense: Sense, support: float, rivals: int) -> float:
    """The chance that a reading is right: cautious steps, ordered by kind, not measured by kind.

    Of 920 mentions of news judged by hand, of all kinds together, 98 in 100 were right.
    """
    if support >= ADJACENT or (sense.style is Style.FULL and rivals == 1):
        return 0.99
    base = {Style.FULL: 0.97, Style.STYLED: 0.97, Style.FORMER: 0.9, Style.BARE: 0.9}[sense.style]
    return base if support else base - 0.05
