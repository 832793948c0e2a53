"""Who wrote it: byline lines, the opening of a news item, credits under pictures, sign-offs."""

from __future__ import annotations

import re

from store.reading.lexicon import (
    BRIEF_COLUMNS,
    COMPOUND_SURNAMES,
    KNOWN_COLUMNS,
    RANK,
    RARE_SURNAMES,
    SURNAMES,
    UNIT_ENDING,
)
from store.reading.words import is_common, is_wordy, leads_with_a_word

MARK = r"[□■●○◇◆▲△▪◎☐▢口·*]?"
RANKED = re.compile(
    rf"^{MARK}\s*[(（]?\s*(?:[\u4e00-\u9fff]{{2,12}}?)?{RANK}(?![\u4e00-\u9fff]{{0,4}}(?:说|表示|介绍|看到|了解|走进|来到))"
)
RANKS_COLUMN = re.compile(
    r"(?:本报)?(?:记者|通讯员)(?:手记|笔记|日记|札记|观察|调查|见闻|视点|视线|亲历|体验|来稿|之家|之友|走基层|在基层)"
)
"""Columns named after who writes in them."""
LABELLED = re.compile(
    rf"^{MARK}\s*[(（]?\s*(?:作者|撰文|供稿|整理|采写|撰稿|来稿|本文作者|口述|文字?/图片?|图/文|文图|图文|文|文/摄影)\s*(?:[:：/／|]|\s(?=[\u4e00-\u9fff]{{2,4}}(?:\s|$)))"
)
TASK = (
    r"(?:讲述|口述|自述|采访|记录|整理|执笔|主持|嘉宾|撰文|撰稿|采写|文字|编写|编译|翻译|摘编)"
    r"[人者]?"
)
"""What a person named in a byline did, printed before the name (整理/甲) or behind it (甲 整理)."""

TASKED = re.compile(
    rf"^{MARK}\s*[(（]?\s*(?:{TASK}[/／、]?)+\s*[:：/／|]|"
    rf"^{MARK}\s*[(（]?\s*[\u4e00-\u9fff·]{{2,4}}\s*[/／]?\s*{TASK}(?=\s)"
)
LONGEST_TASKED = 60
PICTURED = re.compile(
    rf"^{MARK}\s*[\u4e00-\u9fff·\s]{{2,20}}?\s*(?:文\s*[/／]?\s*图|图\s*[/／]?\s*文|文\s*[/／]\s*摄影?)$"
)
BOTH = re.compile(rf"^{MARK}\s*[(（]?\s*图\s*[/／]\s*文")
LONGEST_CREDIT = 40
MARKED = re.compile(r"^[□■●○▲△▪☐▢]\s*(?=[\u4e00-\u9fff])")
LABELLED_CREDIT = re.compile(
    rf"^{MARK}\s*[(（]?\s*(?:图片?\s*[:：/／|]|摄影(?:报道)?(?:\s*[:：/／|]|\s)|供图\s*[:：]|图片?由[^。]{{2,24}}提供)"
    rf"[\u4e00-\u9fff·\s、]{{0,20}}[)）]?。?$"
)
CREDIT = re.compile(
    r"^(?P<mark>[□■●○▲△◎]?\s*[(（]?)\s*(?P<who>[\u4e00-\u9fff·\s、,，]{2,24}?)"
    r"(?:\s*(?P<gave>供图)|(?P<apart>\s+(?:摄影报道|摄影|摄|图)|[/／]\s*[摄图]|(?<![拍航录])摄)"
    r"|摄影报道|摄影|摄)[)）]?。?$"
)
"""A name and what it did; a mark, a space or a single 摄 tells it from a sentence."""
CREDIT_TAIL = re.compile(
    rf"(?:[(（]\s*(?:{RANK})?\s*([\u4e00-\u9fff·\s、]{{2,20}}?)\s*(?:摄影报道|摄影|摄|供图|文/图|图/文|图)\s*[)）]|"
    rf"(?<=[。！？”\s])\s*[□■]?\s*{RANK}\s*([\u4e00-\u9fff·\s、]{{2,20}}?)\s*(?:摄影报道|摄影|摄|供图)|"
    rf"(?<=[。！？”])\s*[□■]?\s*([\u4e00-\u9fff·]{{2,4}}(?:\s[\u4e00-\u9fff·]{{2,4}})?)\s*(?:摄影报道|摄影|摄)|"
    rf"[(（]?图片?由[^。()（）]{{2,20}}提供[)）]?)[。]?\s*$"
)
SIGNED = re.compile(rf"[(（]\s*((?:{RANK})?[\u4e00-\u9fff·\s、,，/]*?)\s*[)）][。]?\s*$")
OPENED = re.compile(
    rf"^\S{{0,16}}?[讯电]\s*[(（]?\s*((?:{RANK}\s*[\u4e00-\u9fff·\s、,，]+?)+?)\s*(?:摄影报道|报道|[)）]|[:：])"
)
OPENED_BARE = re.compile(
    rf"^\S{{0,16}}?[讯电]\s*({RANK}\s*[\u4e00-\u9fff·]{{2,4}}(?:[\s、]+{RANK}\s*[\u4e00-\u9fff·]{{2,4}})?)\s+(?=\S{{8}})"
)
OPENED_PLAIN = re.compile(
    r"^\S{0,16}?[讯电]\s*[(（]?\s*([\u4e00-\u9fff·]{2,4}(?:[\s、]+[\u4e00-\u9fff·]{2,4}){0,2}?)\s*(?:报道[:：]|[)）])"
)
NOISE = re.compile(
    rf"{RANK}|{TASK}(?=[\s:：/／|、)）]|$)|摄影报道|摄影|报道|供图|文\s*[/／]\s*图|图\s*[/／]\s*文|文\s*[/／]\s*摄影?|摄$|作者单位.*$|本报|本刊|"
    r"(?:作者|撰文|供稿|整理|采写|撰稿|来稿|口述|图片|图|文|摄影)\s*[:：/／|]|文图|图文"
)
EDITED = re.compile(r"\s*(?:整理|供稿|辑|撰文|摘编)\s*$")
SPLIT = re.compile(r"[\s、,，;；/／|｜()（）:：□■●○◇◆▲△▪◎☐▢*。]+")


