"""Who made a thing: what asks for it in a question, and whether an article is that thing. Pure."""

from __future__ import annotations

import re

from store.chunks import head, parts
from store.fold import comparable, fold, squeeze
from store.model import Article
from store.sound import listen
from store.terms import pairs

PIECE = "(?:文章|报道|新闻|消息|稿[子件]?|作品|照片|图片|评论|文)"
THAT = f"(?:(?:的|这|那|一)*[篇条组张幅个]?的?{PIECE})?"
WHO = "(?:谁|什么名字|什么|哪(?:个|位|些|几个|几位|两个|两位)人?)"
MAKER = "(?:作者|记者|通讯员|摄影师?|摄影者|撰稿人|执笔人)"
MAKES = "(?:采写|撰写|报道|写|拍摄|拍|摄影|摄|采访)"
WRITER = re.compile(
    rf"{THAT}(?:的|是)?{MAKER}(?:都|分别)?(?:是|叫){WHO}|{THAT}(?:的|\s)?(?:作者|摄影)$"
    rf"|{THAT}(?:和|跟|与)谁(?:一起|合作|共同|合)?(?:采写|撰写|写|拍摄|拍|摄)的?"
    rf"|{THAT}(?:是|由)?(?:谁|哪(?:个|位|几个|几位|两个|两位)?(?:记者|通讯员|作者|人))"
    rf"(?:一起|合作|共同|合)?{MAKES}(?:的|了)?{PIECE}?"
    rf"|(?:写|拍|摄)的(?:人是{WHO}?|是{WHO})"
)
"""A question for who wrote or photographed something, with the words for the thing itself."""
NAMED = re.compile("《([^》]+)》")
ALIKE = 0.5
"""Share of the pairs of a work's name that a heading must have to be the heading of that work."""
PICTURE = re.compile("拍|摄|照片|图片")


def only_mentioned(folded: str, article: Article) -> bool:
    """Whether the work a folded question asks the author of is another than the article.

    A work is printed between 《 and 》: an article that has it there and not in its heading speaks
    of a book or a play, whose author is not the article's.
    """
    typed = NAMED.search(folded)
    name = squeeze(typed[1] if typed else WRITER.sub("", folded))
    wanted = set(pairs(listen(name)))
    above = listen(comparable(head(article)))
    if not wanted or sum(pair in above for pair in wanted) >= ALIKE * len(wanted):
        return False
    works = {squeeze(fold(work)) for text in parts(article) for work in NAMED.findall(text)}
    return typed is not None or any(name in work or work in name for work in works)
