"""Issues and pages asked for: 3月10日的报纸, 昨天那期, 最新的报纸, 头版, 上周五第3版有什么."""

from __future__ import annotations

import re
from dataclasses import dataclass

from bot import browsing, words
from bot.reply import Button, Reply, say
from bot.talk import Talk
from bot.text import bold
from store import articles, browse
from store.dates import When
from store.fold import fold
from store.model import Filters, Issue
from store.open_dates import days_meant
from store.page_names import page_said
from store.remainder import without
from store.talks import NOTHING, Spoken

LONGEST = 30
"""Characters of such a request; a longer one asks for more than an issue."""
POLITE = re.compile(
    "^(?:请问|请|麻烦|帮我|我?想|我?要)*(?:看一?看|看|找一?找|找|查一?查|查)?(?:一下)?"
)
TAIL = (
    "(?:上|里)?(?:都|有|登|写|讲|说)*(?:了|过)?(?:些|的)?(?:全部|所有)?(?:什么|哪些|啥|没有|吗)?"
    "(?:新闻|文章|内容|消息|报道)?呢?[?!。]?"
)
PAPER = "的?(?:那天|当天)?的?(?:报纸?|日报|[那这]?一?期(?:的?报纸?)?|新闻|消息|文章|报道)"
ISSUE = re.compile(PAPER + TAIL)
DAY = re.compile(f"(?:{PAPER})?的?{TAIL}")
PAGE = re.compile(f"[?!。]?在?(?:{PAPER})?[的,]?(?:上|里)?的?{TAIL}")
NEWEST = re.compile(
    f"(?:(?:最新|最近|最后)的?一?期|本期|[这新]一?期)(?:的?报纸?)?{TAIL}|最[新近]的?报纸?{TAIL}"
)
SAME = re.compile("(?:这|那|同|本)一?期(?:报纸?)?|当天(?:报纸?)?")
"""The issue of what was shown last."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is asked for: some days (None for the newest issue), a page, a paper."""

    moment: When | None = None
    page: str | None = None
    paper: str | None = None


def issue_asked(talk: Talk, text: str, spoken: Spoken = NOTHING) -> Reply | None:
    """The issue or the page that a line asks for; None when it asks for more, or for neither."""
    folded = fold(text).strip()
    wanted = read(talk, folded) if len(folded) <= LONGEST else None
    if wanted is None:
        return None
    if wanted.moment is not None:
        return of_days(talk, wanted, held(talk, wanted.moment))
    if wanted.page is None:
        return browsing.latest(talk, wanted.paper)
    said = SAME.search(folded) is not None
    issue = issue_of(talk, spoken, wanted, said)
    # What was shown last is only the likeliest, unless it is said to be meant.
    meant = issue is not None and (said or holds(talk, issue, wanted.page))
    return of_page(talk, wanted, issue if meant else None)


def read(talk: Talk, folded: str) -> Wanted | None:
    """What a folded line asks for; None when it asks for more than issues and pages."""
    named = None
    for paper in browse.facets(talk.store, "paper") if "报" in folded else ():
        if fold(paper.name) in folded:
            named = paper.name
            folded = folded.replace(fold(paper.name), "报纸")
    if NEWEST.fullmatch(POLITE.sub("", folded)):
        return Wanted(paper=named)
    moment, page = days_meant(folded, talk.now.date()), page_said(folded)
    spans = [span for span in (moment and moment[2:4], page and page[1:]) if span]
    around = without(folded, spans, "\0").replace("\0", "")
    left = POLITE.sub("", around).strip()
    if page is not None:
        # 最新一期第3版, 这一期的头版
        left = re.sub(f"^(?:{NEWEST.pattern})|{SAME.pattern}", "", left)
        return Wanted(moment, page.name, named) if PAGE.fullmatch(left) else None
    # A day counted from today may begin anything: 昨天有什么活动 is no request for an issue.
    form = ISSUE if moment and moment.told else DAY
    return Wanted(moment, None, named) if moment and form.fullmatch(left) else None


def held(talk: Talk, moment: When) -> When:
    """The days in the latest year that has an issue then, when no year is named."""
    since, until = moment.since.isoformat(), moment.until.isoformat()
    if not moment.yearless or browse.issues(talk.store, since=since, until=until, limit=1):
        return moment
    with talk.store.reading() as db:
        year = browse.held_year(db, since[5:], until[5:])
    return (moment.in_year(year) if year else None) or moment


def issue_of(talk: Talk, spoken: Spoken, wanted: Wanted, same: bool) -> Issue | None:
    """The issue whose list was shown last, or that of any article when it is the `same` issue that
    is asked for; None without one."""
    if not spoken.articles or not (same or len(spoken.articles) > 1):
        return None
    with talk.store.reading() as db:
        shown = {(one.paper, one.date) for one in articles.load(db, spoken.articles).values()}
    if len(shown) != 1:
        return None
    paper, date = shown.pop()
    found = browse.issues(talk.store, paper=paper, since=date, until=date) if date else ()
    return found[0] if found and wanted.paper in (None, paper) else None


def of_page(talk: Talk, wanted: Wanted, issue: Issue | None) -> Reply:
    """A page of an issue, or of the newest one that has such a page."""
    page = wanted.page or ""
    if issue is None:
        with talk.store.reading() as db:
            newest = browse.newest_with(db, page, wanted.paper)
        if newest is None:
            return say(words.NO_SUCH_PAGE.format(page=page), elsewhere())
        return browsing.listed(talk, browsing.state_of(talk, newest, page), 0)
    return listed(talk, wanted, issue)


def of_days(talk: Talk, wanted: Wanted, moment: When) -> Reply:
    """The issue of some days, the issues to choose from, or the way to those there are."""
    since, until = moment.since.isoformat(), moment.until.isoformat()
    days = since if since == until else words.DAYS.format(since=since, until=until)
    found = browse.issues(talk.store, paper=wanted.paper, since=since, until=until)
    if not found:
        return say(words.NO_ISSUE.format(days=days), elsewhere())
    if len(found) == 1:
        return listed(talk, wanted, found[0])
    having = [issue for issue in found if holds(talk, issue, wanted.page)]
    if not having:
        return say(words.NO_PAGE.format(days=days, page=wanted.page), elsewhere())
    buttons = [
        Button(browsing.issue_name(issue) if wanted.page else browsing.issue_label(issue),
               f"l:{browsing.state_of(talk, issue.number, wanted.page)}:0")
        for issue in having[: browsing.FACETS_PER_PAGE]
    ]  # fmt: skip
    page = words.PAGE.format(page=wanted.page) if wanted.page else ""
    return browsing.grid(bold(page or words.ISSUES), buttons, "", 0)


def listed(talk: Talk, wanted: Wanted, issue: Issue) -> Reply:
    """An issue, or the page of it that is asked for, or that it has no such page."""
    if holds(talk, issue, wanted.page):
        return browsing.listed(talk, browsing.state_of(talk, issue.number, wanted.page), 0)
    whole = Button(words.BUTTON_ISSUE, f"l:{browsing.state_of(talk, issue.number)}:0")
    text = words.NO_PAGE.format(days=browsing.issue_name(issue), page=wanted.page)
    return say(text, (whole,))


def holds(talk: Talk, issue: Issue, page: str | None) -> bool:
    """Whether an issue has a page of this name; every issue has None."""
    if page is None:
        return True
    return articles.listing(talk.store, Filters(issue=issue.number, page=page), limit=1).total > 0


def elsewhere() -> tuple[Button, ...]:
    """The ways to the issues there are."""
    return (Button(words.LATEST, "c:latest"), Button(words.ISSUES, "c:issues"))
