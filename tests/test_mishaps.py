"""Mishaps asked about and reported nowhere."""

import pytest

from store.fold import fold
from store.mishaps import KINDS, mishap, unreported


@pytest.mark.parametrize(("asked", "text"), [
    ("学堂停办了", "学堂暂停一周。"), ("村干部贪污", "两人被查。"), ("厨房着火", "火情不大。"),
    ("仓库爆炸", "仓库暴炸。"), ("护林员被打", "有人打人。"), ("渡船翻船", "渡船沉没。"),
    ("老街被打造成什么样", "老街修得像样。"), ("古井有人落水吗", "一人掉进井里。"),
    ("偷鱼的怎么判", "偷鱼者被判三个月。"), ("有人被蛇咬吗", "一人被咬伤。"),
    ("渠有没有塌", "渠塌了。"), ("谁受伤了", "何大川的腿被砸伤。"),
    ("赔钱给顾客", "摊主先行赔付。"),
])  # fmt: skip
def test_another_word_of_the_kind_or_its_sound_reports_it(asked: str, text: str) -> None:
    assert not unreported(asked, fold(text))


@pytest.mark.parametrize("asked", [
    "学堂停办了", "村干部贪污", "洪水淹了几户", "老人走失", "护林队罢工", "渡口沉船", "护林员被打",
    "古井有人落水吗", "有人掉进井里", "偷鱼的怎么判", "有人偷鱼吗", "有人晕倒吗", "有人被蛇咬吗",
    "渠塌了吗",
])  # fmt: skip
def test_a_text_without_any_reports_none(asked: str) -> None:
    assert unreported(asked, fold("学堂办得红火，村干部请老人来讲课。"))


def test_a_question_without_such_a_word_asks_for_none() -> None:
    assert mishap().search("学堂讲了什么") is None
    assert not unreported("学堂讲了什么", "")


def test_no_word_is_of_two_kinds() -> None:
    words = [word for kind in KINDS for word in kind.pattern.split("|")]
    assert len(words) == len(set(words))
