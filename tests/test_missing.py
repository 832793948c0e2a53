"""Readers are told where words are missing; the stored text stays as it is."""

import pytest

from bot import words
from bot.articles import pages
from store.missing import cuts
from store.model import Article

WHOLE = "磨坊停了八年，今年春天由三户人家合伙修好。"
OPEN = "开磨那天来了四十多辆小车，在水渠边上排成一队，从天不亮一直等到太阳偏西，磨一袋面收"
REST = "，老人和军属不收。"


def article(*paragraphs: str, flags: tuple[str, ...] = ("damaged",)) -> Article:
    return Article("1", 1, "磨坊重新开磨", "news", paragraphs, flags=flags)


@pytest.mark.parametrize(
    ("paragraphs", "shown"),
    [
        ((WHOLE,), (WHOLE,)),
        ((OPEN,), (OPEN + words.CUT_AFTER,)),
        ((REST, WHOLE), (words.CUT_BEFORE + REST, WHOLE)),
        ((OPEN, WHOLE), (OPEN + words.CUT_AFTER, WHOLE)),
        (("磨面不花冤枉钱", WHOLE), ("磨面不花冤枉钱", WHOLE)),
        ((WHOLE, "磨一袋面收"), (WHOLE, "磨一袋面收" + words.CUT_AFTER)),
        ((WHOLE, "（本报记者 秦望舒）"), (WHOLE, "（本报记者 秦望舒）")),
    ],
)
def test_a_mark_stands_where_words_are_missing(
    paragraphs: tuple[str, ...], shown: tuple[str, ...]
) -> None:
    ((*screen,),) = pages(article(*paragraphs))
    assert tuple(screen) == shown


def test_an_article_that_is_whole_has_no_marks() -> None:
    assert cuts(article(OPEN, flags=())) == ((OPEN, False, False),)


def test_an_article_of_which_only_the_heading_is_left_says_so() -> None:
    assert pages(article()) == [[words.CUT_AFTER]]


def test_a_mark_belongs_to_the_last_piece_of_a_long_paragraph() -> None:
    screens = pages(article(OPEN * 80))
    assert [screen[-1].endswith(words.CUT_AFTER) for screen in screens] == [False, True]
