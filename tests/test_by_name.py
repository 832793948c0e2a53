"""Browsing by a name that is typed: the right one, one gone wrong, one that nobody knows."""

import pytest

from bot import words
from tests.conftest import Chat


@pytest.mark.parametrize(
    ("typed", "label", "leads"),
    [
        ("/regions 后坡", "后坡村", "后坡"),
        ("/columns 学习脚", "学习角", "学习角"),
        ("栏目 短迅", "短讯", "短讯"),
        ("/authors 谷宇", "谷雨", "谷雨"),
    ],
)
def test_a_name_gone_wrong_offers_the_right_one(
    chat: Chat, typed: str, label: str, leads: str
) -> None:
    assert words.MEANT in chat.say(typed).text.plain
    assert chat.labels == [label]
    assert leads in chat.press(label).text.plain


@pytest.mark.parametrize("typed", ["/regions 亚特兰蒂斯", "/columns 星座", "/authors 托尔斯泰"])
def test_a_name_nobody_knows_offers_nothing(chat: Chat, typed: str) -> None:
    assert words.MEANT not in chat.say(typed).text.plain
    assert chat.labels == []


def test_names_of_another_kind_are_not_offered(chat: Chat) -> None:
    chat.say("/authors 学习脚")
    assert chat.labels == []
