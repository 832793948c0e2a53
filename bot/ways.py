"""Words that stand on buttons, when they are typed: which button they mean. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import chain

from bot import words
from bot.reply import Reply
from store.fold import fold, squeeze
from store.talks import Spoken, Way

COUNT = re.compile(r"\s+\d+[期篇]?$")
"""What stands behind a name in a list: how many articles there are."""
MORE = re.compile(
    r"(?:还有(?:别的|其他的?|更多)?[吗么没]?(?:有)?|更多|更多结果|别的呢|其他的呢|换一批|再来一[篇条个]"
    r"|换一?[个条篇]|不是(?:这|那)一?[个篇条])"
)
GOOD = re.compile(
    r"(?:很|挺|非常)?有(?:用|帮助)|(?:答|说|回答)?(?:得|的)?(?:很|真|非常)(?:好|棒|准)|不错|真?厉害|答对了"
)
BAD = re.compile(
    r"(?:这|你|回答|答案|答得|答的|说得|说的|都)*(?:不对|不准确?|错了?|答错了?)|答非所问|没(?:什么)?用|没帮助"
    r"|不是我(?:想|要)?(?:问|找|要)的(?:那[篇个])?|(?:你|这)?(?:搞|弄)错了"
)
"""Praise and blame as people say them: 有用 and 没帮助."""
NEXT = re.compile(r"下一?[篇个条]|换一?[个条篇]|再来一[篇条个]")
"""The next article of the list that this one was chosen from."""
ITEM_AHEAD = re.compile(
    "(?:那么?)?(?:下一?[条项步点款个]|接下来|接着|然后|继续|往下)(?:看|吧|呢)?"
)
ITEM_BACK = re.compile("上一?[条项步点款个]|前一[条项步点款个]")
AHEAD = re.compile(
    r"(?:接下来|然后|下一[页篇条个期]|后一页|往后翻|翻页|再?往下|继续|接着[看读说]?)(?:看|吧|呢)?"
)
BACK = re.compile(r"(?:上一[页篇条个期]|前一页|往前翻)")
OF_ARTICLE = {
    "a": re.compile(
        r"(?:请|你)?把(?:这|那)一?[篇条个](?:文章|报道)?(?:的?全文)?发?(?:给我|过来)(?:看看)?"
        r"|(?:把|我?想|我?要|请)?(?:看|要|打开|显示|发)?(?:一下)?(?:全文|原文|全部内容)"
        r"(?:发?给我(?:看看)?|发我|呢)?|展开|打开"
        r"|(?:重新|再)(?:看|发|来|说)一[遍次下]"
    ),
    "r": re.compile(r"(?:看)?相关(?:的)?(?:文章|报道)?"),
    "cp": re.compile(r"(?:复制)?(?:引文|出处)"),
    "gv": re.compile(r"分享(?:一下|这篇)?|转发"),
    "sk": re.compile(r"订阅同类(?:的)?(?:文章)?"),
}
"""What can be done with any article, by the button that does it."""
THAT = re.compile(r"^(?:上面|刚才|刚刚|这|那|它)[一个]?(?:这|那)?一?(?:篇|条|个)?(?:文章|报道)?的?")
RELATED = re.compile(r"r:(\d{1,15})")
OPENING = re.compile(r"^a:(\d{1,15})$|[?&]start=a_(\d{1,15})$")
OF_ANSWER = (words.BUTTON_MORE, words.BUTTON_GOOD, words.BUTTON_BAD)
"""The buttons of an answer that belong to its question."""
NONE = ""
"""The words stand on a button, but on none that was shown."""
END = "."
"""There is nothing further to show."""


def after(spoken: Spoken, reply: Reply) -> Spoken:
    """What a talk is about when a reply has been given in it.

    As long as it is about the same articles, the answer that led to them can be judged, and the
    other candidates of that answer seen.
    """
    articles, ways = reply.articles or spoken.articles, shown(reply)
    if not ways:
        return Spoken(articles, spoken.ways)
    ways += list_of(spoken, articles, ways)
    if articles == spoken.articles:
        labels = {label for label, _ in ways}
        ways += tuple(way for way in spoken.ways if way[0] not in labels and stays(way))
    return Spoken(articles, ways)


def stays(way: Way) -> bool:
    """Whether a button can still be meant when more is said of the same article: one of the
    answer, or one that turns a list, but not one that turns the screens of the article."""
    label, data = way
    turns = label in (words.FORWARD, words.BACKWARD) and not data.startswith("p:")
    return turns or label in OF_ANSWER


def list_of(spoken: Spoken, articles: tuple[int, ...], ways: Sequence[Way]) -> tuple[Way, ...]:
    """The way back to the list that an article was chosen from, and on to its next page."""
    numbers = listed(spoken)
    if len(articles) == 1 and any(data == f"a:{articles[0]}" for _, data in spoken.ways):
        # Another candidate of an answer: the further ones are those of the same question.
        ways_on = tuple(way for way in spoken.ways if way[0] == words.BUTTON_MORE)
        if ways_on and articles != spoken.articles:
            return ways_on
    if len(articles) != 1 or articles[0] not in numbers:
        return ()
    back = (words.BUTTON_LIST, f"wh:{'.'.join(map(str, numbers))}")
    onward = named(spoken.ways, words.FORWARD)
    if onward is None or not onward.startswith("l:") or named(ways, words.FORWARD):
        return (back,)
    return back, (words.FORWARD, onward)


def listed(spoken: Spoken) -> tuple[int, ...]:
    """The articles of the list shown last, also while one of them is spoken of."""
    if len(spoken.articles) > 1:
        return spoken.articles
    data = named(spoken.ways, words.BUTTON_LIST)
    return tuple(map(int, data.removeprefix("wh:").split("."))) if data else ()


def next_listed(spoken: Spoken) -> str | None:
    """The next article of a list, the next page behind its last one; None outside of a list."""
    numbers, (shown, *more) = listed(spoken), spoken.articles or (0,)
    if not numbers or (more and named(spoken.ways, words.FORWARD)):
        return None
    at = 0 if more else numbers.index(shown) + 1
    if at < len(numbers):
        return f"a:{numbers[at]}"
    onward = named(spoken.ways, words.FORWARD)
    return onward if onward and onward.startswith("l:") else END


def shown(reply: Reply) -> tuple[Way, ...]:
    """The buttons of a reply that send something back when they are pressed."""
    return tuple(
        (button.label, button.data)
        for button in chain.from_iterable(reply.buttons)
        if button.data and button.data != "x"
    )


def under(buttons: Sequence[Way]) -> Spoken:
    """What a message is about, by the buttons under it: labels, and data or addresses."""
    related = [hit[1] for _, data in buttons if (hit := RELATED.fullmatch(data))]
    opening = [hit[1] or hit[2] for _, data in buttons if (hit := OPENING.search(data))]
    # What is related to an article is offered under that article only.
    articles = related[:1] or opening
    ways = tuple(way for way in buttons if way[1] != "x" and "/" not in way[1])
    return Spoken(tuple(dict.fromkeys(map(int, articles))), ways)


def meant(spoken: Spoken, text: str) -> str | None:
    """What the button that is named by `text` sends; None when the text names no button.

    NONE when it names one that was not shown and nothing says what it would refer to, END when
    all has been shown.
    """
    said = squeeze(fold(text))
    if not said:
        return None
    for label, data in spoken.ways:
        if said in (plain(label), plain(COUNT.sub("", label))):
            return data
    for pattern, item in (
        (ITEM_AHEAD, words.BUTTON_ITEM_NEXT), (ITEM_BACK, words.BUTTON_ITEM_BACK)
    ):  # fmt: skip
        if pattern.fullmatch(said) and (one := named(spoken.ways, item)):
            return one
    more = named(spoken.ways, words.BUTTON_MORE) if said.startswith("换") else None
    if NEXT.fullmatch(said) and not more and (one := next_listed(spoken)):
        return one
    for pattern, turned in ((AHEAD, words.FORWARD), (BACK, words.BACKWARD)):
        if pattern.fullmatch(said):
            return named(spoken.ways, turned) or none(spoken)
    if MORE.fullmatch(said):
        further = (words.BUTTON_MORE, words.FORWARD, words.BUTTON_ANOTHER)
        known = (way for name in further if (way := named(spoken.ways, name)))
        single = of_article(spoken, "r") if len(spoken.articles) == 1 else none(spoken)
        return next(known, None) or single
    rest = THAT.sub("", said)
    for verb, pattern in OF_ARTICLE.items():
        if pattern.fullmatch(rest):
            return of_article(spoken, verb)
    if GOOD.fullmatch(said):
        # Praise of nothing in particular is small talk.
        praised = named(spoken.ways, words.BUTTON_GOOD)
        return praised or (NONE if said == plain(words.BUTTON_GOOD) else None)
    if BAD.fullmatch(said):
        return named(spoken.ways, words.BUTTON_BAD) or NONE
    return None


def none(spoken: Spoken) -> str:
    """There is nothing to turn to: END, or NONE when nothing was shown at all."""
    return END if spoken.articles or spoken.ways else NONE


def plain(label: str) -> str:
    """A label as people type it."""
    return squeeze(fold(label))


def named(ways: Iterable[Way], label: str) -> str | None:
    """What the last button of this name sends; None when none was shown.

    Under an article of several screens the first one turns the screens, the last one the articles.
    """
    return dict(ways).get(label)


def of_article(spoken: Spoken, verb: str) -> str:
    """The button `verb` of the article spoken of; of several, the one that asks which."""
    if len(spoken.articles) == 1:
        return f"{verb}:{spoken.articles[0]}"
    return f"wh:{'.'.join(map(str, spoken.articles))}" if spoken.articles else NONE
