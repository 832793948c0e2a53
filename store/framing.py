"""What readers say around a question: how they came by it, that they ask, that they thank. Pure.

People who speak into the telephone tell where they read a thing before they say what it was. None
of that is in the paper. A frame is taken off only from the ends of a question, and only while
something to look for is left.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from store.fold import fold

POLITE = (
    "请问一下|请问|请教一下|请教|麻烦(?:你|您|问)?一?下?|劳驾|你好啊?|您好|谢谢(?:你|您|了|啦)?|多谢|拜托了?"
    "|帮我?(?:忙)?(?:查|找|搜|看)?一?下|我?想(?:要)?(?:知道|问问?|了解|查|看看|找)一?下?|告诉我|有?谁知道"
    "|(?:给我)?(?:介绍|说|讲|查|找|搜)一下|有关于?|关于|有没有(?=.{4})"
)
WHO = (
    "(?:我们?|俺|咱|我?(?:妈妈?|爸爸?|爷爷|奶奶|姥姥|媳妇|老伴|儿子|女儿|亲戚|同学|同事|朋友|邻居|老乡)"
    "|有人|人家)"
)
ONCE = (
    "(?:好像|似乎|隐约|依稀|大概|可能|应该|之前|以前|早先|上次|上回|有一?次|前几天|前两天|前些天|前阵子|前段时间|那天"
    "|昨天|前天|今天|早上|昨晚|刚才|刚刚|也|还|就|都|是)"
)
PAPER = (
    "(?:在?(?:你们|咱们|贵|这|那)?(?:报纸|报上|报|新闻|版面|文章|报道)"
    "(?:上面|里面|上边|里边|上|里|中)?)"
)
SAW = (
    "(?:看到|看见|看过|看的是?|看|听说|听到|听人说|听别人说|读到|读过|见过|记得|想起来?|说|提到|讲到?|登|写)(?:过|了|的)?"
)
PIECE = "(?:一?[篇则条个](?:文章|报道|新闻|稿子|消息))"
OPENINGS = (
    "有没有(?:人|谁)知道|我?想(?:要)?看(?!法)|讲(?:述|的是|到)?(?=.+的(?:文章|报道|新闻|消息|内容|稿子|那篇)?$)",
    POLITE,
    f"(?:{ONCE}|上个?月|上周|去年)*听(?:{WHO}|广播里?|别人|老人)?说(?:过|起|了)?(?![课书唱读])",
    "反正|(?:大概|大致)?(?:意思|内容)(?:是|就是)|(?:说|讲|写)的(?:好像|大概|就)?是",
    "嗯+|呃+|哎+呀?|诶|喂+|唉|那个谁?|就是说|就是|话说|急+|在吗|不好意思|对不起|打扰(?:你|您)?(?:一下|了)?",
    "(?:老师|师傅|同志|大家|各位|小助手|机器人|报问|小编|大哥|大姐)们?(?:你好|您好|好|,)",
    "机器人|小助手|报问(?=.{4})|跪求|求助|求问|谁能告诉我|能不能(?:帮我)?(?:告诉我|找|查|看)(?:一下)?",
    "(?:帮忙|帮我|给我|替我|请)(?:再)?(?:查|找|搜|看|翻){1,3}(?:一下|一查|一找)?",
    f"{WHO}{ONCE}*(?:想|要)?{PAPER}?{SAW}(?:{PAPER}(?:的|说)?)?(?:有|说|讲|登|写)?(?:过|了|的)?{PIECE}?{ONCE}*",
    f"{ONCE}+{PAPER}?(?:看到|看见|看过|看(?=报|新闻)|听说|听到|读到|读过)(?:过|了|的)?(?:{PAPER}(?:的|说)?)?{PIECE}?{ONCE}*",
    f"(?:报纸|报|新闻|报道|文章)(?:上面|里面|上|里)(?:{SAW})?",
    f"(?:有|哪|那|这)?{PIECE}(?:是)?(?:讲|说|写|介绍|报道|提到|关于|登)?(?:了|过|的|到)?",
    "(?:看看|查查|找找|搜搜|说说|讲讲|谈谈|聊聊|看一下|查一下|找一下|搜一下)",
)
CLOSINGS = (
    "(?:非常|十分|太|多)?(?:感谢|谢谢)(?:你们?|您|大家|各位|老师|大神|[了啦啊呀])*|麻烦(?:你|您)?了?|拜托了?|辛苦了",
    "(?:你|您|大家|有人)?知道(?:吗|么|不)|(?:我|有点)?(?:记|想)不(?:太)?(?:清楚?|起来|得|起)了?",
    "(?:请|你|您)?(?:帮我|给我|帮忙)?(?:看看|查查|找找|说说|讲讲|看一下|查一下|找一下|说一下|讲一下)(?:吧|呗)?",
    "的事情?儿?|来着|呗|哈|在吗|大神|[,。?!~、 ]+",
    "(?:是)?在?哪一?[篇则](?:文章|报道)?(?:里|上)?",
)
OPENING = re.compile(f"(?:[,。、 ]|{'|'.join(OPENINGS)})")
CLOSING = re.compile(f"(?:{'|'.join(CLOSINGS)})$")
ASIDE = re.compile(
    "(?:的)?(?:关于|有关|相关|方面|新闻|消息|文章|报道|内容|稿子|情况|事情|介绍|全文|原文|照片|图片|详细|具体|最近|最新|近期"
    "|搜索|查询|意义|做法|经验|那篇|这篇)(?:的)?"
)
"""Words that mostly speak of the search or of any report: an article need not hold them."""
MATTER = re.compile(r"[\u3007\u3400-\u9fff]|[a-z]{2,}|\d+")


def unframed(question: str) -> str:
    """The question without what only introduces or ends it; itself if that is all."""
    folded = fold(question)
    start, stop = 0, len(folded)
    while True:
        opened = OPENING.match(folded, start, stop)
        first = opened.end() if opened else start
        ended = CLOSING.search(folded, first, stop)
        last = ended.start() if ended else stop
        if (first, last) == (start, stop) or len(MATTER.findall(folded[first:last])) < 2:
            return question[start:stop]
        start, stop = first, last


def matter(folded: str, aside: Sequence[str] = ()) -> str:
    """The question with a line break for words that an article need not hold, those of `aside`
    too; itself if nothing would be left."""
    left = folded
    for phrase in sorted(aside, key=len, reverse=True):
        left = left.replace(phrase, "\n")
    left = ASIDE.sub("\n", left)
    return left if len(MATTER.findall(left)) > 1 else folded
