"""`baowen fix`: an editor's corrections from the command line."""

from __future__ import annotations

import functools
import getpass
import sys
from collections import Counter
from collections.abc import Callable
from operator import itemgetter
from pathlib import Path
from typing import Any

import click

from bot.opening import Command, db_option, opened
from bot.proofs import (
    done_line,
    forgotten_line,
    joined,
    log_line,
    raw_lines,
    sheet_lines,
    unfit_line,
)
from bot.settings import Settings
from bot.usage import Commands
from store import amending, corrections, forgotten, rereading, wording
from store.amending import Amended
from store.database import Store
from store.errors import PageError

Act = Callable[..., Amended]


@click.group(cls=Commands)
def fix() -> None:
    """更正文章；每次更正都留下记录，可以撤销，重读版面后仍然有效。"""


def login() -> str:
    """The name of whoever is at the terminal, 编辑 when the system knows none."""
    try:
        return getpass.getuser()
    except (KeyError, OSError):
        return "编辑"


def correction(act: Act) -> Command:
    """A command from a function that makes a correction: the store, `--by`, and the outcome."""

    @click.option("--by", default=login, show_default="登录名", help="谁改的。")
    @db_option
    @functools.wraps(act)
    def wrapped(settings: Settings, db: Path, by: str, **values: Any) -> None:
        with opened(db) as store:
            amended = act(store, by, **values)
        click.echo(done_line(amended))
        for row, reason in amended.unfit:
            click.echo(unfit_line(row, reason), err=True)

    return wrapped


@fix.command()
@click.argument("article")
@click.option("--raw", "as_printed", is_flag=True, help="同时列出版面上的原文。")
@db_option
def show(settings: Settings, db: Path, article: str, as_printed: bool) -> None:
    """显示一篇文章，段落带编号。"""
    with opened(db) as store:
        found = amending.current(store, article)
        click.echo(joined(sheet_lines(found)))
        if as_printed:
            click.echo(f"\n版面原文：\n{joined(raw_lines(store, found))}")


@fix.command()
@click.argument("article")
@click.argument("new_title")
@correction
def title(store: Store, by: str, article: str, new_title: str) -> Amended:
    """改题目。"""
    return amending.set_title(store, article, new_title, by)


@fix.command()
@click.argument("article")
@click.argument("name")
@correction
def column(store: Store, by: str, article: str, name: str) -> Amended:
    """改栏目；空字符串表示不属于任何栏目。"""
    return amending.set_column(store, article, name, by)


@fix.command()
@click.argument("article")
@click.argument("names", nargs=-1)
@correction
def authors(store: Store, by: str, article: str, names: tuple[str, ...]) -> Amended:
    """改作者，一个或几个；不写则清空。"""
    return amending.set_authors(store, article, names, by)


@fix.command()
@click.argument("article")
@click.argument("paths", nargs=-1)
@correction
def regions(store: Store, by: str, article: str, paths: tuple[str, ...]) -> Amended:
    """改地区，最要紧的在前；不写则清空。"""
    return amending.set_regions(store, article, paths, by)


@fix.command()
@click.argument("article")
@click.argument("name")
@correction
def kind(store: Store, by: str, article: str, name: str) -> Amended:
    """改体裁：news、feature、commentary、brief、photo、study。"""
    return amending.set_kind(store, article, name, by)


@fix.command()
@click.argument("article")
@click.argument("paragraph", type=int)
@click.option("--title", "new_title", help="新文章的题目。")
@click.option("--from", "words", help="不从段首起，从这一段里的这句话起。")
@correction
def split(
    store: Store, by: str, article: str, paragraph: int, new_title: str | None, words: str | None
) -> Amended:
    """从某一段（或段中某句）起拆成另一篇。"""
    return amending.split(store, article, paragraph, new_title, by, words)


def placing(field: wording.Place, told: str) -> Command:
    """A command that sets the paper, the date or the page."""

    @click.argument("article")
    @click.argument("value")
    @click.option("--whole", is_flag=True, help="这一版的各篇都改。")
    @correction
    def act(store: Store, by: str, article: str, value: str, whole: bool) -> Amended:
        return wording.set_place(store, article, field, value, by, whole=whole)

    act.__name__, act.__doc__ = field, told
    return act


PLACES: tuple[tuple[wording.Place, str], ...] = (
    ("paper", "改报名；空字符串表示不详。"),
    ("date", "改日期，如 2026-04-21；空字符串表示不详。"),
    ("page", "改版次；空字符串表示不详。"),
)
for _field, _told in PLACES:
    fix.command(_field)(placing(_field, _told))


