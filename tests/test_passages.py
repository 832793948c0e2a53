"""What the words of a question count for inside the article it is asked of."""

import pytest

from store.background import background
from store.match import weigh
from store.model import Article
from store.passages import passages
from store.query import understand


def first(question: str, title: str, *paragraphs: str) -> str:
    """The first passage of an article for a question."""
    wanted = weigh(understand(question), {}, 1000, background())
    article = Article("a", 1, title, "news", paragraphs)
    return passages(wanted, article)[0].text


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("林场的账亏了吗", "头一年赔本不少,亏空用两年才填上。"),
        ("机手夜里歇在什么地方", "晒场边支起帐篷,夜深了机手就睡那里歇脚。"),
    ],
)
def test_single_characters_tell_where_the_text_has_other_words(question: str, answer: str) -> None:
    said = first(question, "山上的林场", "林场有机手十名,门朝南开。", answer)
    assert said == answer


def test_an_item_that_repeats_its_heading_is_no_better_than_the_first() -> None:
    said = first(
        "护渠员守则",
        "护渠员守则",
        "（一）看水位,三天一报。",
        "（二）护渠员守渠,按守则补渠。",
    )
    assert said.startswith("（一）")
