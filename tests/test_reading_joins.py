from __future__ import annotations

from store.reading.joins import Judge, Pair, settle


def test_quotes_and_figures_that_a_cut_divides_speak_for_the_join() -> None:
    judge = Judge(())
    for left, good, bad in (
        ("村里建起“水账", "本”制度，家家有数。", "今年以来，村里修好了路。"),
        ("全县新建蓄水池12", "座，浇地五百亩。", "下一步，还要再修两座。"),
        ("干部群众一起开", "展义务劳动，清淤三里。", "据了解，工程下月完工。"),
    ):
        assert judge.text_score(left, good) > judge.text_score(left, bad) + 3


def test_a_rest_that_begins_with_an_ordinal_is_no_fresh_beginning() -> None:
    judge, left = Judge(()), "头一年只种了一百二十亩，"
    rest, fresh = "第三年已经种满两道沙梁。", "第三，要把渠修好。"
    assert judge.text_score(left, rest) > judge.text_score(left, fresh) + 1.5


def test_two_numbers_are_never_welded_into_one() -> None:
    judge, left = Judge(()), "全乡新添了水窖、磨坊等6"
    for fresh in ("2019年春天，村里请来了石匠。", "14日，", "7月底，工程完工。"):
        assert judge.text_score(left, fresh) < -4
    assert judge.text_score(left, "处，够三个寨子用。") > 0
    assert judge.text_score("评上先进的有1", "2日前报名的三户。") > -5


def test_a_beginning_that_no_paragraph_has_speaks_for_a_join() -> None:
    judge, left = Judge(()), "守闸的老人把水位记在墙"
    for rest in ("上。第二天", "的背面，", "也不嫌"):
        whole = "到年底，渠上的人都来看。"
        assert judge.text_score(left, rest) > judge.text_score(left, whole), rest


def test_a_month_goes_on_in_its_day() -> None:
    judge = Judge(())
    left, rest = "水渠动工是在4月", "渠上来了人。"
    assert judge.text_score(left, "16日，" + rest) > judge.text_score(left, rest) + 2


def test_the_pair_with_most_to_lose_is_settled_first() -> None:
    pairs = [Pair(1, 10, 9.0), Pair(1, 11, 8.5), Pair(2, 10, 8.0)]
    chosen = [(p.left, p.right) for p, _ in settle(pairs)]
    assert sorted(chosen) == [(1, 11), (2, 10)]


def test_a_pair_below_the_price_of_a_loss_is_not_joined() -> None:
    assert settle([Pair(1, 2, 0.5)]) == []


def test_the_margin_is_measured_to_the_next_best() -> None:
    ((pair, margin),) = settle([Pair(1, 2, 9.0), Pair(1, 3, 7.0)])
    assert (pair.right, margin) == (2, 2.0)
