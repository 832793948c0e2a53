"""`baowen fix forget-page`: a file read by mistake is taken out whole, after a look at it."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import click

from bot import owner_words
from bot.fixing import login
from bot.opening import db_option, opened
from bot.settings import Settings
from store import forgotten
from store.forgotten import ReadFile


@click.command("forget-page")
@click.argument("name", metavar="FILE")
@click.option("--yes", is_flag=True, help="不再问，直接忘掉。")
@click.option("--by", default=login, show_default="登录名", help="谁做的。")
@db_option
def forget_page(settings: Settings, db: Path, name: str, yes: bool, by: str) -> None:
    """整个忘掉读错的文件（写文件名，或其中一篇的编号）：文章、更正、原文都不留，不能撤销。"""
    with opened(db) as store:
        file = forgotten.find(store, name)
        for line in about(file):
            click.echo(line)
        if not yes and not sure():
            click.echo(owner_words.FORGET_PAGE_KEPT, err=True)
            sys.exit(1)
        dropped = forgotten.forget(store, file, by)
        store.shrink()
    click.echo(owner_words.FORGET_PAGE_DONE.format(name=file.name, articles=file.articles))
    if dropped:
        click.echo(owner_words.FORGET_PAGE_ALERTS.format(count=dropped))
    click.echo(owner_words.FORGET_PAGE_AGAIN)


def about(file: ReadFile) -> Iterator[str]:
    """What would go, a line each."""
    place = " ".join(file.place) or owner_words.INGEST_UNPLACED
    yield owner_words.FORGET_PAGE_WHAT.format(name=file.name, place=place, articles=file.articles)
    if file.titles:
        more = owner_words.FORGET_PAGE_MORE if len(file.titles) < file.articles else ""
        yield "、".join(file.titles) + more
    if file.corrections or file.versions > 1:
        yield owner_words.FORGET_PAGE_TOO.format(
            corrections=file.corrections, versions=file.versions
        )


def sure() -> bool:
    """Whether the owner says yes; nobody there to ask is no."""
    try:
        return click.confirm(owner_words.FORGET_PAGE_SURE, default=False)
    except click.Abort:
        click.echo()
        return False
