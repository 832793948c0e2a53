"""The sort of article a question asks for."""

import pytest

from store import answers
from store.database import Store
from store.genres import genre


@pytest.mark.parametrize(
    ("question", "kind"),
    [
        ("岳明拍的照片", "photo"),
        ("谷雨摄影", "photo"),
        ("3月的评论", "commentary"),
        ("柳湾县的短讯", "brief"),
    ],
)
def test_a_word_for_it_tells_the_sort(question: str, kind: str) -> None:
    found = genre(question)
    assert found is not None and found[0] == kind


def test_no_other_word_does() -> None:
    assert genre("柳湾县的作坊") is None


def test_beside_a_filter_only_that_sort_is_listed(samples: Store) -> None:
    shot = answers.ask(samples, "谷雨拍的照片")
    assert [one.article.kind for one in shot.candidates] == ["photo"]
    assert shot.candidates[0].article.authors == ("谷雨",)
    written = answers.ask(samples, "谷雨写的文章")
    assert len(written.candidates) > 1


def test_a_sort_the_filters_hold_nothing_of_leaves_them_alone(samples: Store) -> None:
    assert answers.ask(samples, "郎小舟拍的照片").candidates[0].article.authors == ("郎小舟",)


@pytest.mark.parametrize(
    ("question", "word"),
    [("柳湾县有没有照片", "照片"), ("柳湾县的照片", "照片"), ("谷雨写的评论", "评论")],
)
def test_a_sort_that_is_not_there_is_said_to_be_missing(
    samples: Store, question: str, word: str
) -> None:
    answer = answers.ask(samples, question)
    assert not answer.found and answer.candidates
    assert answer.contradiction is not None
    assert (answer.contradiction.kind, answer.contradiction.said) == ("kind", word)


def test_an_article_with_captions_has_its_photographs(samples: Store) -> None:
    assert answers.ask(samples, "岳明拍的照片").found
