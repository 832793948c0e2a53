"""Pictures with their words, wherever the blank that stood for the picture is."""

from __future__ import annotations

import pytest

from store.model import Draft
from store.pages import page_from_text
from store.reading import read

ESSAY = """◎党建论坛

调研要走岔道

□赵明远

大路边的村子看得多了，岔道里的村子才有没看过的难处，脚步多拐一个弯，心里就多一本账。

来源：晨岭日报

"""
CAPTION = "5月3日，柳湾县石桥镇的流动书车开到前坡村，老人们正在挑书，这辆车已走过七十个村。"
DIARY = """

◎先锋榜

背书的人

□本报通讯员 孙岚

她背的不是柴，是一篓子书，山里的孩子听见脚步声就跑出来。

她的徒弟说起师父来，话就停不住，一说就是大半天。
"""


def picture(text: str) -> Draft:
    (found,) = (
        a
        for a in read(page_from_text(text)).articles
        if CAPTION in "".join(p.text for p in (*a.paragraphs, *a.captions))
    )
    return found


@pytest.mark.parametrize("blank", ["\n\n", "\n\n\n", "\n\n\n\n", "\n\n\n\n\n\n"])
@pytest.mark.parametrize("end", [DIARY, "\n"])
def test_a_picture_may_stand_between_its_headline_and_its_words(blank: str, end: str) -> None:
    found = picture(f"{ESSAY}书车进了前坡村{blank}{CAPTION}\n\n□钱立秋摄{end}")
    assert (found.title, found.kind, found.authors) == ("书车进了前坡村", "photo", ("钱立秋",))
    assert [p.text for p in found.paragraphs] == [CAPTION]


@pytest.mark.parametrize("end", [DIARY, "\n"])
def test_a_pictures_headline_may_stand_under_its_words(end: str) -> None:
    found = picture(f"{ESSAY}\n\n\n{CAPTION}\n\n□钱立秋摄\n\n书车走进前坡村{end}")
    assert (found.title, found.kind, found.authors) == ("书车走进前坡村", "photo", ("钱立秋",))
    assert [p.text for p in found.paragraphs] == [CAPTION]


def test_a_picture_above_a_report_stays_the_reports() -> None:
    text = (
        f"{ESSAY}书车进了前坡村\n\n\n\n{CAPTION}\n\n□钱立秋摄\n\n本报讯 通讯员孙岚报道：书车开了。"
    )
    found = picture(text)
    assert (found.kind, found.authors) == ("news", ("孙岚",))
    assert [c.text for c in found.captions] == [CAPTION + "钱立秋摄"]


def test_who_wrote_and_took_the_pictures_signs_the_report_below() -> None:
    text = (
        f"书车进山记\n\n——石桥镇见闻\n\n□本报记者 钱立秋 摄影报道\n\n{CAPTION * 2}\n\n{CAPTION}\n"
    )
    (found,) = read(page_from_text(text)).articles
    assert (found.title, found.kind, found.authors) == ("书车进山记", "feature", ("钱立秋",))
    assert not found.captions


@pytest.mark.parametrize(
    ("cut", "rest"),
    [
        ("摆渡这件事他家做了三代，到了父亲手里，竹篙换成", "了柴油机，岸边的人都来看。"),
        ("她把书一本本放进背篓，", "也把一村人的盼头放了进去。"),
        ("村里人说起这条“背", "书路”，没有不竖拇指的。"),
    ],
)
def test_the_rest_of_a_sentence_below_a_picture_is_no_caption(cut: str, rest: str) -> None:
    text = f"背书的人\n\n□赵明远\n\n{cut}\n\n\n\n{rest}\n\n她走了二十年。"
    (found,) = read(page_from_text(text)).articles
    assert [p.text for p in found.paragraphs] == [cut + rest, "她走了二十年。"]
    assert not found.captions
