"""What readers say around a question."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from store import answers
from store.database import Store
from store.framing import matter, unframed
from store.query import understand
from tests.question_sets import archive

ASKED = "河湾村修桥"
FRAMES = (
    "{}", "不好意思打扰一下，{}", "老师您好，{}", "大姐你好{}", "喂，{}", "嗯那个{}呗",
    "我妈说报纸上{}",
    "我爷爷好像听说过{}", "前两天在报纸上看到的{}", "上回看报纸{}", "我记得好像是{}",
    "有篇报道说{}", "报上说的{}", "我想看{}", "帮我找找{}",
    "求助{}", "有没有谁知道{}", "{}你知道不",
    "{}我想不起来了", "{}，帮我查查",
    "{}非常感谢各位", "{}来着", "{}在哪篇文章里", "您好我想问一下就是说{}，谢谢啊，辛苦了",
)
ASIDES = (
    "关于{}的新闻", "{}的详细情况", "最近的{}", "{}方面的报道", "{}相关内容",
    "讲{}的文章", "讲{}的", "{}的照片", "{}的经验", "{}那篇",
)


@pytest.mark.parametrize("frame", FRAMES)
def test_what_only_introduces_or_ends_a_question_is_taken_off(frame: str) -> None:
    assert understand(unframed(frame.format(ASKED))).chars == ASKED


@pytest.mark.parametrize("aside", ASIDES)
def test_words_about_the_search_need_not_be_in_the_article(aside: str) -> None:
    query = understand(unframed(aside.format(ASKED)))
    assert query.chars.strip("\n的") == ASKED
    firm = {term.text for term in query.char_terms if not term.loose}
    assert firm == {"河湾", "湾村", "村修", "修桥"}


@pytest.mark.parametrize(
    "question",
    ["今天看病要带什么", "求职补贴", "查处违纪", "报道", "看看", "情况", "非常感谢", "大家庭",
     "记者站", "师傅带徒弟"],
)
def test_words_of_content_stay(question: str) -> None:
    assert unframed(question) == question
    assert matter(question) == question


def test_what_is_left_is_as_it_was_typed() -> None:
    assert unframed("請問一下，河灣村脩橋") == "河灣村脩橋"


@pytest.fixture
def paper(tmp_path: Path) -> Iterator[Store]:
    texts = [
        {"pid": "a", "title": "便桥通了", "text": "河湾村修桥，村民捐了木料，两个月就通了车。"},
        {"pid": "b", "title": "最新情况通报",
         "text": "县里通报最近的新闻报道情况，有关内容、详细做法和经验另行介绍。"},
        {"pid": "c", "title": "渠水到田",
         "text": "白桦村的渠水到了田头，报纸上说的节水做法派上用场。"},
    ]
    with archive(str(tmp_path), "paper", texts) as store:
        yield store


@pytest.mark.parametrize("said", [*FRAMES, *ASIDES])
def test_a_framed_question_is_answered_like_the_bare_one(paper: Store, said: str) -> None:
    answer = answers.ask(paper, said.format("河湾村修桥"))
    assert answer.found and answer.candidates[0].article.id == "a"
    assert answer.question == said.format("河湾村修桥")
