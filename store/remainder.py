"""What is left of a question beside what was understood of it. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable

from store.query import STRIP

FILLER = re.compile(
    "写(?:了|过|的)?|采写|拍摄?(?:了|过|的)?|撰写|发表(?:了|过|的)?|刊登(?:了|过|的)?|报道|文章"
    "|新闻|报纸|稿[件子]?|消息|作品|照片|内容|动态|情况|事情|最近|最新|近期|近来|所有|全部|有关|相关"
    "|(?:(?:寄|发)来的)?(?<![微诚短迷自相通电书公威])(?:[一那]?封|来)?信(?![息用任心念仰贷访])"
    "|记者|通讯员|作者|转载|来源|栏目|专栏|有|都|的|了|在|里|上|中|是|登(?:载|过|了)?|看看?|事|期|篇|这|那|份|[\\W_]"
)
"""Words by which articles are asked for, whatever they are about."""


def nothing(folded: str, spans: Iterable[tuple[int, int]]) -> bool:
    """Whether the question holds nothing to look for outside `spans`."""
    return not left(folded, spans)


def left(folded: str, spans: Iterable[tuple[int, int]]) -> list[str]:
    """The words of a question that are to be looked for, outside `spans`."""
    return FILLER.sub("\n", STRIP.sub("\n", without(folded, spans, "\n"))).split()


def without(text: str, spans: Iterable[tuple[int, int]], gap: str = " ") -> str:
    """The text with `gap` for every character of `spans`."""
    chars = list(text)
    for start, stop in spans:
        chars[start:stop] = gap * (stop - start)
    return "".join(chars)
