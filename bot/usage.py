"""Wrong use of the command line, said in Chinese as everything else is."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from typing import Any

import click
from click.exceptions import BadOptionUsage, MissingParameter, NoArgsIsHelpError, NoSuchOption

from bot import owner_words
from store.pages.naming import day_of


class Commands(click.Group):
    """The commands; what was typed wrongly is said in one sentence and ends with exit 2."""

    def main(self, *args: Any, **more: Any) -> Any:
        """Run what was typed; like click's own, but for the language of the errors."""
        if not more.get("standalone_mode", True):
            return super().main(*args, **more)
        try:
            code = super().main(*args, **(more | {"standalone_mode": False}))
        except NoArgsIsHelpError as error:
            error.show()
            sys.exit(error.exit_code)
        except click.ClickException as error:
            click.echo(said(error), err=True)
            sys.exit(error.exit_code)
        except click.Abort:
            sys.exit(1)
        sys.exit(code if isinstance(code, int) else 0)

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The command that is meant. Raises UsageError naming those there are."""
        if args and self.get_command(ctx, args[0]) is None and not args[0].startswith("-"):
            names = "、".join(self.list_commands(ctx))
            raise click.UsageError(owner_words.USAGE_COMMAND.format(name=args[0], names=names), ctx)
        return super().resolve_command(ctx, args)


def day(value: str) -> str:
    """A date, in any of the ways a file's name may say it, as YYYY-MM-DD. Raises BadParameter."""
    if (found := day_of(value)) is None:
        raise click.BadParameter(owner_words.USAGE_DATE.format(value=value))
    return found


def said(error: click.ClickException) -> str:
    """What is wrong, and where to read how it is right."""
    where = error.ctx.command_path if isinstance(error, click.UsageError) and error.ctx else ""
    told = owner_words.USAGE_HELP.format(command=where) if where else ""
    return sentence(error) + told


def sentence(error: click.ClickException) -> str:
    """What is wrong, in one sentence."""
    if isinstance(error, MissingParameter):
        return owner_words.USAGE_MISSING.format(name=named(error))
    if isinstance(error, NoSuchOption):
        return owner_words.USAGE_OPTION.format(name=error.option_name)
    if isinstance(error, BadOptionUsage):
        return owner_words.USAGE_VALUE.format(name=error.option_name)
    if isinstance(error, click.BadParameter):
        return bad_value(error)
    if not error.message.endswith("。"):
        # Of click's own sentences only the one about too many words is left.
        return owner_words.USAGE_MUCH
    return error.message


def bad_value(error: click.BadParameter) -> str:
    """That the value of an option or argument does not do."""
    kind = error.param.type if error.param else None
    if isinstance(kind, click.IntRange):
        least, most = kind.min, kind.max
        ends = [owner_words.USAGE_LEAST.format(least=least)] if least is not None else []
        ends += [owner_words.USAGE_MOST.format(most=most)] if most is not None else []
        return owner_words.USAGE_NUMBER.format(name=named(error), range="".join(ends))
    if isinstance(kind, click.Choice):
        return owner_words.USAGE_CHOICE.format(name=named(error), names="、".join(kind.choices))
    if isinstance(kind, click.File):
        return owner_words.USAGE_FILE.format(name=error.message.split("'")[1])
    if kind is click.INT:
        return owner_words.USAGE_NUMBER.format(name=named(error), range="")
    return error.message


def named(error: click.BadParameter) -> str:
    """The option or argument that is meant, as it is typed."""
    param = error.param
    if isinstance(param, click.Argument):
        return (param.metavar or param.name or "").upper()
    names: Sequence[str] = param.opts if param else ()
    return max(names, key=len, default="")
