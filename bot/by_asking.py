"""Commands asked for in a sentence: 你们这个怎么用, 有哪些栏目, 一共多少篇文章. Pure."""

from __future__ import annotations

import re

from store.fold import fold, squeeze

LEAD = (
    r"(?:请问|请|你好|您好|我?想(?:知道|看看?|问问?|了解)?(?:一下)?|告诉我|看看|看一下|那)*"
    r"(?:你们?|您|这个?|这里|这儿|报上|报纸上?|库里|资料库里?|机器人|现在|都|一?共|总共)*"
)
MANY = r"(?:哪些|哪几[个位]?|什么|啥|几[个位种]?|多少[个位种]?)"
TAIL = r"(?:呢|啊|呀|吗|的|了|来着|可以看|能看)*"
ASKED: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (command, re.compile(f"{LEAD}(?:{said}){TAIL}"))
    for command, said in (
        (
            "help",
            r"(?:该|要|是)?(?:怎么|如何|咋)(?:使?用|操作|玩|提问|问)|(?:能|会|可以)(?:帮我)?(?:做|干|查)?(?:些|点)?(?:什么|啥)"
            r"|有(?:什么|哪些|啥)(?:功能|命令|作用)|使用方法|用法|不会用|我?不会用",
        ),
        ("columns", rf"有{MANY}(?:栏目|专栏|版块)"),
        ("regions", rf"有{MANY}(?:地区|地方|县|市县|县市|省)(?:的(?:文章|新闻|报道))?"),
        ("authors", rf"有{MANY}(?:作者|记者|通讯员)"),
        (
            "issues",
            r"有(?:哪几期|几期|多少期|几天的|哪些天的)(?:报纸?|日报)?|有(?:哪些|什么)(?:报纸?|日报|期次)"
            r"|最早的(?:报纸?|一期)(?:是)?(?:哪一?天|哪一?期|什么时候)?",
        ),
        (
            "latest",
            r"最[新近]的?(?:报纸?|一期)?是?(?:哪一?[期天]|什么时候)|(?:今[日天]|本期|最新)?的?(?:头条|要闻)(?:新闻)?"
            r"(?:是什么|有哪些)?",
        ),
        ("about", r"(?:有|收录?了?|存了?|登了?)?(?:多少|几)篇(?:文章|报道|新闻)?"),
    )
)


def command_asked(text: str) -> str | None:
    """The command that a sentence asks for; None when it may ask for anything else."""
    said = squeeze(fold(text))
    return next((command for command, form in ASKED if form.fullmatch(said)), None)
