from __future__ import annotations

from store.reading.runs import overlap, runs, tandems


def test_runs_are_the_longest_stretches_that_stood_before() -> None:
    text = "甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉，" * 2
    (run,) = runs(text)
    assert (run.at, run.of, run.size) == (21, 0, 21)


def test_an_overlap_below_eight_characters_proves_nothing() -> None:
    assert overlap("大家来到渠首看水", "渠首看水的人很多") == 0
    assert overlap("守闸的老人每天记录水位", "老人每天记录水位的变化") == 8


def test_a_phrase_said_twice_running_is_a_tandem_and_a_short_one_is_not() -> None:
    assert list(tandems("把水渠修到地头把水渠修到地头去")) == []
    assert list(tandems("把水渠一直修到地头把水渠一直修到地头去")) == [(9, 9)]


def test_members_of_a_row_are_no_tandem() -> None:
    assert list(tandems("连通乡镇与村庄之间、村庄与村庄之间、村庄与集镇之间的路")) == []
