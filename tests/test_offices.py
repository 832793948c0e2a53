"""The office in a byline, and the region that an article without a place has from it."""

import pytest

from store import amending, articles, places
from store.database import Store
from store.intake import take
from store.offices import office_of
from store.pages import page_from_bytes
from store.retag import retag

COUNTY = "云中省/青禾市/柳湾县"
PAGE = """青禾日报 2026年3月10日 第1版

一本账

□讲述/柳湾县党员 赵明远 整理/本报记者 钱立秋

我管这本账七年了，每一笔都记着，谁家修渠出了几天工也记着。

水渠修好那天，老人们都来看，看完了再看账。
"""


@pytest.mark.parametrize(
    ("text", "authors", "office"),
    [
        ("□ 中共柳湾县委组织部 赵明远", ("赵明远",), "□ 中共柳湾县委组织部"),
        ("□柳湾县石桥镇干部 赵明远\n正文里也有赵明远。", ("赵明远",), "□柳湾县石桥镇干部"),
        ("□柳湾县干部 赵明远\n□青崖县干部 赵明远", ("赵明远",), ""),
        ("□柳湾县干部 赵明远 钱立秋", ("赵明远",), ""),
        ("□柳湾县干部 赵明远", (), ""),
    ],
)
def test_the_office_is_what_the_byline_says_beside_the_names(
    text: str, authors: tuple[str, ...], office: str
) -> None:
    assert office_of(text, authors) == office


def test_an_account_that_names_no_place_plays_where_its_speaker_works(store: Store) -> None:
    places.add(store, places.parse(f"{COUNTY} 柳湾\n"))
    raw = PAGE.encode()
    made, encoding = page_from_bytes(raw, "青禾日报_2026-03-10_01.txt")
    take(store, made, raw, encoding)
    (article,) = articles.everything(store)
    assert article.authors == ("赵明远", "钱立秋")
    assert article.regions == (COUNTY,)
    assert retag(store) == 0
    assert next(iter(articles.everything(store))).regions == (COUNTY,)
    amending.set_column(store, article.id, "账本", "老林")
    assert next(iter(articles.everything(store))).regions == (COUNTY,)
