"""The command line: `baowen`, also `python -m bot`. Results on stdout, the rest on stderr."""

from __future__ import annotations

import logging
import sys
from collections.abc import Iterable, Iterator
from io import StringIO
from pathlib import Path
from typing import Any, TextIO

import click

from bot import owner_words, terminal_words, words
from bot.answering import refusal
from bot.delivery_list import listed
from bot.explaining import explained
from bot.fixing import fix
from bot.forget_page import forget_page
from bot.ingesting import Given, ingest_paths
from bot.jsonforms import answer_json, article_json, explanation_json
from bot.opening import db_option, opened
from bot.proofs import article_line
from bot.reviewing import review
from bot.sampling import copied, sampled
from bot.settings import Settings
from bot.showing import shown
from bot.terminal import Terminal, converse, rendered, typed
from bot.usage import Commands, day
from store import articles, health, places
from store.answers import ask as ask_store
from store.answers import explain
from store.database import Store
from store.outbox import STATES
from store.retag import retag

LINES = click.File(encoding="utf-8", errors="replace")
"""Questions, a line each: a byte that is no UTF-8 spoils one character, not the rest."""


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="baowen")
def main() -> None:
    """报问：把报纸版面读进库里，用报纸的原话回答问题。"""
    logging.captureWarnings(True)


@main.command()
@click.option("--script", type=LINES, help="逐行输入文件里的话。")
@db_option
def demo(settings: Settings, db: Path, script: TextIO | None) -> None:
    """不用令牌、不用设置：读入样报，在终端里对话。"""
    with sampled() as store:
        count = sum(1 for _ in articles.everything(store))
        click.echo(terminal_words.DEMO_HEAD.format(articles=count))
        talk(store, settings, script or (None if keyboard().isatty() else piped()))


@main.command()
@click.option("--script", type=LINES, help="逐行输入文件里的话。")
@db_option
def chat(settings: Settings, db: Path, script: TextIO | None) -> None:
    """在终端里与自己的库对话，和读者在 Telegram 里一样。"""
    with opened(db) as store:
        if not store.read_only:
            talk(store, settings, script)
            return
        click.echo(terminal_words.CHAT_COPY, err=True)
        with copied(store) as copy:
            talk(copy, settings, script)


def keyboard() -> TextIO:
    """Standard input; an empty one where it is closed, as under some supervisors."""
    return sys.stdin or StringIO()


def piped() -> Iterator[str]:
    """The lines of standard input as they come; where there are none, the demo's own questions."""
    nothing = True
    for line in keyboard():
        nothing = False
        yield line
    if nothing:
        yield from terminal_words.DEMO_ASKED


def talk(store: Store, settings: Settings, script: Iterable[str] | None) -> None:
    """Hold a conversation in the terminal, over a script or what is typed."""
    terminal = Terminal(store, settings, sys.stdout, color=sys.stdout.isatty())
    if script is not None:
        converse(terminal, script, echo=True)
        return
    interactive = keyboard().isatty()
    if interactive:
        click.echo(terminal_words.TERMINAL_HELP)
        terminal.say("/start")
    converse(terminal, typed() if interactive else keyboard(), echo=not interactive)


@main.command()
@db_option
def run(settings: Settings, db: Path) -> None:
    """运行 Telegram 机器人：默认长轮询，设了 WEBHOOK_URL 则用 webhook。"""
    # python-telegram-bot takes longer to import than a question takes to answer.
    from bot.running import run as run_bot

    run_bot(settings, db)


@main.command()
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--paper", help="报名。")
@click.option("--date", type=day, help="日期，如 2026-04-21 或 20260421。")
@click.option("--page", help="版次。")
@click.option("--region", help="这张报纸所在的地区。")
@click.option("--no-alerts", is_flag=True, help="补读往期：不通知订阅的人。")
@db_option
def ingest(
    settings: Settings,
    db: Path,
    paths: tuple[Path, ...],
    paper: str | None,
    date: str | None,
    page: str | None,
    region: str | None,
    no_alerts: bool,
) -> None:
    """把文件和文件夹里的版面读入库。"""
    given = Given(paper, date, page, region)
    with opened(db, must_exist=False) as store:
        failed = ingest_paths(store, paths, given, sys.stdout, sys.stderr, news=not no_alerts)
    sys.exit(1 if failed else 0)


@main.command("articles")
@click.option("--json", "as_json", is_flag=True, help="每篇一行 JSON。")
@db_option
def list_articles(settings: Settings, db: Path, as_json: bool) -> None:
    """列出库里的文章。"""
    with opened(db) as store:
        for article in articles.everything(store):
            click.echo(article_json(article) if as_json else article_line(article))


