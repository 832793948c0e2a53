"""The order of the candidates."""

import json
from importlib.resources import files

import pytest

from store import answers, articles, index
from store.background import background
from store.database import Store
from store.match import pointed, weigh
from store.model import Article
from store.query import understand
from store.ranking import again, score, weights

NOTICE = "柳河镇关于冬季供水的通知"
PARTS = {
    "opening": "柳河镇各村各单位：为保证冬季供水，柳河镇决定做好冬季供水的各项准备，现通知如下。",
    "pipes": "一、各村的水管在十月底以前裹好草帘，井房要有人值守，谁家冻裂谁家报修。",
    "price": "二、水费仍按每吨三元收取，困难户凭低保证减半，由村会计登记后到镇上统一缴。",
}


@pytest.fixture
def notice(store: Store) -> Store:
    with store.writing() as db:
        db.conn.execute("INSERT INTO issues (number) VALUES (1)")
        held = [
            Article(id=name, number=number, title=NOTICE, kind="news", paragraphs=(text,))
            for number, (name, text) in enumerate(PARTS.items(), 1)
        ]
        for article in held:
            articles.insert(db, article, issue=1, page=None, position=article.number, sha256=b"")
        index.add(db, held)
    return store


@pytest.mark.parametrize(
    ("question", "part"),
    [
        ("柳河镇冬季供水通知里水费怎么收", "price"),
        ("gongshui tongzhi shuifei zenme shou", "price"),
        ("柳河镇冬季供水的水管什么时候裹草帘", "pipes"),
    ],
)
def test_under_one_heading_the_point_of_the_question_decides(
    notice: Store, question: str, part: str
) -> None:
    answer = answers.ask(notice, question)
    assert answer.candidates[0].article.id == part
    scores = [one.score for one in answer.candidates]
    assert scores == sorted(scores, reverse=True)


def test_what_stands_late_in_a_question_weighs_more() -> None:
    wanted = weigh(understand("柳河镇水费"), {}, 0, background())
    late = pointed(wanted.said, wanted.sound)
    assert late[0].weight == 0.0
    assert late[-1].weight == pytest.approx(wanted.sound[-1].weight)


def test_a_perfect_match_scores_one_and_nothing_scores_none() -> None:
    full = weights().first._replace(**dict.fromkeys(weights().first._fields, 1.0))
    none = full._replace(**dict.fromkeys(full._fields, 0.0))
    assert score(full) == pytest.approx(1.0)
    assert score(none) == again(none) == 0.0


def test_the_weights_that_ship_say_where_they_come_from() -> None:
    told = json.loads((files("store") / "data" / "ranking.json").read_text("utf-8"))
    assert told["provenance"]["script"] == "tests/learn_ranking.py"
    assert all(weight >= 0 for weight in (*weights().first, *weights().second))
