"""Wishes as codes for buttons and links."""

import re

import pytest

from bot.wish_codes import LONGEST, code_of, wishes_of
from store import browse
from store.database import Store
from store.errors import NotFound
from store.wishes import Wish

REGION = "云中省/青禾市/柳湾县"
FAR = "新疆维吾尔自治区/昌吉回族自治州/奇台县"


@pytest.mark.parametrize(
    "wishes",
    [
        (Wish(),),
        (Wish(study=True),),
        (Wish(region=REGION, column="学习角", author="尹小川", paper="青禾日报", study=True),),
        (Wish(region=FAR),),
        (Wish(words=("夜校", "手机"), without=("磨坊",)),),
        tuple(Wish(words=(f"词{at}",)) for at in range(40)),
    ],
)
def test_a_code_gives_the_wishes_back_and_fits_a_link(
    samples: Store, wishes: tuple[Wish, ...]
) -> None:
    code = code_of(samples, wishes)
    assert re.fullmatch(r"[A-Za-z0-9_-]+", code)
    assert len(code) <= LONGEST
    assert wishes_of(samples, code) == wishes


def test_a_place_without_articles_is_not_added_to_what_one_browses_by(samples: Store) -> None:
    code_of(samples, [Wish(region=FAR)])
    with samples.reading() as db:
        assert FAR not in browse.numbers(db, "region")


@pytest.mark.parametrize("code", ["", "x", "999999", "1-", "z999999", "w-x"])
def test_a_broken_code_is_refused(samples: Store, code: str) -> None:
    with pytest.raises((NotFound, ValueError)):
        wishes_of(samples, code)
