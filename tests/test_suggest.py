"""What is offered when nothing is found."""

from store.background import background
from store.fold import fold, squeeze
from store.match import Text, Wanted, weigh
from store.query import understand
from store.sound import listen
from store.suggest import corrected, suggestions


def text(said: str) -> Text:
    chars = squeeze(fold(said))
    return Text(chars, listen(chars), 0)


def wanted(question: str) -> Wanted:
    return weigh(understand(question), {}, 0, background())


def test_a_misspelt_name_is_corrected_by_its_sound() -> None:
    assert corrected("柳合镇清淤", text("柳河镇今年清淤")) == "柳河镇清淤"


def test_what_is_spelt_as_printed_is_not_corrected() -> None:
    assert corrected("柳河镇", text("柳河镇今年清淤")) is None


def test_titles_are_offered_only_when_they_are_like_the_question() -> None:
    titles = [("柳河镇清淤护渠", 0.8), ("石门沟大桥合龙", 0.1)]
    assert suggestions(wanted("柳河清淤"), titles, None) == ("柳河镇清淤护渠",)


def test_words_as_newspapers_write_them_are_not_respelt() -> None:
    printed = text("新式展厅高级防火门")
    assert corrected("昌吉市长", printed) is None
    assert corrected("昌吉房价", printed) is None


def test_a_common_word_is_offered_for_a_rarer_one() -> None:
    assert corrected("村民的权力", text("村民的权利")) == "村民的权利"
