"""Two articles printed into each other."""

from __future__ import annotations

from store.pages import page_from_text
from store.reading import read

FERRY = (
    "渡口的摆渡船",
    "□本报记者 赵明远",
    "柳湾县白沙渡口的摆渡船天不亮就开，撑船的段春来今年六十八岁，他撑船撑了四十年，渡口两岸没有不认识他的人，过",
)
REST = "渡的学生他一个也没有收过钱。"
BOAT = "段春来的摆渡船换过三次，竹篙换成柴油机，柴油机换成电动机，渡口的码头也铺了石板。"
HABIT = (
    "少开会开短会",
    "□钱立秋",
    "开会是为了办事，会开得长了，办事的工夫就短了，这个道理人人都懂，可会还是越开越长。",
)
CUT = "短会不是少说话，是把话想好了再说，想不好就先不开会，这样省下的工夫都在群"
GOES_ON = "众的事情上，会风自然就正了。"
SOURCE = "来源：晨岭日报"


def texts(*lines: str) -> dict[str, list[str]]:
    articles = read(page_from_text("\n\n".join(lines))).articles
    return {a.title: [p.text for p in a.paragraphs] for a in articles}


def test_a_block_up_to_where_the_article_around_goes_on_returns_home() -> None:
    found = texts(*FERRY, *HABIT, CUT, REST, BOAT, GOES_ON, SOURCE)
    assert found[FERRY[0]] == [FERRY[2] + REST, BOAT]
    assert found[HABIT[0]] == [HABIT[2], CUT + GOES_ON]


def test_a_paragraph_that_speaks_of_the_other_article_follows_the_rest() -> None:
    found = texts(*FERRY, *HABIT, REST, BOAT, CUT + GOES_ON, SOURCE)
    assert found[FERRY[0]] == [FERRY[2] + REST, BOAT]
    assert found[HABIT[0]] == [HABIT[2], CUT + GOES_ON]


def test_every_paragraph_that_was_moved_is_told() -> None:
    page = page_from_text("\n\n".join((*FERRY, *HABIT, CUT, REST, BOAT, GOES_ON, SOURCE)))
    ferry = read(page).articles[0]
    assert BOAT[:20] in [repair.note for repair in ferry.repairs if repair.kind == "moved"]


def test_a_paragraph_of_the_article_around_stays_behind_the_rest() -> None:
    found = texts(*FERRY, *HABIT, REST, CUT + GOES_ON, SOURCE)
    assert found[FERRY[0]] == [FERRY[2] + REST]
    assert found[HABIT[0]] == [HABIT[2], CUT + GOES_ON]


def test_a_block_that_a_sentence_skips_is_led_by_the_rest_of_another() -> None:
    told = FERRY[2].removesuffix("过") + "他的左手缺两根"
    rest = "手指，是当年给缆绳绞掉的。"
    found = texts(*FERRY[:2], told, *HABIT, CUT, rest, BOAT, GOES_ON, SOURCE)
    assert found[FERRY[0]] == [told + rest, BOAT]
    assert found[HABIT[0]] == [HABIT[2], CUT + GOES_ON]
