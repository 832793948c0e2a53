"""The most that is claimed for kinds of questions that matching words cannot settle."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from store import answers
from store.ceilings import empty
from store.confidence import FOUND
from store.database import Store
from tests.question_sets import archive

NOISE = (
    "了吗", "的", "在吗", "什么", "好的", "嗯", "？？", "哈哈", "你好", "谢谢", "是不是", "怎么",
    "有没有", "ok", "嗯嗯", "……", "为什么", "可以吗", "哦", "请问",
)
VILLAGES = ("柳河", "石门沟", "白桦", "沙枣", "红柳", "清泉", "双井", "大坪", "小南", "胡杨")
MATTERS = (
    "的村民在吗？有人喊了一声，哈哈一笑，好的，渠水来了吗，来了。",
    "把冬麦的肥撒完了，嗯，是好的。",
    "的孩子问什么时候开学，你好，谢谢，老师说下周。",
    "有没有新路？有的，三公里，怎么修，大家一起修。",
    "为什么种苜蓿？因为牛羊要吃，可以的，为什么不种呢。",
)
Made = Callable[[int], Store]


@pytest.fixture
def made(tmp_path: Path) -> Iterator[Made]:
    """Archives of articles that hold the very words nobody asks with."""
    opened: list[Store] = []

    def of_size(size: int) -> Store:
        texts = [
            {"pid": f"a{i}", "title": f"{VILLAGES[i % 10]}村记事{i}",
             "text": f"{VILLAGES[i % 10]}{MATTERS[i % 5]}这是第{i}件事。",
             "regions": ["新疆维吾尔自治区/昌吉回族自治州/奇台县"] if i % 2 else []}
            for i in range(size)
        ]
        opened.append(archive(str(tmp_path), f"of-{size}", texts))
        return opened[-1]

    yield of_size
    for store in opened:
        store.close()


@pytest.mark.parametrize("size", [3, 60, 1200])
def test_words_without_content_are_never_found(made: Made, size: int) -> None:
    store = made(size)
    claimed = [said for said in NOISE if answers.ask(store, said).found]
    assert claimed == []


@pytest.mark.parametrize("said", ["水费", "好事", "无人机", "行路", "谁修渠"])
def test_a_word_of_content_is_not_taken_for_noise(said: str) -> None:
    assert not empty(said)


@pytest.mark.parametrize("asked", ["奇台县有多少人", "奇台县什么时候通高铁", "奇台县有没有飞机场",
                                   "奇台县的县长是谁", "奇台县房价多少"])
@pytest.mark.parametrize("size", [3, 60, 1200])
def test_a_place_alone_does_not_answer_what_is_asked_of_it(
    made: Made, size: int, asked: str
) -> None:
    assert not answers.ask(made(size), asked).found


def test_a_word_that_only_sounds_like_one_printed_is_offered(tmp_path: Path) -> None:
    text = "石门沟的卫生院来了两名医务人员，每周三为老人量血压。"
    store = archive(str(tmp_path), "sound", [{"pid": "a", "title": "石门沟", "text": text}])
    answer = answers.ask(store, "义务")
    assert answer.candidates and answer.confidence < FOUND
    assert answers.ask(store, "医务人员").found
    store.close()
