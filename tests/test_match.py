"""Comparing a question with a chunk."""

import pytest

from store.background import background
from store.fold import fold, squeeze
from store.match import WINDOW, Text, Wanted, best_window, coverage, signals, weigh
from store.query import understand
from store.ranking import score
from store.sound import listen

CANAL = "柳河镇组织群众清理渠道三十二公里"


def text(said: str, title: str = "") -> Text:
    chars = squeeze(fold(title + said))
    return Text(chars, listen(chars), len(squeeze(fold(title))))


def wanted(question: str) -> Wanted:
    return weigh(understand(question), {}, 0, background())


def value(question: str, said: str) -> float:
    return score(signals(wanted(question), text(said)))


@pytest.mark.parametrize(
    "mistyped",
    ["柳河镇青理渠道", "柳河镇清埋渠道", "柳河镇清渠道理", "柳河清理渠道", "liuhezhen qingliqudao"],
)
def test_a_mistyped_question_fits_better_than_another(mistyped: str) -> None:
    assert value(mistyped, CANAL) > value("石门沟大桥合龙", CANAL) + 0.2


def test_what_is_typed_rightly_fits_best() -> None:
    assert value("柳河镇清理渠道", CANAL) > value("柳合镇青理曲道", CANAL)


def test_rare_terms_weigh_more_than_common_ones() -> None:
    weights = {term.text: term.weight for term in wanted("工作渠道").chars}
    assert weights["渠道"] > weights["工作"]


def test_terms_far_apart_fill_no_window() -> None:
    terms = wanted("清理渠道").chars
    near, _ = best_window(terms, "清理渠道")
    far, _ = best_window(terms, "清理" + "天" * 2 * WINDOW + "渠道")
    assert near == 1.0
    assert far < near


def test_a_loose_term_never_counts_against() -> None:
    terms = wanted("清理 渠道").chars
    assert coverage(terms, "清理了东边的渠道") == 1.0


def test_a_place_named_and_missing_is_seen() -> None:
    asked = wanted("奇台县修渠")
    assert signals(asked, text("玛纳斯县修渠")).place == 0.0
    assert signals(asked, text("奇台修渠")).place == 1.0
    assert signals(wanted("修渠"), text("奇台修渠")).place == 1.0


def test_a_county_of_two_characters_is_not_found_inside_anothers_name() -> None:
    asked = wanted("云县的坡道")
    assert signals(asked, text("祥云县修了坡道")).place == 0.0
    assert signals(asked, text("祥云县和云县修了坡道")).place == 1.0
    assert signals(asked, text("云县修了坡道")).place == 1.0
