"""Which regions an article is about. The counties are invented and come from a places list."""

from __future__ import annotations

import dataclasses

import pytest

from store.model import Draft, Kind, Paragraph, Span
from store.regions import load_gazetteer, tag

CITY = "云岭省/澜溪市"
LINPING, SONGTA, LIUWAN, HETAN = (f"{CITY}/{n}" for n in ("林屏县", "松塔县", "柳湾县", "荷滩县"))
TOWN = f"{LINPING}/石桥镇"
PLACES = load_gazetteer([(path, ()) for path in (LINPING, SONGTA, LIUWAN, HETAN, TOWN)])


def draft(
    *paragraphs: str,
    title: str = "稻子熟了",
    kind: Kind = "news",
    kicker: str | None = None,
    subtitle: str | None = None,
    captions: tuple[str, ...] = (),
) -> Draft:
    return Draft(
        title=title,
        kind=kind,
        paragraphs=tuple(Paragraph(text, ()) for text in paragraphs),
        captions=tuple(Paragraph(text, ()) for text in captions),
        kicker=kicker,
        subtitle=subtitle,
    )


def regions(article: Draft, home: str | None = CITY, byline: str = "") -> tuple[str, ...]:
    return tag(article, PLACES, home, byline).regions


@pytest.mark.parametrize(
    "article",
    [
        draft("大家忙着收割。", title="林屏县收割晚稻"),
        draft("大家忙着收割。", kicker="林屏县"),
        draft("大家忙着收割。", subtitle="——林屏县秋收见闻"),
        draft("本报讯 通讯员何青报道：近日，林屏县的晚稻熟了。"),
        draft("本报林屏9月3日讯 晚稻熟了。"),
        draft(captions=("林屏县农民收割晚稻。",), kind="photo"),
    ],
)
def test_an_article_is_about_the_place_it_opens_with(article: Draft) -> None:
    assert regions(article) == (LINPING,)


def test_an_authors_name_is_no_place() -> None:
    report = draft("本报讯 记者邢台松、林屏山报道：近日，松塔县的晚稻熟了。")
    signed = dataclasses.replace(report, authors=("邢台松", "林屏山"))
    assert regions(signed) == (SONGTA,)


def test_a_report_that_opens_with_speech_is_about_the_place_named_next() -> None:
    spoken = "“今年的稻子压弯了腰，一亩多打了两袋。”近日，林屏县的田里，几个人一边割稻一边说。"
    rest = ("稻子装车运走。", "夜里碾成了米。", "第二天就卖完了。")
    assert regions(draft(spoken, *rest)) == (LINPING,)
    assert regions(draft(spoken, *rest, kind="feature")) == (LINPING,)


def test_the_unit_in_the_byline_counts() -> None:
    assert regions(draft("晚稻熟了。"), byline="林屏县融媒体中心 何青") == (LINPING,)


def test_a_township_brings_its_county() -> None:
    assert regions(draft("石桥镇修好了三条水渠。", kicker="石桥镇")) == (LINPING, TOWN)


def test_examples_in_an_essay_are_mentions_only() -> None:
    essay = draft("松塔县算过一笔账，柳湾县也算过。", title="账要算长远", kind="commentary")
    tagging = tag(essay, PLACES, CITY)
    assert tagging.regions == ()
    assert tagging.mentions == (SONGTA, LIUWAN)


def test_an_essay_whose_headline_names_a_place_is_about_it() -> None:
    essay = draft("松塔县先走了一步。", title="松塔县的账本说明了什么", kind="commentary")
    assert regions(essay) == (SONGTA,)


def test_the_part_that_most_is_said_of_is_the_subject() -> None:
    article = draft(
        "澜溪市的果品会昨天开幕。", "林屏县带来梨。", "林屏县的梨卖完了。", "林屏县明年还来。"
    )
    assert regions(article) == (LINPING,)


def test_the_region_above_is_the_subject_when_its_parts_are_examples() -> None:
    article = draft(
        "澜溪市清查粮库。",
        "在林屏县，粮库换了锁。",
        "在松塔县，粮库刷了墙。",
        "澜溪市还要再查一遍。",
    )
    assert regions(article) == (CITY,)


def test_many_parts_of_like_weight_mean_the_region_above_them() -> None:
    article = draft("林屏县换锁。", "松塔县刷墙。", "柳湾县铺路。", "荷滩县架桥。", title="忙起来")
    plain = dataclasses.replace(
        article, paragraphs=(Paragraph("大家忙。", ()), *article.paragraphs)
    )
    assert regions(plain) == (CITY,)


def test_two_places_of_one_headline_are_both_subjects() -> None:
    article = draft("两县签约。", title="林屏县与松塔县共修一条路")
    assert set(regions(article)) == {LINPING, SONGTA}


def test_the_whole_city_in_a_headline_means_the_home_of_the_paper() -> None:
    article = draft("林屏县先交卷。", subtitle="全市秋粮入库过半")
    assert regions(article) == (CITY,)


def test_a_place_named_once_far_down_a_long_article_is_an_example() -> None:
    article = draft("大家谈心得。", "有人说种田。", "有人说修路。", "有人说起江苏省的经验。")
    assert regions(article) == ()


def test_a_damaged_name_is_reported_where_it_stands_on_the_page() -> None:
    text = "在澜溪市林坪县，晚稻熟了。"
    spans = (Span(100, 105), Span(300, 300 + len(text) - 5))
    article = Draft("晚稻", "news", (Paragraph(text, spans),))
    tagging = tag(article, PLACES, CITY)
    (repair,) = tagging.repairs
    assert (repair.kind, repair.span, repair.note) == ("place", Span(104, 302), "林坪县 → 林屏县")
    assert tagging.regions == (LINPING,)
    assert article.paragraphs[0].text == text


def test_a_page_without_places_has_no_regions() -> None:
    assert tag(Draft("", "study", ()), PLACES).regions == ()


def test_where_a_wire_report_was_filed_is_not_what_it_is_about() -> None:
    assert regions(draft("新华社北京4月3日电 各地忙春耕。")) == ()
