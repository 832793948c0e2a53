"""What a page prints about itself is in no article, wherever on the page it stands."""

from __future__ import annotations

import pytest

from store.pages import page_from_text
from store.reading import read

ABOVE = "书车进山记\n\n□本报记者 赵明远\n\n书车开到前坡村，车上有书三千册，山路长1"
BELOW = "2.5公里，一天只开一趟。\n\n老人们在凉棚下翻书，孩子们围着车跑，太阳落山才散。\n"


@pytest.mark.parametrize(
    "head",
    [
        "2031年3月4日 星期二 责编：孙岚 07",
        "07 2031年3月4日 星期二\n\n柳湾河报",
        "柳湾河报 2031年3月4日 星期二 编辑/孙岚 校对/钱立秋",
        "2031年3月4日 星期二\n\n柳湾河报\n\n7",
        "第7版 责任编辑 孙岚 版式 钱立秋 2031年3月4日",
    ],
)
def test_a_page_head_in_a_cut_sentence_is_left_out_of_it(head: str) -> None:
    reading = read(page_from_text(f"{ABOVE}\n\n{head}\n\n{BELOW}"))
    (found,) = reading.articles
    assert found.paragraphs[0].text.endswith("山路长12.5公里，一天只开一趟。")
    assert len(found.paragraphs) == 2
    assert len(reading.facts) == len(head.split("\n\n"))


def test_the_papers_own_name_alone_is_no_paragraph() -> None:
    page = page_from_text(f"{ABOVE}\n\n柳湾河报\n\n{BELOW}", "柳湾河报_2031-03-04_07.txt")
    (found,) = read(page).articles
    assert len(found.paragraphs) == 2


def test_good_news_beside_the_masthead_is_a_headline() -> None:
    body = BELOW.partition("\n\n")[2]
    text = f"2031年3月4日 星期二\n\n石桥镇频传捷报\n\n□本报记者 赵明远\n\n{body}"
    (found,) = read(page_from_text(text)).articles
    assert found.title == "石桥镇频传捷报"
