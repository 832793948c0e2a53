"""Issues asked for by their day: 3月10日的报纸, 昨天那期, 上个月的新闻, 最新的报纸."""

from __future__ import annotations

import re

from bot import browsing, words
from bot.reply import Button, Reply, say
from bot.talk import Talk
from bot.text import bold
from store import browse
from store.dates import When, when
from store.fold import fold
from store.model import Issue

LONGEST = 30
"""Characters of such a request; a longer one asks for more than an issue."""
POLITE = re.compile(
    "^(?:请问|请|麻烦|帮我|我?想|我?要)*(?:看一?看|看|找一?找|找|查一?查|查)?(?:一下)?"
)
TAIL = (
    "(?:上|里)?(?:都|有|登|写|讲|说)*(?:了|过)?(?:些|的)?(?:什么|哪些|啥|没有|吗)?"
    "(?:新闻|文章|内容|消息)?[?!。]?"
)
PAPER = "的?(?:那天|当天)?的?(?:报纸?|日报|[那这]?一?期(?:的?报纸?)?|新闻|消息)"
ISSUE = re.compile(PAPER + TAIL)
NEWEST = re.compile(
    f"(?:(?:最新|最近|最后)的?一?期|本期|[这新]一?期)(?:的?报纸?)?{TAIL}|最[新近]的?报纸?{TAIL}"
)


def issue_asked(talk: Talk, text: str) -> Reply | None:
    """The issue of the day that a line asks for; None when it asks for more, or for no day."""
    folded = fold(text).strip()
    if len(folded) > LONGEST:
        return None
    for paper in browse.facets(talk.store, "paper") if "报" in folded else ():
        folded = folded.replace(fold(paper.name), "报纸")
    said = POLITE.sub("", folded)
    if NEWEST.fullmatch(said):
        return browsing.latest(talk)
    moment = when(folded, talk.now.date())
    if moment is None:
        return None
    around = POLITE.sub("", folded[: moment.start]) + folded[moment.stop :]
    return of_days(talk, moment) if ISSUE.fullmatch(around) else None


def of_days(talk: Talk, moment: When) -> Reply:
    """The issue of some days, the issues to choose from, or the way to those there are."""
    since, until = moment.since.isoformat(), moment.until.isoformat()
    found = browse.issues(talk.store, since=since, until=until)
    if not found:
        days = since if since == until else words.DAYS.format(since=since, until=until)
        ways = (Button(words.LATEST, "c:latest"), Button(words.ISSUES, "c:issues"))
        return say(words.NO_ISSUE.format(days=days), ways)
    if len(found) == 1:
        return browsing.listed(talk, state_of(talk, found[0]), 0)
    buttons = [
        Button(browsing.issue_label(issue), f"l:{state_of(talk, issue)}:0")
        for issue in found[: browsing.FACETS_PER_PAGE]
    ]
    return browsing.grid(bold(words.ISSUES), buttons, "", 0)


def state_of(talk: Talk, issue: Issue) -> str:
    """The state of a list that shows one issue."""
    with talk.store.reading() as db:
        return str(browse.numbers(db, "issue")[str(issue.number)])
