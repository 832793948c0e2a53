"""What is offered when nothing is found."""

import pytest

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


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("护林员积分制管理", "护林员积极分子的管理"),
        ("不对", "乡里的部队帮助抢收"),
        ("讲谭实话", "讲坛上说实话，倾斜实施"),
        ("谢师宴", "资金倾斜实施宴请清单"),
        ("柳合镇高考", "柳河镇今年清淤"),
    ],
)
def test_no_spelling_is_made_of_scraps(typed: str, printed: str) -> None:
    assert corrected(typed, text(printed)) is None


@pytest.mark.parametrize(
    ("typed", "printed", "meant"),
    [
        ("救身衣", "编织袋和救生衣等物资", "救生衣"),
        ("护渠自愿队", "护渠志愿服务队今天出发", "护渠志愿队"),
        ("护渠自愿队有几个人", "护渠志愿服务队今天出发", "护渠志愿队有几个人"),
    ],
)
def test_the_offered_question_is_whole(typed: str, printed: str, meant: str) -> None:
    assert suggestions(wanted(typed), [], text(printed)) == (meant,)


@pytest.mark.parametrize("said", ["的", "不对", "吃了吗", "你好", "你是谁", "晚安"])
def test_chat_is_offered_nothing(said: str) -> None:
    assert suggestions(wanted(said), [("不对劲的晚安", 0.9)], text("部队晚安")) == ()
