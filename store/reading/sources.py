"""Where a text was reprinted from."""

from __future__ import annotations

import re

LABEL = (
    r"(?:文章来源|稿件来源|来源|稿源|消息来源|综合自|综合|据|转自|摘自|选自|"
    r"原载于?|转载自|摘编自|整理自|刊于|载于)"
)
LINE = re.compile(rf"^[(（【\[]?\s*({LABEL})\s*[:：/／]?\s*([^。！？]{{2,40}}?)\s*[)）】\]]?[。]?$")
TAIL = re.compile(rf"[(（]\s*({LABEL})\s*[:：]?\s*([^()（）。]{{2,40}}?)\s*[)）][。]?\s*$")
DATED = re.compile(
    r"^[(（]?\s*(?:\d{4}年)?\d{1,2}月\d{1,2}日\s*[《]?([\u4e00-\u9fff]{2,12})[》]?[)）]$"
)
AUTHOR_NOTE = re.compile(r"^[(（]?\s*(?:本文)?(?:作者|笔者)(?:系|为|单位|简介|是)")
OUTLET = re.compile(
    r"报|网|社|刊|杂志|新华|人民|求是|客户端|公众号|台|月|通讯|党建|学习|半月谈|瞭望|前线|出版|书|词典|章程|条例"
)
AFTER = re.compile(
    r"\s|作者|记者|编辑|有删|有改动|略有|报道|网站?(?=\s)|(?:\d{4}年)?\d{1,2}月\d{1,2}日|第?\d+版|责任|[,，;；]"
)


def source_line(text: str) -> str | None:
    """The paper a line of its own names as source, None when it is no such line.

    Without a bracket or a colon, and as `据` and `综合`, the words begin ordinary lines too
    (来源于群众); then they count only with an outlet's name.
    """
    if len(text) > 60:
        return None
    if found := LINE.match(text):
        return _outlet(found[1], found[2], text)
    found = DATED.match(text)
    return found[1] if found and OUTLET.search(found[1]) else None


def is_author_note(text: str) -> bool:
    """Whether a line tells where the author works, as stands below an essay."""
    return bool(AUTHOR_NOTE.match(text)) and len(text) <= 80


def source_tail(text: str) -> str | None:
    """The source in brackets at the end of a paragraph, None when there is none."""
    found = TAIL.search(text[-70:])
    return _outlet(found[1], found[2], found[0]) if found else None


def _outlet(label: str, words: str, whole: str) -> str | None:
    plain = not re.match(rf"[(（【\[]|\s*{label}\s*[:：/／]", whole)
    loose = plain or label in ("据", "综合", "载于", "刊于", "选自")
    if plain and re.search("[，,]", words):
        return None
    if quoted := re.search(r"《([^》]{2,20})》", words):
        return quoted[1]
    if loose and (not OUTLET.search(words) or (whole[0] not in "(（[【" and len(words) > 14)):
        return None
    name = words.strip(' 　“”"《》')
    cut = AFTER.search(name, 2)
    return (name[: cut.start()] if cut else name) or None
