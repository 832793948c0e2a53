"""Long questions that tell of the reader before they ask."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from store import answers
from store.database import Store
from store.fold import fold
from store.query import understand
from store.retelling import retold
from tests.question_sets import archive

TOLD = "我在城里开小店，听老乡说河湾村把旧粮站改成了戏台，具体哪一年记不清了，是谁牵的头"
KEPT = (
    "我想入党，要交什么材料",
    "河湾村修桥，花了多少钱，谁出的",
    "我县修了几座桥，在哪里，谁设计的",
    "我记不清了，是谁，在哪",
    "老人忘了带钥匙，锁在门外，是谁帮忙开的门",
)


def test_clauses_about_the_reader_need_not_be_in_the_article() -> None:
    said = understand(TOLD)
    assert said.chars.replace("\n", "") == "河湾村把旧粮站改成了戏台牵的头"
    firm = {term.text for term in said.char_terms if not term.loose}
    assert {"粮站", "戏台"} < firm
    assert not {"小店", "城里", "老乡", "不清"} & firm


@pytest.mark.parametrize("question", KEPT)
def test_what_the_question_is_about_stays(question: str) -> None:
    assert retold(fold(question)) == fold(question)


def test_a_wish_behind_a_clause_about_the_reader_is_the_readers_too() -> None:
    said = "我教小学，想带学生去看看，河湾村的戏台什么时候开锣"
    assert retold(fold(said)).replace("\n", "") == ",,河湾村的戏台什么时候开锣"


@pytest.mark.parametrize("lost", ["名字我忘了", "忘了叫什么", "忘记是哪个镇了", "忘了他是谁"])
def test_what_the_reader_has_forgotten_is_not_looked_for(lost: str) -> None:
    said = f"有座廊桥，{lost}，桥上的廊屋花了多少钱"
    assert retold(fold(said)).replace("\n", "") == "有座廊桥,,桥上的廊屋花了多少钱"


@pytest.fixture
def paper(tmp_path: Path) -> Iterator[Store]:
    texts = [
        {"pid": "a", "title": "锣鼓又响了",
         "text": "河湾村把旧粮站改成了戏台，牵头的是退休教师龙如海，四邻八乡都来看戏。"},
        {"pid": "b", "title": "小店开到家门口",
         "text": "城里的小店开到了白桦村，老乡买东西不用再进城，具体账目每年公布。"},
        {"pid": "c", "title": "渠水到田", "text": "石门村的渠水到了田头，节水的做法派上了用场。"},
    ]
    with archive(str(tmp_path), "paper", texts) as store:
        yield store


def test_a_retelling_is_claimed_as_the_bare_question_is(paper: Store) -> None:
    bare = answers.ask(paper, "河湾村把旧粮站改成了戏台，是谁牵的头")
    told = answers.ask(paper, TOLD)
    assert told.candidates[0].article.id == bare.candidates[0].article.id == "a"
    assert bare.found and told.found
