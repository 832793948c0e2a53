"""What an article has already made clear about where it plays."""

from __future__ import annotations

from collections.abc import Iterable

from store.regions.paths import PREFECTURE, PROVINCE, ancestors, level, within

ADJACENT = 5.0  # the place above stands directly before the name


class Context:
    """The places an article names beyond doubt, and the home region of its paper."""

    def __init__(self, home: str | None) -> None:
        self.home = home
        self.named: set[str] = set()
        self.implied: set[str] = set()
        self._home_line = {home, *ancestors(home)} if home else set()

    def note(self, paths: Iterable[str]) -> None:
        """Places named beyond doubt; those above them count as implied."""
        for path in paths:
            if path not in self.named:
                self.named.add(path)
                self.implied.update(ancestors(path))

    def size(self) -> tuple[int, int]:
        """How many places are named and implied: they only ever become more."""
        return len(self.named), len(self.implied)

    def hint(self, paths: Iterable[str]) -> None:
        """Regions that something in the article comes from, if only the name of a paper."""
        self.implied.update(paths)

    def support(self, path: str, before: str | None) -> float:
        """How well a reading fits: 5 directly behind a place above it; 4 named beyond doubt; 3 at
        home or right below a place named; 2 around or beside another place named; 1.5 in a
        province named or the home province; 1 in one implied; 0 otherwise."""
        if before and path != before and within(path, before):
            return ADJACENT
        if path in self.named:
            return 4.0
        province = path.partition("/")[0]
        above = [up for up in ancestors(path) if level(up) > PROVINCE]
        if not above and level(path) > PREFECTURE:
            above = [province]
        if self._at_home(path) or any(up in self.named for up in above):
            return 3.0
        if path in self.implied or any(up in self.implied or up in self._home_line for up in above):
            return 2.0
        if province in self.named or province in self._home_line:
            return 1.5
        return 1.0 if province in self.implied else 0.0

    def _at_home(self, path: str) -> bool:
        return bool(self.home and level(self.home) >= PREFECTURE and within(path, self.home))

    def scope(self) -> frozenset[str]:
        """The regions whose townships may be named without a word of where they lie."""
        near = {path for path in self.named if level(path) >= PREFECTURE}
        return frozenset(near | ({self.home} if self.home else set()))
