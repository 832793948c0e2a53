"""What a wish would have brought is counted as the alerts would have counted it."""

import pytest

from store.brought import brought
from store.database import Store
from store.wishes import Wish
from tests.newsroom import page


@pytest.fixture
def archive(store: Store) -> Store:
    page(store, "1", "梨树剪枝有门道")
    page(store, "2", "合作社修渠引水", "后坡村")
    return store


@pytest.mark.parametrize(
    ("wish", "count"),
    [
        (Wish(words=("梨树",)), 2),
        (Wish(words=("修渠",)), 1),
        (Wish(words=("修渠", "梨树")), 1),
        (Wish(words=("梨樹",)), 2),
        (Wish(words=("梨树",), without=("修渠",)), 1),
        (Wish(words=("梨叔",)), 0),
        (Wish(paper="青禾日报"), 2),
        (Wish(column="短讯"), 0),
        (Wish(), 2),
    ],
)
def test_the_articles_that_fulfil_a_wish_are_counted(
    archive: Store, wish: Wish, count: int
) -> None:
    assert brought(archive, wish) == count


def test_only_the_time_asked_for_counts(archive: Store) -> None:
    assert brought(archive, Wish(words=("梨树",)), since="2026-03-10") == 2
    assert brought(archive, Wish(words=("梨树",)), since="2026-03-11") == 0
    assert brought(archive, Wish(), since="2026-03-11") == 0


def test_what_cannot_be_counted_quickly_is_not_guessed(archive: Store) -> None:
    assert brought(archive, Wish(words=("梨",))) is None
    assert brought(archive, Wish(without=("梨树",))) is None