def is_credit(text: str) -> bool:
    """Whether a line names who took a picture, and nothing else."""
    if len(text) > LONGEST_CREDIT or PICTURED.match(text) or BOTH.match(text):
        return False
    if LABELLED_CREDIT.match(text):
        return True
    found = CREDIT.match(text)
    if found is None:
        return False
    return any((found["mark"], found["gave"], found["apart"])) or _takes_pictures(found["who"])


def _takes_pictures(who: str) -> bool:
    """Whether words are of people or of a house: 摄影 ends other lines as well (他爱上摄影)."""
    if re.search(RANK, who) or is_plain_names(who) or is_unit_and_names(who):
        return True
    return bool(UNIT_ENDING.search(who.strip())) or is_name(who.strip())


def is_byline(text: str) -> bool:
    """Whether a line by itself is a byline: marked, ranked or labelled, and short."""
    if len(text) > LONGEST_TASKED or re.search(r"[。！？；“”]", text) or is_credit(text):
        return False
    if TASKED.match(text) and (found := names_in(text)) and all(map(is_person, found)):
        return True
    if len(text) > 45:
        return False
    if RANKS_COLUMN.fullmatch(text):
        return False
    if RANKED.match(text) or LABELLED.match(text) or PICTURED.match(text):
        return bool(names_in(text)) or bool(re.fullmatch(rf"{MARK}\s*[(（]?{RANK}[)）]?", text))
    if signed := re.fullmatch(r"[(（]([^()（）]+)[)）]", text):
        return is_plain_names(EDITED.sub("", signed[1]))
    return bool(MARKED.match(text)) and len(text) <= 30 and _marked_names(text)


def _marked_names(text: str) -> bool:
    """Whether a marked line without a rank ends in people: briefs' titles carry marks too, so a
    token that is no plain name must at least not be made of dictionary words."""
    found = names_in(text)
    odd = [n for n in found if not is_person(n)]
    return bool(found) and (not odd or (text[0] in "□口" and not any(map(is_wordy, odd))))


def is_plain_names(text: str) -> bool:
    """Whether a line is nothing but one to four names with known surnames."""
    found = _tokens(text)
    return 1 <= len(found) <= 4 and len(text) <= 24 and all(map(is_person, found))


def is_unit_and_names(text: str) -> bool:
    """Whether a line is the office that somebody works in, and then their names: 某县委党校 甲."""
    unit, *names = _tokens(text) or [""]
    known = len(unit) >= 4 and bool(UNIT_ENDING.search(unit)) and len(text) <= 30
    return known and 1 <= len(names) <= 3 and all(map(is_person, names))