@fix.command()
@click.argument("article")
@click.argument("paragraph", type=int)
@click.argument("words")
@correction
def text(store: Store, by: str, article: str, paragraph: int, words: str) -> Amended:
    """改一段的文字；原文仍在版面里。"""
    return wording.set_text(store, article, paragraph, words, by)


@fix.command()
@click.argument("article")
@click.argument("paragraph", type=int)
@click.argument("words")
@correction
def cut(store: Store, by: str, article: str, paragraph: int, words: str) -> Amended:
    """把一段断成两段，后一段从这句话起。"""
    return wording.cut(store, article, paragraph, words, by)


@fix.command()
@click.argument("article")
@click.argument("paragraph", type=int)
@click.option("--other", help="接哪一篇的；不写则是同一篇。")
@click.option("--paragraph", "following", type=int, help="接第几段；不写则是下一段。")
@correction
def rejoin(
    store: Store, by: str, article: str, paragraph: int, other: str | None, following: int | None
) -> Amended:
    """把断开的两段（可在两篇里）接成一段。"""
    return wording.rejoin(store, article, paragraph, other, following, by)


@fix.command()
@click.argument("article")
@click.argument("other")
@correction
def join(store: Store, by: str, article: str, other: str) -> Amended:
    """把后一篇并到前一篇末尾。"""
    return amending.join(store, article, other, by)


@fix.command()
@click.argument("article")
@click.argument("paragraph", type=int)
@click.option("--to", required=True, help="移到哪一篇（可以是同一篇）。")
@click.option("--at", type=int, help="成为第几段；不写则放在最后。")
@correction
def move(store: Store, by: str, article: str, paragraph: int, to: str, at: int | None) -> Amended:
    """把一段移到别篇或别处。"""
    return amending.move(store, article, paragraph, to, at, by)


@fix.command()
@click.argument("article")
@click.argument("paragraph", type=int, required=False)
@correction
def remove(store: Store, by: str, article: str, paragraph: int | None) -> Amended:
    """删除一段，或不写段号删除整篇；原文仍在版面里。"""
    return amending.remove(store, article, paragraph, by)


@fix.command()
@click.argument("article")
@click.argument("words")
@click.option("--at", type=int, help="成为第几段；不写则放在最后。")
@correction
def add(store: Store, by: str, article: str, words: str, at: int | None) -> Amended:
    """把版面上漏掉的一句原文补回文章。"""
    return amending.add(store, article, words, at, by)


@fix.command()
@click.argument("article")
@correction
def restore(store: Store, by: str, article: str) -> Amended:
    """恢复删除的文章或段落。"""
    return amending.restore(store, article, by)


@fix.command()
@click.argument("article", required=False)
@click.option("--number", type=int, help="撤销这一号更正（见 fix log）。")
@correction
def undo(store: Store, by: str, article: str | None, number: int | None) -> Amended:
    """撤销最近一次更正，或某一篇的最近一次，或某一号。"""
    return amending.undo(store, article, by, number)


@fix.command("log")
@click.argument("article", required=False)
@click.option("--limit", type=click.IntRange(1), default=50, help="最多几条，默认 50。")
@db_option
def show_log(settings: Settings, db: Path, article: str | None, limit: int) -> None:
    """列出更正记录，最近的在前。"""
    with opened(db) as store:
        id_ = amending.named(store, article) if article is not None else None
        rows = [
            (row.at, log_line(row, undone)) for row, undone in corrections.log(store, id_, limit)
        ]
        if id_ is None:
            rows += [(row.at, forgotten_line(row)) for row in forgotten.log(store, limit)]
        for _, line in sorted(rows, key=itemgetter(0), reverse=True)[:limit]:
            click.echo(line)


@fix.command()
@db_option
def reread(settings: Settings, db: Path) -> None:
    """用现在的程序重读库里所有版面；编号和更正不变。"""
    states: Counter[str] = Counter()
    with opened(db) as store:
        for number in rereading.pages(store):
            try:
                states[rereading.reread(store, number).state] += 1
            except PageError as error:
                states["failed"] += 1
                click.echo(f"第 {number} 号版面没有动：{error}", err=True)
    click.echo(f"重读 {states.total()} 个版面，{states['changed']} 个有变化。")
    sys.exit(1 if states["failed"] else 0)
