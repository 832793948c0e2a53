from __future__ import annotations

from store.model import Reading
from store.pages import page_from_text
from store.reading import read

ONE = "渠首装上了新闸门，守闸的老人每天记录水位。"
TWO = "春灌的时候，下游的人家头一回不用半夜起来等水。"
THREE = "账本挂在村部门口，谁家用了多少一看便知，没有人再争吵。"


def reading(*lines: str) -> Reading:
    return read(page_from_text("\n\n".join(("修渠记", "□本报记者 赵明远", *lines))))


def body(found: Reading, at: int = 0) -> str:
    return "".join(p.text for p in found.articles[at].paragraphs)


def test_a_loop_is_said_once_and_the_rest_is_a_named_discard() -> None:
    found = reading(ONE + TWO, ONE + TWO + ONE + TWO, TWO + THREE)
    assert body(found) == ONE + TWO + THREE
    assert {n.kind for n in found.discards} == {"loop"}


def test_the_opening_of_a_report_said_again_opens_no_other_report() -> None:
    opening = "本报讯（记者 赵明远）" + ONE
    page = page_from_text("\n\n".join(("修渠记", opening, opening, opening, TWO + THREE)))
    (found,) = read(page).articles
    assert [p.text for p in found.paragraphs] == [opening, TWO + THREE]


def test_a_loop_is_found_when_the_first_saying_is_cut() -> None:
    found = reading(ONE[:12], ONE[12:] + TWO, ONE, THREE)
    assert body(found) == ONE + TWO + THREE


def test_an_overlap_at_a_cut_is_taken_out() -> None:
    found = reading(ONE + TWO[:14], TWO[4:] + THREE)
    assert body(found) == ONE + TWO + THREE
    assert len(found.articles[0].paragraphs) == 1


def test_a_loop_takes_no_sentence_end_and_fuses_no_closed_paragraphs() -> None:
    again = ONE + TWO
    last = "管护立下了规矩，账目人人看得见。"
    found = reading(THREE + again + again, TWO + again, again, last)
    assert [p.text for p in found.articles[0].paragraphs] == [THREE + again, last]
    assert not any(n.text.startswith("。") for n in found.discards)


def test_the_rhythm_of_speech_is_no_loop() -> None:
    words = "会上你一言我一语，你一言我一语，不作为、不担当的事都摆了出来。"
    assert body(reading(ONE, words)) == ONE + words


def test_another_articles_block_goes_to_the_one_whose_words_it_shares() -> None:
    block = (
        "考核的尺子要量在群众心上，尺子歪了，干部的劲就使偏了；尺子正了，干部的脚步才会跟着群众的盼望走。"
        "考核的结果要用起来，用在提拔上，用在奖惩上，尺子才有分量。"
    )
    essay = "考核是一把尺子。干部往哪里使劲，看的就是考核这把尺子怎样量。"
    text = "\n\n".join(
        (
            "修渠记",
            "□本报记者 赵明远",
            ONE,
            block,
            TWO,
            "党建论坛",
            "立好考核这把尺子",
            "□钱立秋",
            essay,
            block,
            "来源：晨岭日报",
        )
    )
    found = read(page_from_text(text))
    assert (body(found, 0), body(found, 1)) == (ONE + TWO, essay + block)
    assert {n.kind for n in found.discards} == {"foreign"}


def test_a_copied_paragraph_of_an_essay_does_not_stay_in_a_report() -> None:
    block = (
        "凡事贵在持之以恒。一曝十寒，再好的打算也会落空；久久为功，再小的善举也会汇成江河。"
        "心中有定力，脚下才有步伐；肩上有担当，前路才有光亮，这是不变的道理。"
    )
    report = (
        "3月5日，青崖县水利站走访12个村，换下闸门36个，接通水管18公里，村民说用水方便了。",
        "目前，柳湾县有4个镇派人来看，记者看到前坡村的账本上记着去年的620立方米水。",
    )
    essay = "有的人做事图快，热闹一阵便没了下文，看似忙碌，其实什么也没有留下，徒然消磨了光阴。" + (
        "浮躁的根子在急功近利，总想走捷径，总想一口吃成胖子，到头来样样沾手、样样落空。"
    )
    lines = (
        *("修渠记", "□本报记者 赵明远", report[0], block, report[1]),
        *("党建论坛", "少一点浮躁", "□钱立秋", essay, block, "来源：晨岭日报"),
    )
    found = read(page_from_text("\n\n".join(lines)))
    assert body(found, 0) == "".join(report)
    assert body(found, 1).endswith(block)
