"""The county nearest to a point, for a reader who shares a location.

Seats of the counties come from `store/data/regions.seats.txt`; see `store/data/regions.seats.md`.
`python -m store.regions.nearest SOURCE.csv` writes it. Distances are great circles on a sphere of
6,371 km; the seats lie in a map datum some hundred metres off, which no county notices.
"""

from __future__ import annotations

import csv
import sys
from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from importlib import resources
from math import asin, cos, radians, sin, sqrt
from pathlib import Path

from store.regions.official import counties

EARTH_KM = 6371.0
FARTHEST_KM = 300.0
"""Beyond this the point lies in no county of the list: the largest reach about 250 km."""
DATA = Path(__file__).parent.parent / "data" / "regions.seats.txt"


def nearest(latitude: float, longitude: float, most: int = 3) -> list[str]:
    """Paths of the nearest counties, the nearest first; none when all are too far."""
    near = sorted((distance(latitude, longitude, *seat), path) for path, seat in seats().items())[
        :most
    ]
    return [path for kilometres, path in near if kilometres <= FARTHEST_KM]


def distance(lat1: float, lon1: float, lat2: float, lon2: float) -> float:
    """Kilometres between two points in degrees (haversine)."""
    one, two = radians(lat1), radians(lat2)
    half = sin((two - one) / 2) ** 2 + cos(one) * cos(two) * sin(radians(lon2 - lon1) / 2) ** 2
    return 2 * EARTH_KM * asin(sqrt(half))


@cache
def seats() -> dict[str, tuple[float, float]]:
    """Latitude and longitude of the seat of each county, by its path."""
    text = resources.files("store").joinpath("data/regions.seats.txt").read_text("utf-8")
    rows = (line.split() for line in text.splitlines() if line and not line.startswith("#"))
    return {path: (float(latitude), float(longitude)) for path, latitude, longitude in rows}


def placed(rows: Iterator[dict[str, str]]) -> Iterator[str]:
    """Lines of the data file, from rows with adcode, name, longitude and latitude."""
    names: dict[str, str] = {}
    points: dict[str, tuple[str, str]] = {}
    for row in rows:
        code = row["adcode"][:6]
        names[code] = row["name"]
        points[code] = (row["latitude"], row["longitude"])
    listed = {
        code: [names.get(code[:2] + "0000", ""), names.get(code[:4] + "00", ""), names[code]]
        for code in sorted(points)
        if not code.endswith("00") and all(points[code])
    }
    taken: set[str] = set()
    for key in (in_full, by_stem, by_stem_in_province):
        paths: dict[str, list[str]] = defaultdict(list)
        for path in counties():
            paths[key(path.split("/"))].append(path)
        for code, parts in listed.items():
            path, *others = paths.get(key(parts)) or [""]
            if path and not others and path not in taken:
                taken.add(path)
                latitude, longitude = points[code]
                yield f"{path} {float(latitude):.3f} {float(longitude):.3f}"


def in_full(parts: list[str]) -> str:
    """A county by its whole path, fillers such as 市辖区 left out."""
    return "/".join(part for part in parts if part and part not in FILLERS)


def by_stem(parts: list[str]) -> str:
    """A county by the one above and its stem: 肥乡县 became 肥乡区 and kept its seat."""
    return "/".join([*parts[:-1], stem(parts[-1])])


def by_stem_in_province(parts: list[str]) -> str:
    """A county by its province and its stem, where the one above changed too."""
    return f"{parts[0]}/{stem(parts[-1])}"


def stem(name: str) -> str:
    """The name without its last character, unless it is too short for that."""
    return name[:-1] if len(name) > 2 else name


FILLERS = ("市辖区", "县", "省直辖县级行政区划", "自治区直辖县级行政区划")


def main(source: Path) -> None:
    """Write the data file; raises OSError and KeyError as they come."""
    with source.open(encoding="utf-8") as lines:
        found = sorted(placed(iter(csv.DictReader(lines))))
    head = "# path latitude longitude, degrees; see regions.seats.md"
    DATA.write_text("\n".join([head, *found, ""]), "utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
