from bot.text import Mark, Text, bold, emphasised, join


def test_adding_texts_moves_the_marks_of_the_second() -> None:
    text = Text("一") + bold("二三") + "四"
    assert text.plain == "一二三四"
    assert text.marks == (Mark("bold", 1, 3),)


def test_joining_leaves_out_empty_parts() -> None:
    assert join("\n", ["", bold("甲"), Text(), "乙"]).plain == "甲\n乙"


def test_cutting_keeps_what_falls_inside_of_each_mark() -> None:
    text = (Text("前") + bold("中间") + "后").cut(2, 4)
    assert text == Text("间后", (Mark("bold", 0, 1),))


def test_highlights_that_touch_are_drawn_as_one() -> None:
    assert emphasised("甲乙丙丁", [(2, 3), (0, 2), (2, 2)]).marks == (Mark("bold", 0, 3),)
