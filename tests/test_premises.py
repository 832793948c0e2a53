"""Numbers of a question beside those an article has for the same noun."""

import pytest

from store.fold import fold
from store.model import Article, Contradiction
from store.premises import figures, premise

FAIR = Article(
    id="fair",
    number=1,
    title="山货节开到了河滩上",
    kind="news",
    date="2026-02-10",
    paragraphs=(
        "柳河县第五届山货节在河滩上开幕，二十三个村的六十八位摊主摆出山货，三十名在场党员引路。",
        "县第一小学的两个班来唱歌。2023年度山货评比发出奖金680万元，到场的有九千多名客人，吃了4.5万斤面粉。",
    ),
)


@pytest.mark.parametrize(
    ("question", "said", "held"),
    [
        ("第六届山货节在哪里办", "第六届", "第五届"),
        ("第6届柳河县山货节", "第6届", "第五届"),
        ("县第二小学来唱歌了吗", "第二小学", "第一小学"),
        ("二十五个村的摊主", "二十五个", "二十三个"),
        ("三个班来唱歌", "三个", "两个"),
        ("45名党员引路", "45名", "三十名"),
        ("820万元奖金", "820万元", "680万元"),
        ("75名在场党员", "75名", "三十名"),
        ("第五小学的两个班", "第五小学", "第一小学"),
    ],
)
def test_another_number_beside_the_same_noun_contradicts(
    question: str, said: str, held: str
) -> None:
    assert premise(fold(question), FAIR) == Contradiction("number", said, held)


@pytest.mark.parametrize(
    "question",
    [
        "第五届山货节", "第5届山货节在哪里办", "二十三个村摆出山货", "23个村的摊主",
        "六十八位摊主", "两个班唱歌", "一个班唱歌", "一次山货节", "第三项要求", "第二条路",
        "八千多名客人", "九千名客人", "近三十名党员", "七十位摊主", "有十二户人家", "五十斤核桃",
        "山货节有多少个村", "几个班来唱歌", "千家万户", "4.5万斤面粉",
    ],
)  # fmt: skip
def test_a_number_that_agrees_or_counts_something_else_does_not(question: str) -> None:
    assert premise(fold(question), FAIR) is None


def test_a_year_contradicts_only_where_the_articles_own_is_unknown() -> None:
    undated = Article(id="u", number=2, title="评比", kind="news", paragraphs=FAIR.paragraphs)
    asked = "2025年度山货评比"
    assert premise(asked, FAIR) is None
    assert premise(asked, undated) == Contradiction("number", "2025年", "2023年")
    assert premise("299年度山货评比", undated) is None


def test_numbers_are_read_in_words_and_in_figures() -> None:
    assert [one.value for one in figures("二十三个村、680万元、第十二届、两百零五位")] == [
        23, 6_800_000, 12, 205,
    ]  # fmt: skip