@main.command()
@click.argument("question", required=False)
@click.option("--json", "as_json", is_flag=True, help="打印 JSON。")
@click.option(
    "--batch",
    type=LINES,
    help="每行一个问题的文件，或 -。",
)
@click.option("--limit", type=click.IntRange(1, 50), default=5, help="候选篇数，默认 5。")
@click.option("--explain", "why", is_flag=True, help="说明为什么这样回答。")
@db_option
def ask(
    settings: Settings,
    db: Path,
    question: str | None,
    as_json: bool,
    batch: TextIO | None,
    limit: int,
    why: bool,
) -> None:
    """问一个问题。"""
    if (question is None) == (batch is None):
        raise click.UsageError("请写一个问题，或用 --batch 给一个问题文件。")
    with opened(db) as store:
        if batch is not None:
            for line in batch:
                print(answer_json(ask_store(store, line.strip(), limit=limit)), flush=True)
        elif why:
            told = explain(store, question or "")
            click.echo(explanation_json(told) if as_json else explained(told))
        else:
            answer = ask_store(store, question or "", limit=limit)
            click.echo(answer_json(answer) if as_json else answer_text(answer))


def answer_text(answer: Any) -> str:
    """An answer for a terminal."""
    took = terminal_words.TOOK.format(ms=answer.ms, confidence=answer.confidence)
    if answer.found:
        said = shown(answer.candidates[0], answer.question)
        return f"{rendered(said, color=sys.stdout.isatty())}\n\n{took}"
    refused = words.UNDECIDED if answer.undecided else refusal(answer)
    lines = [refused, *answer.suggestions, took]
    return "\n".join(lines)


@main.command("places")
@click.argument("file", required=False, type=click.File(encoding="utf-8-sig"))
@click.option("--remove", "gone", metavar="PATH", help="去掉添加过的一个地名。")
@db_option
def own_places(settings: Settings, db: Path, file: TextIO | None, gone: str | None) -> None:
    """列出、添加或去掉自己的地名（每行：从省到村的全路径，后面可写别名）。"""
    if file is not None and gone is not None:
        raise click.UsageError("添加和 --remove 只能用一个。")
    with opened(db, must_exist=file is None) as store:
        if gone is not None:
            places.remove(store, gone)
            click.echo(f"去掉了“{gone}”，重新标注了 {retag(store)} 篇文章的地区。")
            return
        if file is None:
            for path, aliases in places.all_places(store):
                click.echo(" ".join([path, *aliases]))
            return
        added = places.add(store, places.parse(file.read()))
        changed = retag(store)
        click.echo(f"添加 {added} 个地名，重新标注了 {changed} 篇文章的地区。")


@main.command()
@click.option("--state", type=click.Choice(STATES), help="只列这一种。")
@click.option("--limit", type=click.IntRange(0, 10_000), default=20, help="最多列几行，默认 20。")
@db_option
def deliveries(settings: Settings, db: Path, state: str | None, limit: int) -> None:
    """列出发给读者的：等待、已发、没发成的和原因。"""
    with opened(db) as store:
        for line in listed(store, settings.timezone, state, limit):
            click.echo(line)


@main.command()
@click.option("--alive", is_flag=True, help="只看机器人是否在运行、是否连着 Telegram。")
@db_option
def doctor(settings: Settings, db: Path, alive: bool) -> None:
    """检查设置、库、索引、磁盘、收件文件夹和（有令牌时）Telegram。"""
    from bot.doctor import alive_finding, examine

    healthy = True
    findings = [alive_finding(db, must=True)] if alive else examine(settings, db)
    for good, line in findings:
        healthy &= good
        click.echo(f"{'✓' if good else '✗'} {line}")
    sys.exit(0 if healthy else 1)


@main.command()
@db_option
def reindex(settings: Settings, db: Path) -> None:
    """按库里的文章重建索引。"""
    with opened(db) as store:
        click.echo(f"已重建索引：{health.reindex(store)} 篇。")


@main.command()
@click.argument("target", type=click.Path(path_type=Path))
@db_option
def backup(settings: Settings, db: Path, target: Path) -> None:
    """复制一份完整的库，机器人运行时也可以。"""
    with opened(db) as store:
        store.backup(target)
    click.echo(owner_words.BACKUP_DONE.format(target=target, db=db))


fix.add_command(forget_page)
main.add_command(fix)
main.add_command(review)


if __name__ == "__main__":
    main(prog_name="baowen")
