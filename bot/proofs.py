"""What an editor at the terminal sees: an article by paragraphs, a correction, a doubtful place."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import asdict

from bot import words
from store import forgotten, raw
from store.amending import Amended
from store.database import Store
from store.editing import Correction
from store.model import Article
from store.review import Item

OPERATIONS = {
    "title": "改题目",
    "column": "改栏目",
    "authors": "改作者",
    "regions": "改地区",
    "kind": "改体裁",
    "paper": "改报名",
    "date": "改日期",
    "page": "改版次",
    "text": "改文字",
    "cut": "断开",
    "rejoin": "接成一段",
    "split": "拆分",
    "join": "合并",
    "move": "移动段落",
    "remove": "删除",
    "add": "补回原文",
    "undo": "撤销",
    "restore": "恢复",
}
DOUBTS = {
    "rejoined": "接上了断开的句子",
    "moved": "从版面别处接回了一段",
    "loop": "删去了重复的一段",
    "overlap": "删去了接头处重复的字",
    "foreign": "移走了别篇的文字",
    "gap": "这里缺文",
    "title_matched": "给正文配上了分开的题目",
    "title_derived": "原题缺失，题目是从正文里取的",
    "place": "更正了残缺的地名",
    "damaged": "文章残缺",
    "doubtful_join": "段落接得没有把握",
    "left_out": "版面有不少文字没有进文章",
}
NOTES = {"head lost": "开头没有了", "tail lost": "结尾没有了"}
UNKNOWN = "—"
SHOWN = 40
"""Characters of a text shown in a line."""


def article_line(article: Article) -> str:
    """An article in the list of all: id, date, page, column, title."""
    page = words.PAGE.format(page=article.page) if article.page else UNKNOWN
    return "  ".join(
        [article.id, article.date or words.NO_DATE, page, article.column or UNKNOWN, article.title]
    )


def sheet_lines(article: Article) -> Iterator[str]:
    """An article with its paragraphs and captions numbered as `baowen fix` counts them."""
    yield f"{article.id}  {article.title}"
    for label, value in (
        ("引题", article.kicker),
        ("副题", article.subtitle),
        ("栏目", article.column),
        ("作者", "、".join(article.authors)),
        ("体裁", article.kind),
        ("地区", "，".join(article.regions)),
        ("来源", article.source),
        ("标记", "、".join(article.flags)),
        ("出处", " ".join(p for p in (article.paper, article.date, article.page) if p)),
        ("文件", article.source_file),
    ):
        if value:
            yield f"{label}：{value}"
    for number, text in enumerate((*article.paragraphs, *article.captions), 1):
        picture = "（图）" if number > len(article.paragraphs) else ""
        yield f"[{number}]{picture} {text}"


def raw_lines(store: Store, article: Article) -> Iterator[str]:
    """The page's own lines behind each paragraph."""
    held = raw.printed(store, article.number)
    if not held:
        yield "这一篇不是从版面读入的，没有原文。"
    for number, lines in held:
        yield f"[{number}]"
        yield from (f"    {line}" for line in lines)


def done_line(amended: Amended) -> str:
    """What a correction did, in one line."""
    row = amended.correction
    told = f"（第 {row.number} 号）"
    if row.undoes is not None:
        return f"已{OPERATIONS[row.operation]}第 {row.undoes} 号更正{told}。"
    new = f"，新文章编号 {row.detail['id']}" if row.operation == "split" else ""
    return f"已{OPERATIONS[row.operation]}{told}{new}；baowen fix undo {row.article} 可撤销。"


def unfit_line(correction: Correction, reason: str) -> str:
    """That a correction no longer fits, and why."""
    name = OPERATIONS[correction.operation]
    return f"注意：第 {correction.number} 号更正（{name}）现在对不上了：{reason}"


def log_line(correction: Correction, undone: bool) -> str:
    """A correction in the log."""
    row = correction
    values = detail_words(row) if row.undoes is None else f"第 {row.undoes} 号"
    mark = "（已撤销）" if undone else ""
    head = f"{row.number}  {row.at}  {row.author}  {row.article}"
    return f"{head}  {OPERATIONS[row.operation]} {values}{mark}".rstrip()


def forgotten_line(row: forgotten.Row) -> str:
    """A file that was forgotten, in the log."""
    return f"{row.at}  {row.author}  忘掉文件 {row.name}（{row.articles} 篇）"


def detail_words(correction: Correction) -> str:
    """The values of a correction in a few words."""
    words = [value_words(value) for value in correction.detail.values()]
    return " ".join(word for word in words if word)


def value_words(value: object) -> str:
    """One value: a text, a list of names, a paragraph by its number and first words, or whether
    the whole page is meant."""
    if isinstance(value, dict):
        return f"第 {value['number']} 段“{value['text'][:12]}”"
    if isinstance(value, list):
        return "、".join(str(name) for name in value)
    if isinstance(value, bool):
        return "整版" if value else ""
    return str(value) if value is not None else ""


def item_lines(item: Item) -> Iterator[str]:
    """A doubtful place: what was done and how sure, the page's lines, and the text made of them."""
    what = DOUBTS.get(item.what) or f"更正对不上：{OPERATIONS.get(item.what, item.what)}"
    yield f"{item.id}  {what}（把握 {item.confidence:.2f}）"
    at = f" 第 {item.paragraph} 段" if item.paragraph else ""
    yield f"  {item.article} {item.title[:SHOWN]}{at}  {item.source_file}".rstrip()
    if item.note:
        yield f"  说明：{NOTES.get(item.note, item.note)}"
    yield from (f"  版面｜{line}" for line in item.lines)
    if item.text:
        yield f"  整理｜{item.text}"


def item_json(item: Item) -> str:
    """One line: the item for another program."""
    return json.dumps(asdict(item), ensure_ascii=False)


def joined(lines: Iterable[str]) -> str:
    """Lines as one text."""
    return "\n".join(lines)
