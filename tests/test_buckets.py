"""Buckets: what is packed comes back, and one term is picked without the others."""

from array import array

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.buckets import FREQUENT, packed, pick, unpacked
from store.segments import in_columns

SHIFT = 20
FIRST = 7
"""The byte with which the keys of these tests begin."""
keys = st.integers(FIRST << 24, (FIRST + 1 << 24) - 1)
lists = st.lists(st.integers(0, 0xFFFF), min_size=1, max_size=9, unique=True).map(sorted)


def as_bytes(numbers: list[int]) -> bytes:
    return array("H", numbers).tobytes()


@given(st.dictionaries(keys, lists, max_size=40), keys)
def test_every_term_is_picked_from_its_bucket_and_no_other(
    held: dict[int, list[int]], stranger: int
) -> None:
    columns, _ = in_columns({key: as_bytes(ids) for key, ids in held.items()})
    buckets = dict(packed(columns, SHIFT))
    for key, ids in held.items():
        assert pick(buckets[key >> SHIFT], key) == (len(ids), as_bytes(ids))
    if stranger not in held and stranger >> SHIFT in buckets:
        assert pick(buckets[stranger >> SHIFT], stranger) is None


@given(st.dictionaries(keys, lists, max_size=40))
def test_unpacking_buckets_gives_what_was_packed(held: dict[int, list[int]]) -> None:
    columns, _ = in_columns({key: as_bytes(ids) for key, ids in held.items()})
    found = unpacked(FIRST, [data for _, data in packed(columns, SHIFT)])
    assert dict(zip(found.keys, found.lists, strict=True)) == {
        key: as_bytes(ids) for key, ids in held.items()
    }


@pytest.mark.parametrize("size", [FREQUENT - 1, FREQUENT, 0x10000])
def test_of_a_common_term_the_bucket_knows_only_how_common(size: int) -> None:
    ids = as_bytes(list(range(size)))
    neighbours = {(FIRST << 24) + 1: as_bytes([3, 9]), (FIRST << 24) + 3: as_bytes([5])}
    columns, frequent = in_columns({(FIRST << 24) + 2: ids, **neighbours})
    ((_, data),) = packed(columns, SHIFT)
    assert pick(data, (FIRST << 24) + 2) == (size, ids if size < FREQUENT else None)
    assert frequent == ([(FIRST << 24) + 2] if size >= FREQUENT else [])
    assert pick(data, (FIRST << 24) + 3) == (1, as_bytes([5]))
