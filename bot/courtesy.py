"""Small talk: thanks, greetings, 在吗, goodbyes, and messages without a single word. Pure.

Only a message that is nothing else counts: 你好，党员有哪些权利 is a question.
"""

from __future__ import annotations

import re

from bot import words
from store.fold import fold, squeeze

TAIL = "[啊呀哦哈呢吧了啦嘛哟]*"
THANKED = re.compile(
    rf"(?:(?:好的|太好了|好)?(?:非常|十分|太)?(?:多谢|感谢|谢谢|谢)(?:你|您|大家|指教)?{TAIL})+"
    rf"|(?:你|您)?(?:辛苦|费心|(?:很|真|太|非常)(?:好|棒|厉害|聪明)|不错|厉害){TAIL}|(?:thanks|thankyou|thx|3q){TAIL}"
)
GREETED = re.compile(
    rf"(?:(?:你|您|大家|早上|上午|中午|下午|晚上)好{TAIL}|早安?|晚安|嗨|哈喽|哈罗|hi|hello|hey)+"
)
CALLED = re.compile(
    rf"(?:你好|您好|请问)?(?:你|您|机器人)?(?:还)?(?:在吗|在么|在不在|在嘛|在没|有人吗|有人在吗){TAIL}"
)
PARTED = re.compile(rf"(?:再见|拜拜|回见|回头见|bye|byebye|88){TAIL}")
AGREED = re.compile(
    rf"(?:好|好的|嗯+|哦+|行|可以|没事|没问题|ok|okay|知道|明白|收到|了解|懂){TAIL}"
)
COMPLAINED = re.compile(
    rf"(?:我?要?|怎么|如何)(?:投诉|反馈|提意见|找人工|转人工|人工客服|人工){TAIL}"
)
DROPPED = re.compile(rf"(?:算了|取消|不用了|不要了|不看了|没什么|没有了){TAIL}")
REPLIES = (
    (THANKED, words.WELCOME),
    (CALLED, words.HERE),
    (GREETED, words.HELLO),
    (PARTED, words.GOODBYE),
    (AGREED, words.AGREED),
    (COMPLAINED, words.COMPLAINT),
)


def dropped(text: str) -> bool:
    """Whether a message only says that nothing is wanted any more."""
    return DROPPED.fullmatch(squeeze(fold(text))) is not None


def courtesy(text: str) -> str | None:
    """What is said back to small talk; None when the text may ask for something."""
    said = squeeze(fold(text))
    if not said:
        return words.NO_WORDS if text.strip() else None
    return next((reply for kind, reply in REPLIES if kind.fullmatch(said)), None)
