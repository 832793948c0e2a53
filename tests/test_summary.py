from __future__ import annotations

import pytest

from store.model import Article, Draft, Kind, Paragraph
from store.pages import page_from_text
from store.reading import read
from store.summary import LONGEST, is_subhead, summarize, summary_sentences
from tests.breaker import broken_page

REPORT = (
    "春回大地，青崖县的山沟里到处是忙碌的身影。今年以来，青崖县把农村饮水改造列为头一件民生实事，组织干部逐沟逐户查看水源水质。",
    "摸清底数",
    "水利站的技术员走遍了四十条山沟，把每一口老井的水位和水质都记在册子上。截至目前，全县已登记老井三百二十口，查出病险井四十六口。",
    "党员带头",
    "“先替缺劳力的人家挖沟。”村支书说。到霜降时，全县铺设主管道七十公里，比原定工期早了二十六天完工。",
)


def article(kind: Kind, *paragraphs: str, title: str = "青崖县农村饮水改造") -> Article:
    return Article("a", 1, title, kind, paragraphs)


@pytest.mark.parametrize("kind", ["news", "feature", "commentary", "brief", "photo", "study"])
def test_a_summary_is_quotation_in_printed_order(kind: Kind) -> None:
    found = summary_sentences(article(kind, *REPORT))
    assert all(REPORT[s.paragraph][s.start : s.end] == s.text for s in found)
    assert list(found) == sorted(found, key=lambda s: (s.paragraph, s.start))
    assert summarize(article(kind, *REPORT)) == "".join(s.text for s in found)


def test_a_report_is_summed_up_by_its_lead_and_a_point_under_each_subhead() -> None:
    words = summarize(article("feature", *REPORT))
    assert words.startswith("今年以来，青崖县把农村饮水改造")
    assert "登记老井三百二十口" in words and "铺设主管道七十公里" in words
    assert "春回大地" not in words and "摸清底数" not in words and "村支书说" not in words


def test_a_summary_neither_points_back_nor_quotes_half_a_speech() -> None:
    found = article(
        "feature",
        "“水来了没有？大伙都盼着呢。今天能放闸吗？”天刚亮，前坡村的老人们就聚到了渠首。",
        "波光粼粼，柳色青青……这是青崖县三年治水换来的一幅图景。",
        "青崖县把治水列为头一件民生实事，三年修好水渠一百二十条，七个村用上了自来水。",
    )
    words = summarize(found)
    assert "青崖县把治水列为头一件民生实事" in words
    assert "这是" not in words and "”" not in words


def test_news_loses_its_opening_formula() -> None:
    words = summarize(
        article(
            "news",
            "本报讯（记者 赵明远）近日，青崖县的新水厂正式向山区供水，七个村子用上了自来水。",
        )
    )
    assert words == "近日，青崖县的新水厂正式向山区供水，七个村子用上了自来水。"


def test_a_brief_is_its_first_sentence_without_mark_and_signature() -> None:
    text = "◆柳湾县在公园里建起自助书柜，凭身份证就能借阅。两周借出图书三百册。（通讯员 赵明远）"
    assert summarize(article("brief", text)) == "柳湾县在公园里建起自助书柜，凭身份证就能借阅。"


def test_an_essay_states_and_concludes() -> None:
    text = (
        "调研不能只走踩好的路线，要往没有路牌的岔道上走。岔道上才有真问题，才听得到真话。",
        "中间的一段说的是别的事情，举了两三个例子。",
        "调研的分量在于解开了几个疙瘩，不在走了多少里路。",
    )
    words = summarize(article("commentary", *text, title="调研要走岔道"))
    assert words.startswith(text[0][:10]) and text[2] in words


def test_a_sentence_whose_end_is_lost_is_not_quoted() -> None:
    text = (
        "青崖县把修渠当作头等大事，干部和村民一起上了工地。",
        "截至目前全县已经新建大小蓄水池一百二十座，铺设主管道七十公里，安装水表三千六百块，受益群众达到一万二千",
    )
    assert summarize(article("news", *text)) == text[0]


def test_an_article_without_text_has_no_summary() -> None:
    assert summarize(article("news")) == ""
    assert summarize(Draft("标题", "photo", (Paragraph("图", ()),))) == "图"


def test_summaries_of_whole_pages_stay_within_their_length() -> None:
    for seed in range(5):
        for draft in read(page_from_text(broken_page(seed, ()).text)).articles:
            found = summary_sentences(draft)
            assert len(found) == 1 or sum(len(s.text) for s in found) <= LONGEST


@pytest.mark.parametrize(
    ("line", "yes"), [("摸清底数", True), ("水通了。", False), ("他说：“好。”", False)]
)
def test_a_subhead_is_short_and_no_sentence(line: str, yes: bool) -> None:
    assert is_subhead(line) is yes
