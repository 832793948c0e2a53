"""The lists an article holds, and which of their items a question asks for. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from store.chunks import parts
from store.fold import fold
from store.model import Article
from store.sentences import Piece, number, pieces

MOST = 20
"""Items one question may ask for."""
N = r"(?:[一二三四五六七八九十百零两]{1,4}|\d{1,3})"
OF = r"(?:大?[项点款条]|个(?:方面|要点|部分|步骤))"
STEP = "(?:个?步骤|[步件招课](?![\u4e00-\u9fff])|[步件招课](?=是|做|要|该|怎|如|什|干|讲|教|学|有))"
"""What counts items in words of their own: 第二步, 第三招. Each may be a word of prose as well."""
RIGHT = "职责|职权|权利|权力|义务|规定|标准|纪律|要求|内容|任务|目标|条件|措施|原则|保障|方面"
SOLE = rf"第({N})(?:大?[项点款]|[大个]?条?(?=$|\s|是|的?(?:{RIGHT}|款)))"
RANGE = re.compile(rf"第?(?P<one>{N}){OF}?(?:到|至|-|—|~)第?(?P<other>{N}){OF}")
BOTH = re.compile(rf"第(?P<one>{N}){OF}?(?:和|跟|与|、|,)第?(?P<other>{N}){OF}")
FIRST = re.compile(rf"(?<![目以之日此先年月天周会从提空])[前头](?P<count>{N}){OF}")
FINAL = re.compile(rf"(?:最后|(?<![以之然今此背年月天日会])[后末])(?P<count>{N}){OF}")
BACK = re.compile(rf"倒数第(?P<one>{N})(?:{OF}|{STEP}|$)")
BRACKETED = re.compile(rf"^\((?P<one>{N})\)|\((?P<other>{N})\)$")
BARE = re.compile(rf"(?:(?<=[\u4e00-\u9fff])|\s)(?P<one>\d{{1,2}})$|\s(?P<other>{N})$")
"""权利6: it may be an item, and it may be anything else."""
SINGLE = re.compile(SOLE)
OWN = re.compile(rf"第(?P<one>{N}){STEP}")
LAST = re.compile("最后一(?:个步骤|[步件招课])(?:$|(?=是|做|要|该|怎|如|什|干|讲|教|学|有))")
SIZE = re.compile(rf"{N}大?[项条点款](?=[\u4e00-\u9fff])")
"""三项 in 三项保障的第二项: how long the list is, not what it is about."""
SAYS = re.compile("(?:主要)?(?:说|讲|写|规定|提到)(?:的|了)?(?:是)?(?:什么|啥|些什么|哪些)|的?内容")
AMONG = re.compile("(?:里面?|当中|之中|中)的?$")
COUNT = re.compile(rf"(?:几|多少)(?:大?[项条点款]|个方面)(?:{RIGHT})?")
SIGN = re.compile(r"([(第]?)[\d一二三四五六七八九十百]*(.?)")
ORDER = frozenset({"首先", "其次", "再次", "最后"})
HAN = re.compile(r"[\u3007\u3400-\u9fff]")


class Items(NamedTuple):
    """Items asked for by `numbers`, from 1 on, or from -1 back; `rest` is the question without
    them. `sure` is whether the number can mean nothing else."""

    numbers: tuple[int, ...]
    rest: str
    sure: bool = True


class Item(NamedTuple):
    """A list item: a piece of paragraph `paragraph`."""

    paragraph: int
    piece: Piece


def items_asked(folded: str) -> Items | None:
    """The list items a folded question asks for, None when it asks for none."""
    for pattern in (RANGE, BOTH, BACK, FINAL, FIRST, SINGLE, BRACKETED):
        if found := pattern.search(folded):
            return Items(numbers_of(found), emptied(folded, found.span()))
    if LAST.search(folded):
        return Items((-1,), folded, sure=False)
    if found := OWN.search(folded):
        return Items(numbers_of(found), folded, sure=False)
    found = BARE.search(folded)
    if found is None or len(HAN.findall(folded[: found.start()])) < 2:
        return None
    return Items(numbers_of(found), folded, sure=False)


def numbers_of(found: re.Match[str]) -> tuple[int, ...]:
    """The numbers a match names."""
    kind = found.re
    if kind is SINGLE:
        return (number(found[1]),)
    if kind in (FIRST, FINAL):
        count = min(MOST, number(found["count"]))
        return tuple(range(1, count + 1) if kind is FIRST else range(-count, 0))
    one, other = (number(found[name] or "") if name in kind.groupindex else 0
                  for name in ("one", "other"))
    if kind is RANGE:
        return tuple(range(one, min(other, one + MOST - 1) + 1)) or (one,)
    if kind is BOTH:
        return one, other
    return (-one,) if kind is BACK else (one or other,)


def emptied(folded: str, span: tuple[int, int]) -> str:
    """The question with a line break for the items asked for and for how many there are, unless
    hardly a word would be left."""
    plain = f"{AMONG.sub('', folded[: span[0]])}\n{folded[span[1] :]}"
    bare = SAYS.sub("\n", SIZE.sub("\n", plain))
    return bare if len(HAN.findall(bare)) > 1 else plain


def lists(cut: Sequence[Sequence[Piece]], texts: Sequence[str]) -> list[list[Item]]:
    """The lists numbered from 1 on among the pieces of an article's paragraphs, in order.

    A list within a list has marks of another kind and is one of its own.
    """
    made: list[list[Item]] = []
    growing: dict[str, list[Item]] = {}
    for paragraph, group in enumerate(cut):
        for piece in group:
            if piece.item is None:
                continue
            sign = mark(texts[paragraph][piece.start : piece.stop])
            if piece.item == 1:
                growing[sign] = [Item(paragraph, piece)]
                made.append(growing[sign])
            elif (held := growing.get(sign)) and piece.item == len(held) + 1:
                held.append(Item(paragraph, piece))
    return made


def lists_of(article: Article) -> list[list[Item]]:
    """The lists of an article, those set as lists before those told in sentences."""
    texts = parts(article)
    made = lists([pieces(text) for text in texts], texts)
    told = lists([pieces(text, told=True) for text in texts], texts)
    return [*made, *(held for held in told if held not in made and len(held) > 1)]


def listed(article: Article) -> list[str]:
    """The items of an article's first list, none when it has no list."""
    made = lists_of(article)
    return [said(article, item) for item in made[0]] if made else []


def list_with(article: Article, paragraph: int, text: str) -> list[str]:
    """The items of the list that has an item in these words in this paragraph."""
    for held in lists_of(article):
        words = [said(article, item) for item in held]
        places = [(item.paragraph, one) for item, one in zip(held, words, strict=True)]
        if (paragraph, text) in places:
            return words
    return []


def said(article: Article, item: Item) -> str:
    """The words of a list item."""
    return parts(article)[item.paragraph][item.piece.start : item.piece.stop]


def mark(item: str) -> str:
    """A list item's mark without its number."""
    if item[:2] in ORDER:
        return "首先"
    match = SIGN.match(fold(item))
    return "①" if "①" <= item[:1] <= "⑳" or match is None else "".join(match.groups())


def items_in(
    asked: Items, cut: Sequence[Sequence[Piece]], texts: Sequence[str]
) -> Iterator[Item]:
    """The items asked for, of every list that has them; `cut` are the pieces of the texts."""
    if asked.numbers[0] > 0:
        for paragraph, group in enumerate(cut):
            yield from (Item(paragraph, piece) for piece in group if piece.item in asked.numbers)
        return
    for held in lists(cut, texts):
        yield from (held[at] for at in asked.numbers if 1 < len(held) >= -at)
