"""A paragraph made comparable once for all who compare it."""

from store.finding import comparing
from store.fold import comparable, fold
from store.paragraphs import folded, paragraph
from store.sound import listen

SAID = "護渠員　有90人，“水到田頭”。"


def test_a_paragraph_is_what_folding_and_listening_make_of_it() -> None:
    marked, chars, sound = paragraph(SAID)
    assert len(marked) == len(SAID)
    assert (chars, sound) == (comparable(SAID), listen(comparable(SAID)))
    assert folded(SAID)[5:8] == fold(SAID[5:8])


def test_a_text_is_its_heading_and_its_paragraphs() -> None:
    text = comparing("护渠员", f"{SAID}\n水渠通了。")
    assert text.chars == comparable(f"护渠员{SAID}水渠通了。")
    assert (len(text.sound), text.head) == (len(text.chars), 3)


def test_what_finding_has_read_is_not_read_again() -> None:
    comparing("护渠员", f"{SAID}\n水渠通了。")
    before = paragraph.cache_info().misses
    paragraph(SAID)
    assert paragraph.cache_info().misses == before
