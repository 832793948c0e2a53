"""Figures of the year that is asked for."""

from dataclasses import replace

from store.background import background
from store.demands import untold
from tests.newsroom import article

TEXT = (
    "2022年10月，杨家渡办起渡运合作社。头一年亏了3万元。",
    "今年，合作社头一次盈利12万元，运客3100人。",
)


def silent(asked: str) -> bool:
    told = replace(article(1, "渡运合作社", paragraphs=TEXT), date="2025-06-01")
    return untold(asked, told, 5000, background())


def test_a_figure_of_another_year_does_not_answer() -> None:
    assert silent("2022年渡运合作社盈利多少")
    assert silent("2023年渡运合作社运客多少人")


def test_a_figure_of_the_year_answers_however_it_is_named() -> None:
    assert not silent("2025年渡运合作社盈利多少")
    assert not silent("2022年渡运合作社亏了多少钱")
    assert not silent("渡运合作社盈利多少")


def test_a_word_that_holds_the_characters_of_a_year_names_none() -> None:
    lines = (
        "2024年杨家渡办起夜校。如今年轻人都来，毕业320人。",
        "2024年杨家渡办起油坊。目前年产菜油40吨。",
    )
    told = replace(article(1, "夜校与油坊", paragraphs=lines), date="2026-06-01")
    assert not untold("2024年毕业多少人", told, 5000, background())
    assert not untold("2024年产油多少吨", told, 5000, background())