def names_in(text: str) -> tuple[str, ...]:
    """The people in a byline or credit, in order, each once.

    Ranks go; tokens that end as an office, place or body of people are units, not people.
    本报评论员 signs as itself.
    """
    if "评论员" in text and not re.search(r"评论员\s*[\u4e00-\u9fff]{2}", text):
        return ("本报评论员",)
    words = NOISE.sub(" ", EDITED.sub("", text.strip("()（） ")))
    found = [n for token in _tokens(words) for n in _people(token)]
    return tuple(dict.fromkeys(found))


def opening_names(text: str) -> tuple[str, ...]:
    """The people named between 本报讯 and the text: （记者 甲 通讯员 乙）, 通讯员甲、乙报道：,
    记者 甲 and a space, or without a rank 甲报道： and （甲）."""
    if found := OPENED.match(text[:80]):
        return names_in(found[1])
    if found := OPENED_BARE.match(text[:80]):
        return tuple(n for n in names_in(found[1]) if is_person(n))
    found = OPENED_PLAIN.match(text[:40])
    names = _tokens(found[1]) if found else []
    return tuple(names) if all(is_person(n) and not is_common(n) for n in names) else ()


def signed_names(text: str) -> tuple[str, ...]:
    """The people who sign at the end of a paragraph, in brackets: （本报记者 甲）, （甲 乙）."""
    found = SIGNED.search(text[-60:])
    if not found or not found[1].strip():
        return ()
    if re.search(RANK, found[1]) or is_plain_names(found[1]):
        return names_in(found[1])
    return ()


def credit_names(text: str) -> tuple[str, ...]:
    """The people who took a picture, from a credit line or the end of a caption."""
    found = CREDIT_TAIL.search(text[-60:])
    if found:
        return names_in(next((g for g in found.groups() if g), ""))
    return names_in(text) if is_credit(text) and "提供" not in text else ()


def has_credit(text: str) -> bool:
    """Whether a paragraph ends by naming who took the picture."""
    return bool(CREDIT_TAIL.search(text[-60:]))


def credit_start(text: str) -> int:
    """Where in a paragraph the words begin that name who took the picture; its length without."""
    found = CREDIT_TAIL.search(text, max(len(text) - 60, 0))
    return found.start() if found else len(text)


def is_name(token: str) -> bool:
    """Whether a token is a person's name on its own evidence: surname and length, or a `·`."""
    if re.fullmatch(r"[\u4e00-\u9fff]{1,8}(?:·[\u4e00-\u9fff]{1,8}){1,3}", token):
        return True
    if not re.fullmatch(r"[\u4e00-\u9fff]{2,4}", token) or UNIT_ENDING.search(token):
        return False
    if _is_column(token):
        return False
    return token.startswith(COMPOUND_SURNAMES) or (token[0] in SURNAMES and len(token) <= 3)


def is_person(token: str) -> bool:
    """Whether a token is a name, those with a rare surname among them where no word speaks against
    it. For places where a name may be expected: 普 and 字 begin more words than names."""
    if is_name(token):
        return True
    rare = token[:1] in RARE_SURNAMES and bool(re.fullmatch(r"[\u4e00-\u9fff]{2,3}", token))
    return rare and not UNIT_ENDING.search(token) and not leads_with_a_word(token)


def _is_column(token: str) -> bool:
    """Whether a token is the name of a column: 简 and 时 are surnames, 简讯 and 时评 no people."""
    return token in KNOWN_COLUMNS or bool(BRIEF_COLUMNS.fullmatch(token))


def _tokens(text: str) -> list[str]:
    """Words between marks; `张 三`, set wide, is one name."""
    merged: list[str] = []
    lone = False
    for token in (t for t in SPLIT.split(text) if t):
        if lone and len(token) == 1:
            merged[-1] += token
            lone = False
        else:
            merged.append(token)
            lone = len(token) == 1
    return merged


def _people(token: str) -> list[str]:
    if is_name(token):
        return [token]
    if not re.fullmatch(r"[\u4e00-\u9fff]{2,8}", token) or UNIT_ENDING.search(token):
        return []
    if _is_column(token):
        return []
    if len(token) in (4, 5, 6):
        for cut in (2, 3):
            if is_name(token[:cut]) and is_name(token[cut:]):
                return [token[:cut], token[cut:]]
    return [token] if len(token) <= 6 else []
