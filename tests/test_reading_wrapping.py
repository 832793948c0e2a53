from __future__ import annotations

import textwrap

from store.pages import page_from_text
from store.reading import read
from store.reading.wrapping import wrapped
from tests.breaker import broken_page

FIRST = (
    "入冬以来，青崖县把修渠当作头等大事，干部和村民一起上了工地，"
    "三个月里没有一天停工，水渠一直修到了前坡村口。"
)
SECOND = (
    "通水那天，老人们早早来到渠边，看着清水流进自家的地里，"
    "谁也舍不得先走，都说这是盼了多少年才盼来的好事情。"
)


def printed(*paragraphs: str, indent: str = "\u3000\u3000") -> str:
    """Paragraphs as columns of twenty characters, the first line of each set in."""
    return "\n".join(
        line for p in paragraphs for line in textwrap.wrap(p, 20, initial_indent=indent)
    )


def test_printed_lines_become_paragraphs_again() -> None:
    text = "清水进山村\n□本报记者 赵明远\n" + printed(FIRST, SECOND)
    (found,) = read(page_from_text(text)).articles
    assert [p.text for p in found.paragraphs] == [FIRST, SECOND]
    assert (found.title, found.authors) == ("清水进山村", ("赵明远",))


def test_a_page_of_whole_paragraphs_is_left_alone() -> None:
    assert wrapped(page_from_text(broken_page(1, ()).text)) == frozenset()


def test_without_indents_a_full_line_that_ends_a_sentence_ends_a_paragraph() -> None:
    lines = [
        FIRST[:20],
        FIRST[20:40],
        "水渠通到了村口老人们都出来看了一整天。",
        *(SECOND[i : i + 20] for i in (0, 20, 40)),
        FIRST[:20],
        FIRST[20:40],
    ]
    found = wrapped(page_from_text("\n".join(lines)))
    assert {1, 4, 5, 7} <= found and 3 not in found


def titles(text: str) -> list[str]:
    return [article.title for article in read(page_from_text(text)).articles]


def test_a_marked_line_begins_anew_however_full_the_line_above() -> None:
    lines = [
        f"●{town}把田埂走成议事路，一个季度收集意见{n}十三条，办结六十八条。（庞石）"
        for town, n in (("河湾乡", "七"), ("松溪镇", "八"), ("北坡乡", "九"))
    ]
    text = "\n".join(["学习园地", "按月交的道理", FIRST, SECOND[:30], SECOND[30:], "基层短波"])
    found = read(page_from_text("\n".join([text, *lines]))).articles
    assert [a.paragraphs[0].text for a in found if a.kind == "brief"] == lines


def test_the_line_above_an_opening_is_its_headline_though_the_column_above_was_cut() -> None:
    columns = [FIRST[at : at + 20] for at in (0, 20)]
    news = [SECOND[at : at + 20] for at in range(0, len(SECOND), 20)]
    opening = "本报讯 （通讯员 庞石）青崖县前坡村"
    headline = "村里装上第一盏路灯"
    text = "\n".join(["清水进山村", "□本报记者 赵明远", *columns, headline, opening, *news * 2])
    assert titles(text) == ["清水进山村", headline]
