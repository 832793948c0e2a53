"""Articles in chunks."""

from hypothesis import given
from hypothesis import strategies as st

from store.chunks import LONGEST, chunks, parts, words
from store.model import Article


def article(*paragraphs: str) -> Article:
    return Article(id="a", number=1, title="题", kind="news", paragraphs=paragraphs)


def test_an_article_without_text_has_one_empty_chunk() -> None:
    assert len(chunks(article())) == 1


@given(st.lists(st.text(alphabet="水渠清。", max_size=1500), max_size=6))
def test_chunks_hold_every_character_once(paragraphs: list[str]) -> None:
    made = article(*paragraphs)
    held = [words(parts(made), chunk) for chunk in chunks(made)]
    assert "".join(held).replace("\n", "") == "".join(paragraphs)
    assert all(len(text.replace("\n", "")) <= LONGEST for text in held)
