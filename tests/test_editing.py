"""Corrections on the articles of a page, without a store: what holds after a better reading."""

from dataclasses import replace
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from store.editing import Anchor, Applied, Correction, Operation, Sheet, apply, in_force
from store.editing.anchors import locate
from store.editing.sheet import cut, sheet_of
from store.model import Article, Paragraph, Repair, Span

LINES = (
    "云麓县的合作社今年春天添了三台插秧机。",
    "社员们说，往年要忙半个月的活，如今五天就完了，剩下的日子可以去修渠。",
    "县里还派了两名农机手，手把手地教。",
    "青砚镇的图书室夜里也开门了。",
    "值班的党员轮流看门，孩子们有了写作业的地方。",
)


def article(id_: str, title: str, *texts: str, captions: tuple[str, ...] = ()) -> Sheet:
    made = Article(id_, 0, title, "news", texts, captions)
    return sheet_of(made, [])


def page() -> list[Sheet]:
    return [
        article("a1", "插秧机下田", *LINES[:3], captions=("图为试机现场。",)),
        article("b2", "图书室亮灯", *LINES[3:]),
    ]


def row(
    number: int, id_: str, operation: Operation, undoes: int | None = None, **detail: Any
) -> Correction:
    return Correction(number, id_, operation, detail, "甲", "2026-03-01", undoes)


def at(text: str, number: int = 1) -> dict[str, Any]:
    return Anchor(text, number).to_json()


def texts(applied: Applied) -> dict[str, tuple[str, ...]]:
    return {sheet.id: sheet.article.paragraphs for sheet in applied.sheets}


def test_a_title_set_by_hand_is_no_longer_a_derived_one() -> None:
    sheet = page()[0]
    derived = replace(
        sheet,
        article=replace(sheet.article, flags=("title_derived", "damaged")),
        repairs=(Repair("title_derived", Span(0, 0), 0.5),),
    )
    (done,) = apply([derived], [row(1, "a1", "title", title="新题")]).sheets
    assert (done.article.title, done.article.flags, done.repairs) == ("新题", ("damaged",), ())


def test_fields_are_set_and_remembered_as_set_by_hand() -> None:
    rows = [
        row(1, "a1", "column", column="田间"),
        row(2, "a1", "authors", authors=["甲", "乙"]),
        row(3, "a1", "regions", regions=["云中省/云麓县"]),
        row(4, "a1", "kind", kind="feature"),
        row(5, "b2", "column", column=None),
    ]
    first = apply(page(), rows).sheets[0]
    assert first.article.column == "田间"
    assert first.article.authors == ("甲", "乙")
    assert first.article.regions == ("云中省/云麓县",)
    assert first.article.kind == "feature"
    assert first.by_hand == {"column", "authors", "regions", "kind"}


def test_a_split_makes_a_second_article_right_after_the_first() -> None:
    applied = apply(page(), [row(1, "a1", "split", at=at(LINES[1]), id="x9", title="农机手进村")])
    assert texts(applied) == {"a1": LINES[:1], "x9": LINES[1:3], "b2": LINES[3:]}
    assert applied.sheets[1].article.title == "农机手进村"
    assert applied.sheets[0].article.captions == ("图为试机现场。",)


def test_a_split_without_a_title_takes_a_headline_left_in_the_body() -> None:
    sheet = article("a1", "插秧机下田", LINES[0], "夜校开到家门口", *LINES[3:])
    (_, second) = apply([sheet], [row(1, "a1", "split", at=at("夜校开到家门口"), id="x9")]).sheets
    assert second.article.title == "夜校开到家门口"
    assert second.article.paragraphs == LINES[3:]
    assert second.article.flags == ()


def test_a_split_without_any_title_is_marked_as_derived() -> None:
    second = apply(page(), [row(1, "a1", "split", at=at(LINES[1]), id="x9")]).sheets[1]
    assert second.article.flags == ("title_derived",)
    assert second.article.title


def test_what_a_better_reading_has_split_already_gets_the_promised_id() -> None:
    better = [article("a1", "插秧机下田", LINES[0]), article("n7", "农机手", *LINES[1:3])]
    applied = apply(better, [row(1, "a1", "split", at=at(LINES[1], 2), id="x9", title="进村")])
    assert texts(applied) == {"a1": LINES[:1], "x9": LINES[1:3]}
    assert applied.sheets[1].article.title == "进村"
    assert not applied.unfit


def test_a_split_finds_its_place_inside_a_paragraph_that_was_rejoined() -> None:
    better = [article("a1", "插秧机下田", LINES[0] + LINES[1], LINES[2])]
    applied = apply(better, [row(1, "a1", "split", at=at(LINES[1], 2), id="x9", title="进村")])
    assert texts(applied) == {"a1": LINES[:1], "x9": LINES[1:3]}


