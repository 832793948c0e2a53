"""Words the reader left out, brought back by an editor."""


import pytest

from store import amending, corrections
from store.database import Store
from store.errors import StoreError
from store.model import Article
from store.rereading import pages, reread
from tests.corrected import BY, PAGE, everything, put, sound, the

LEFT_OUT = "窑工们还把砖钱捐了一半出来。"


def with_words_left_out(store: Store) -> Article:
    """The bridge's article without its last sentence, as if the reader had dropped it."""
    put(store, PAGE.replace("也能当天来回。\n", f"也能当天来回。\n\n{LEFT_OUT}\n"))
    article = the(store, "桥修好")
    assert article.paragraphs[2] == LEFT_OUT
    with store.writing() as db:
        db.execute(
            "UPDATE articles SET paragraphs = json_remove(paragraphs, '$[2]'),"
            " spans = json_remove(spans, '$[2]') WHERE id = ?",
            [article.id],
        )
    return article


def test_words_the_reader_left_out_are_brought_back(store: Store) -> None:
    article = with_words_left_out(store)
    amending.add(store, article.id, LEFT_OUT, 1, BY)
    assert everything(store)[article.id].paragraphs[0] == LEFT_OUT
    assert sound(store)
    with pytest.raises(StoreError, match="已经在文章里"):
        amending.add(store, article.id, LEFT_OUT, None, BY)
    amending.undo(store, None, BY)
    assert len(everything(store)[article.id].paragraphs) == 2


def test_words_a_better_reading_has_itself_are_not_brought_back_twice(store: Store) -> None:
    article = with_words_left_out(store)
    amending.add(store, article.id, LEFT_OUT, None, BY)
    for number in pages(store):
        reread(store, number)
    assert everything(store)[article.id].paragraphs == article.paragraphs
    assert not corrections.misfits(store.db)


def test_words_that_are_not_on_the_page_are_never_added(store: Store) -> None:
    article = with_words_left_out(store)
    for words in ("版面上没有的一句话。", "", " "):
        with pytest.raises(StoreError, match="版面上没有"):
            amending.add(store, article.id, words, None, BY)
