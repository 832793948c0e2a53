"""Text made comparable keeps its length and loses what does not matter."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.fold import comparable, fold, marked, positions, squeeze


@pytest.mark.parametrize(
    ("typed", "folded"),
    [("ＶＲ展館", "vr展馆"), ("１２％", "12%"), ("黨員學習", "党员学习"), ("①", "1"), ("℃", "℃")],
)
def test_script_width_and_case_are_folded(typed: str, folded: str) -> None:
    assert fold(typed) == folded


@given(st.text())
def test_folding_never_moves_an_offset(text: str) -> None:
    assert len(fold(text)) == len(text)


@given(st.text(alphabet="清河县12 ，😀abＡ"))
def test_positions_lead_back_to_the_characters_kept(text: str) -> None:
    folded = marked(text)
    assert len(folded) == len(text)
    assert "".join(folded[i] for i in positions(folded)) == comparable(text)


@given(st.text() | st.text(alphabet="清河縣１2 ，_㊊①😀\ud800Ａ"))
def test_text_is_folded_and_squeezed_in_one_pass(text: str) -> None:
    assert comparable(text) == squeeze(fold(text))