def test_a_paragraph_that_a_better_reading_cut_in_two_is_removed_whole() -> None:
    better = [article("a1", "插秧机下田", LINES[0], LINES[1][:9], LINES[1][9:], LINES[2])]
    applied = apply(better, [row(1, "a1", "remove", what=at(LINES[1], 2))])
    assert texts(applied) == {"a1": (LINES[0], LINES[2])}


def test_a_paragraph_with_some_characters_mended_is_still_found() -> None:
    mended = LINES[1].replace("半个月", "十六天")
    better = [article("a1", "插秧机下田", LINES[0], mended, LINES[2])]
    applied = apply(better, [row(1, "a1", "remove", what=at(LINES[1], 2))])
    assert texts(applied) == {"a1": (LINES[0], LINES[2])}


def test_a_paragraph_that_lost_its_stop_when_it_was_rejoined_is_still_found() -> None:
    better = [article("a1", "插秧机下田", LINES[1][:-1] + LINES[0], LINES[2])]
    applied = apply(better, [row(1, "a1", "remove", what=at(LINES[1]))])
    assert not applied.unfit
    assert texts(applied) == {"a1": (LINES[0], LINES[2])}


def test_a_paragraph_that_went_to_another_article_is_found_there() -> None:
    better = [article("a1", "插秧机下田", LINES[0]), article("b2", "亮灯", *LINES[2:])]
    applied = apply(better, [row(1, "a1", "remove", what=at(LINES[2], 3))])
    assert texts(applied) == {"a1": LINES[:1], "b2": LINES[3:]}


def test_of_two_equal_paragraphs_the_one_pointed_at_is_taken() -> None:
    sheet = article("a1", "题", "同样的话。", LINES[0], "同样的话。", LINES[1])
    applied = apply([sheet], [row(1, "a1", "remove", what=at("同样的话。", 3))])
    assert texts(applied) == {"a1": ("同样的话。", LINES[0], LINES[1])}


def test_a_correction_of_text_that_is_gone_is_named_and_the_others_hold() -> None:
    rows = [
        row(1, "a1", "remove", what=at("这一句话版面上从来没有出现过。")),
        row(2, "b2", "title", title="灯亮了"),
        row(3, "c3", "kind", kind="news"),
    ]
    applied = apply(page(), rows)
    assert [correction.number for correction, _ in applied.unfit] == [1, 3]
    assert applied.sheets[1].article.title == "灯亮了"
    assert texts(applied) == texts(Applied(tuple(page())))


def test_a_join_keeps_the_first_id_and_every_author() -> None:
    first, second = page()
    second = replace(second, article=replace(second.article, authors=("乙",), column="夜校"))
    (done,) = apply([first, second], [row(1, "a1", "join", other="b2", first=at(LINES[3]))]).sheets
    assert done.article.paragraphs == LINES
    assert (done.id, done.article.authors, done.article.column) == ("a1", ("乙",), "夜校")


def test_a_join_that_a_better_reading_has_made_leaves_nothing_to_do() -> None:
    better = [article("a1", "插秧机下田", *LINES)]
    applied = apply(better, [row(1, "a1", "join", other="b2", first=at(LINES[3]))])
    assert texts(applied) == {"a1": LINES}
    assert not applied.unfit


def test_a_paragraph_moves_before_the_one_named() -> None:
    rows = [row(1, "a1", "move", what=at(LINES[2], 3), to="b2", before=at(LINES[4], 2))]
    assert texts(apply(page(), rows)) == {"a1": LINES[:2], "b2": (LINES[3], LINES[2], LINES[4])}


def test_a_paragraph_moves_inside_its_own_article() -> None:
    rows = [row(1, "a1", "move", what=at(LINES[2], 3), to="a1", before=at(LINES[0], 1))]
    assert texts(apply(page(), rows))["a1"] == (LINES[2], LINES[0], LINES[1])


def test_a_caption_moves_to_the_captions() -> None:
    rows = [row(1, "a1", "move", what=at("图为试机现场。", 4), to="b2", before=None)]
    first, second = apply(page(), rows).sheets
    assert (first.article.captions, second.article.captions) == ((), ("图为试机现场。",))


def test_an_article_whose_last_text_moves_away_goes_with_it() -> None:
    sheets = [article("a1", "插秧机下田", LINES[0]), page()[1]]
    rows = [row(1, "a1", "move", what=at(LINES[0]), to="b2", before=None)]
    assert texts(apply(sheets, rows)) == {"b2": (*LINES[3:], LINES[0])}


