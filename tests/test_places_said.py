"""The places of a question, over the sample issues."""

from datetime import date

import pytest

from store.database import Store
from store.model import Filters
from store.narrowing import narrow
from store.places import gazetteer_of

TODAY = date(2026, 3, 20)
CITY = "云中省/青禾市"


@pytest.mark.parametrize(
    ("question", "filters"),
    [
        ("青禾日报的文章", Filters(paper="青禾日报")),
        ("青禾日报登了什么", Filters(paper="青禾日报")),
        ("青禾日报讲河长的", Filters(paper="青禾日报")),
        ("青禾日报柳湾县的文章", Filters(paper="青禾日报", region=f"{CITY}/柳湾县")),
        ("渡河区的青禾日报", Filters(paper="青禾日报", region=f"{CITY}/渡河区")),
        ("青禾市的青禾日报", Filters(paper="青禾日报", region=CITY)),
        ("青禾晚报的文章", Filters()),
        ("青禾的文章", Filters(region=CITY)),
    ],
)
def test_a_place_in_the_name_of_a_paper_is_not_asked_for(
    samples: Store, question: str, filters: Filters
) -> None:
    with samples.reading() as db:
        assert narrow(db, question, TODAY, gazetteer_of(samples)).filters == filters
