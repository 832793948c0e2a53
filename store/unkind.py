"""Whether a text lacks what a question's kind asks for: a telephone, a date, a figure. Pure."""

from __future__ import annotations

import re

from store.fold import fold

DATE = (
    r"\d{1,4}[年月日号点时天]|[一二三四五六七八九十几两数][年月日号点时天]|小时|年底|年初|月底|当天|昨|今天|明"
    "|近日|结束|以后|之前|入[春夏秋冬]|[春夏秋冬][季天]|周|星期|期间"
)
FIGURE = (
    r"\d|[一二三四五六七八九十百千万两几半][个名位家年月天条项次种人件元亩支户场期倍成米里斤吨座所万千百十]"
    "|百分"
)
KINDS = (
    ("电话|热线|手机号|联系方式", r"\d{5}|\d{3}-\d"),
    (r"何时|什么时(?:候|间)|哪一?[年月天日]|几月|几号|几点|多久|多长时间", DATE),
    (r"多少|几[个名位家年天条项次种人件元万所座]|多大|多高|多长|多重|多远", FIGURE),
)
ASKED = [(re.compile(question), re.compile(text)) for question, text in KINDS]


def unkind(question: str, text: str) -> bool:
    """Whether the question asks for something of a kind that the squeezed text has nothing of."""
    folded = fold(question)
    return any(asked.search(folded) and not held.search(text) for asked, held in ASKED)
