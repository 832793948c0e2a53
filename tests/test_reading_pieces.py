"""Short beginnings of sentences, which are shaped like headings."""

from __future__ import annotations

import pytest

from store.model import Draft
from store.pages import page_from_text
from store.reading import read

BODY = "他在山上种了二十年树，从没有离开过这片林子，树比他高了，他说这就够了。"
LAST = "如今山上的树有三万棵，一棵一棵他都认得，风里长的和沟里长的也分得清。"


def article(*lines: str) -> Draft:
    (found,) = read(page_from_text("\n\n".join(("护林人", *lines)))).articles
    return found


@pytest.mark.parametrize(
    ("piece", "rest"),
    [
        ("7月26日，护林队的队员在瞭望", "塔上测风速，测完了还要往下报。"),
        ("8月3日清晨护林队上了", "瞭望塔，测完风速才下来。"),
        ("这套办法在全镇推开，护林员", "都说好用，省了不少脚力。"),
        ("他把这片林子从山脚种到山顶是在2003年", "以前的事，那时山上还没有路。"),
        ("山上有松树、杉树、柏树，坡脚是桃、梨、杏、李", "，一年四季都有花。"),
        ("他的本子里记着每一场雨、每一阵风、雪", "停了几天，哪一棵树先发了芽。"),
        ("全镇的护林员都学会了用这套办法巡", "山，省了不少脚力。"),
    ],
)
def test_a_piece_that_the_next_line_goes_on_from_is_no_subhead(piece: str, rest: str) -> None:
    found = article("□本报记者 赵明远", BODY, piece, rest, LAST)
    assert piece + rest in [p.text for p in found.paragraphs]


def test_a_piece_below_the_byline_opens_no_article() -> None:
    piece, rest = "一个人守着十二座山头的护林员老段每天", "要走三十里山路，走完了才回家吃饭。"
    found = article("□本报记者 赵明远", piece, rest, BODY)
    assert (found.title, found.paragraphs[0].text) == ("护林人", piece + rest)


@pytest.mark.parametrize("subhead", ["守得住寂寞 看得住山", "树高了，人老了", "一条路走到山顶"])
def test_a_subhead_stays_where_the_text_below_begins_afresh(subhead: str) -> None:
    found = article("□本报记者 赵明远", BODY, subhead, "他住的屋子在山顶上，四面都是风。")
    assert [p.text for p in found.paragraphs][1] == subhead


def test_a_name_above_a_short_piece_is_the_byline() -> None:
    found = article("赵明远", "他住的屋子在山顶上，四面", "都是风，可他从来不说苦。", BODY)
    assert found.authors == ("赵明远",)
    assert found.paragraphs[0].text == "他住的屋子在山顶上，四面都是风，可他从来不说苦。"
