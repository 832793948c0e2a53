"""What a question asks about the places it names."""

from pathlib import Path

import pytest

from store import answers, index, match
from store.background import background
from store.database import Store
from store.match import Wanted
from store.query import understand
from store.topic import topic, within_place
from tests.question_sets import archive


def wanted(question: str) -> Wanted:
    query = understand(question)
    seen = index.Survey(0, {}, {})
    return match.weigh(query, seen.counts, seen.chunks, background())


@pytest.mark.parametrize(
    ("question", "left"),
    [
        ("正定县有几个机场", {"几个", "机场"}),
        ("正定县县长", {"县长"}),
        ("石家庄市的果园", {"果园"}),
    ],
)
def test_a_place_and_its_level_are_taken_out(question: str, left: set[str]) -> None:
    about = {term.text for term in topic(wanted(question)).chars if not term.loose}
    assert about <= left
    assert "正定" not in about
    assert "石家" not in about


def test_a_question_without_places_stays_as_it_is() -> None:
    asked = wanted("果园怎么修剪")
    assert topic(asked) is asked


def test_a_place_that_only_the_article_knows_is_taken_out() -> None:
    asked = wanted("柳条坪有几口井")
    about = topic(asked, ["云中省/青禾市/柳条坪"])
    assert {term.text for term in about.chars} < {term.text for term in asked.chars}
    assert "柳条" not in {term.text for term in about.chars}


@pytest.mark.parametrize("question", ["云中省地铁", "云中省大学", "云中省的地铁"])
def test_an_own_place_that_matches_answers_nothing_else(samples: Store, question: str) -> None:
    assert not answers.ask(samples, question).found


def test_an_article_about_the_place_need_not_print_its_name(tmp_path: Path) -> None:
    told = [
        {"pid": "a", "title": "便桥通了", "text": "河湾村修桥，村民捐了木料，两个月就通了车。",
         "regions": ["河北省/石家庄市/正定县"]},
        {"pid": "b", "title": "邻县修桥", "text": "邻县的村子也修桥，木料不够，等了一年。",
         "regions": ["山西省/大同市"]},
        {"pid": "c", "title": "河北车展", "text": "河北的车展来了三万人，河北人排队看车。",
         "regions": ["河北省"]},
    ]
    with archive(str(tmp_path), "places", told) as store:
        bare, placed = (answers.ask(store, said).candidates[0] for said in ("修桥", "河北修桥"))
        assert placed.article.id == "a"
        assert placed.score >= 0.9 * bare.score


def test_a_place_inside_another_name_is_part_of_it() -> None:
    asked = wanted("国道河北段的桥")
    assert within_place(asked) is asked
    assert within_place(wanted("去年在河北修的桥")).places == ()
