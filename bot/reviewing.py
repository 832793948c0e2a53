"""`baowen review`: what a person should look at, worst first."""

from __future__ import annotations

from pathlib import Path

import click

from bot.fixing import login
from bot.opening import db_option, opened
from bot.proofs import item_json, item_lines, joined
from bot.settings import Settings
from store import review as reviews


@click.command()
@click.option("--json", "as_json", is_flag=True, help="每条一行 JSON。")
@click.option("--limit", type=click.IntRange(1), default=20, help="最多几条，默认 20。")
@click.option("--done", metavar="ID", help="标为已看：条目编号，或文章编号（它的所有条目）。")
@click.option("--reopen", metavar="ID", help="重新列出已看的条目。")
@click.option("--by", default=login, show_default="登录名", help="谁看的。")
@db_option
def review(
    settings: Settings,
    db: Path,
    as_json: bool,
    limit: int,
    done: str | None,
    reopen: str | None,
    by: str,
) -> None:
    """列出需要人看的地方：没把握的修补、残缺的文章、对不上的更正，最要紧的在前。"""
    if done is not None and reopen is not None:
        raise click.UsageError("--done 和 --reopen 只能用一个。")
    with opened(db) as store:
        if (name := done if done is not None else reopen) is not None:
            count = reviews.mark(store, name, by, done=done is not None)
            click.echo(f"{count} 条标为{'已看' if done is not None else '待看'}。")
            return
        items = reviews.queue(store, limit)
    if as_json:
        for item in items:
            click.echo(item_json(item))
        return
    click.echo("\n\n".join(joined(item_lines(item)) for item in items) or "没有需要看的地方。")
