"""What `baowen ask --explain` and `baowen articles` print."""

import json

import pytest
from click.testing import CliRunner

from bot.__main__ import main
from store import articles
from store.database import Store


def printed(store: Store, *typed: str) -> str:
    done = CliRunner().invoke(main, [*typed, "--db", str(store.path)])
    assert done.exit_code == 0
    return done.stdout


def test_an_explanation_can_be_read(samples: Store) -> None:
    said = printed(samples, "ask", "党员享有哪些权利", "--explain")
    assert said.startswith("问题：党员享有哪些权利\n有答案")
    assert "1. " in said and "党员享有的权利（青禾日报 · 2026-03-10 · 第5版 · 学习角）" in said
    assert "党员  分量" in said and "标题" in said
    assert "Explanation(" not in said and "Article(" not in said
    assert max(map(len, said.splitlines())) < 120


def test_a_refusal_is_explained_too(samples: Store) -> None:
    said = printed(samples, "ask", "比特币现在多少钱", "--explain")
    assert "没有答案" in said


def test_an_explanation_for_another_program_is_json(samples: Store) -> None:
    told = json.loads(printed(samples, "ask", "党员享有哪些权利", "--explain", "--json"))
    assert told["answer"]["found"] is True
    assert {"text", "channel", "weight", "chunks", "places"} <= told["terms"][0].keys()
    assert told["signals"]


@pytest.mark.parametrize("title", ["夜里巡山", "党员享有的权利"])
def test_articles_are_listed_with_their_place_in_the_paper(samples: Store, title: str) -> None:
    article = next(one for one in articles.everything(samples) if title in one.title)
    (line,) = [line for line in printed(samples, "articles").splitlines() if title in line]
    assert line.startswith(f"{article.id}  {article.date}  第{article.page}版")
    assert (article.column or "—") in line
    assert line.endswith(article.title)
