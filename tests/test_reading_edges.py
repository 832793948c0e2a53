from __future__ import annotations

from store.reading.edges import edges


def test_a_set_phrase_begins_sentences_and_a_words_second_half_does_not() -> None:
    assert edges().begins("此外，") > 2 > 0 > edges().begins("们都")


def test_the_second_character_tells_beside_the_first() -> None:
    assert edges().begins("今年") > edges().begins("今春") > edges().begins("今的")
