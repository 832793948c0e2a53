"""Pages as questions name them, and as the archive calls them."""

import pytest

from store.fold import fold
from store.page_names import labels, page_name, page_said


@pytest.mark.parametrize(
    ("said", "name"),
    [
        ("第3版有什么", "3"),
        ("第三版的文章", "3"),
        ("三版的文章", "3"),
        ("3版", "3"),
        ("0３版", "3"),
        ("第十二版登了什么", "12"),
        ("头版", "1"),
        ("頭版頭條是什麼", "1"),
        ("A03版", "A3"),
        ("?A03版", "A3"),
        ("a3版有什么新闻", "A3"),
        ("第A3版", "A3"),
        ("第 5 版", "5"),
        ("第2版面有哪些报道", "2"),
        ("版面4", "4"),
        ("第3版修渠的文章", "3"),
        ("9月12日第2版有什么", "2"),
        ("青禾日报三版讲了什么", "3"),
    ],
)
def test_the_page_a_question_names_is_known(said: str, name: str) -> None:
    found = page_said(fold(said))
    assert found
    assert found.name == name


@pytest.mark.parametrize(
    "said",
    [
        "第三版本", "第三版教材哪年出的", "教材第3版权归谁",
        "第几版", "版权是谁的", "改版以后", "新版教材", "每版几个字",
        "出版了几本书", "三版教材", "党员有哪些权利", "2024版党章", "第三项", "模板", "",
    ],
)  # fmt: skip
def test_what_names_no_page_is_none(said: str) -> None:
    assert page_said(fold(said)) is None


@pytest.mark.parametrize(
    ("label", "name"), [("5", "5"), ("05", "5"), ("A03", "A3"), ("a3", "A3"), ("特刊", "特刊")]
)
def test_a_page_has_one_name_however_it_is_labelled(label: str, name: str) -> None:
    assert page_name(label) == name
    assert label in labels(name)
