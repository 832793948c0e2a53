"""The chance that the first answer is right."""

import json
from importlib.resources import files

from store.confidence import chance, fit


def test_without_a_candidate_there_is_no_chance() -> None:
    assert chance({}) == 0.0


def test_a_chance_stays_between_none_and_certainty() -> None:
    weights = {"held": {"bias": 0.0, "near": 1e9}, "first": {"bias": 9.0}}
    assert 0.0 < chance({"near": -1.0}, weights) < 0.01
    assert 0.99 < chance({"near": 1.0}, weights) < 1.0


def test_no_answer_at_all_is_no_right_answer() -> None:
    weights = {"held": {"bias": -9.0}, "first": {"bias": 9.0}}
    assert chance({"near": 1.0}, weights) < 0.01


def test_the_fit_that_ships_says_where_it_comes_from() -> None:
    told = json.loads((files("store") / "data" / "confidence.json").read_text("utf-8"))
    assert told["provenance"]["script"] == "tests/learn_confidence.py"
    assert told["provenance"]["calibration error on the half not fitted"] <= 0.05
    assert "bias" in fit()["held"] and "bias" in fit()["first"]