def test_what_is_undone_says_nothing_and_what_stands_on_it_is_named() -> None:
    rows = [
        row(1, "a1", "split", at=at(LINES[1]), id="x9", title="进村"),
        row(2, "x9", "title", title="又改"),
        row(3, "a1", "undo", undoes=1),
    ]
    applied = apply(page(), rows)
    assert [correction.number for correction in in_force(rows)] == [2]
    assert [correction.number for correction, _ in applied.unfit] == [2]
    assert texts(applied) == texts(Applied(tuple(page())))


def test_a_cut_paragraph_keeps_the_places_of_both_halves() -> None:
    whole = Paragraph("甲乙丙丁戊", (Span(10, 12), Span(30, 33)))
    assert cut(whole, 3) == (
        Paragraph("甲乙丙", (Span(10, 12), Span(30, 31))),
        Paragraph("丁戊", (Span(31, 33),)),
    )
    assert cut(whole, 2)[1] == Paragraph("丙丁戊", (Span(30, 33),))


@given(st.lists(st.text("甲乙丙丁", max_size=5), max_size=6), st.data())
def test_wherever_a_paragraph_is_cut_its_pieces_stay_the_page_text(
    pieces: list[str], data: st.DataObject
) -> None:
    text = "".join(pieces)
    source, spans = "", []
    for piece in pieces:
        source += "／"
        spans.append(Span(len(source), len(source) + len(piece)))
        source += piece
    edge = data.draw(st.integers(0, len(text)))
    for half in cut(Paragraph(text, tuple(spans)), edge):
        assert "".join(source[start:end] for start, end in half.spans) == half.text


DESK = st.lists(st.lists(st.sampled_from(LINES), min_size=1, max_size=3), min_size=2, max_size=4)
STEPS = st.lists(st.tuples(st.sampled_from(("split", "join", "move")), *[st.integers(0, 9)] * 3))


@given(DESK, STEPS)
def test_no_splitting_joining_or_moving_loses_a_paragraph(
    desk: list[list[str]], steps: list[tuple[str, int, int, int]]
) -> None:
    sheets = tuple(article(f"a{n}", f"题{n}", *said) for n, said in enumerate(desk))
    said = sorted(text for texts in desk for text in texts)
    rows: list[Correction] = []
    current = Applied(sheets)
    for number, (operation, one, two, three) in enumerate(steps, 1):
        owner = current.sheets[one % len(current.sheets)]
        other = current.sheets[two % len(current.sheets)]
        spot = three % len(owner.texts)
        what = Anchor(owner.texts[spot].text, spot + 1).to_json()
        if operation == "split":
            rows.append(row(number, owner.id, "split", at=what, id=f"n{number}", title="题"))
        elif operation == "join" and other.id != owner.id:
            rows.append(
                row(number, owner.id, "join", other=other.id, first=at(other.texts[0].text))
            )
        elif operation == "move":
            rows.append(row(number, owner.id, "move", what=what, to=other.id, before=None))
        current = apply(sheets, rows)
        assert sorted(t for texts_ in texts(current).values() for t in texts_) == said
        assert len({sheet.id for sheet in current.sheets}) == len(current.sheets)


def test_added_words_that_left_the_page_are_named() -> None:
    gone = row(1, "a1", "add", words="窑工们还捐了砖钱出来。", span=None, before=None)
    ((correction, reason),) = apply(page(), [gone]).unfit
    assert correction == gone
    assert "版面上已没有" in reason
    held = replace(gone, detail={**gone.detail, "span": [7, 18], "before": at(LINES[1], 2)})
    first = apply(page(), [held]).sheets[0]
    assert first.article.paragraphs == (LINES[0], "窑工们还捐了砖钱出来。", *LINES[1:3])
    assert first.paragraphs[1].spans == (Span(7, 18),)


def test_repairs_go_with_the_half_they_were_made_in() -> None:
    made = Article("a1", 0, "题", "news", LINES[:2])
    places = [(Span(0, 20),), (Span(30, 53),)]
    repairs = [Repair("rejoined", Span(9, 9), 0.7), Repair("gap", Span(53, 53), 0.8)]
    sheet = replace(sheet_of(made, places), repairs=tuple(repairs))
    first, second = apply(
        [sheet], [row(1, "a1", "split", at=at(LINES[1]), id="x9", title="后半")]
    ).sheets
    assert [r.kind for r in first.repairs] == ["rejoined"]
    assert [r.kind for r in second.repairs] == ["gap"]
    assert second.article.flags == ("damaged",)


def test_unlike_paragraphs_are_not_taken_for_the_one_that_is_gone() -> None:
    applied = apply(page()[:1], [row(1, "a1", "remove", what=at(LINES[4]))])
    assert applied.unfit
    assert locate(page(), Anchor(LINES[4]), "a1")[0] == 1
