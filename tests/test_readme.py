"""The README says what is so: commands, owner's table, and the demo as it really runs."""

import io
import re
from pathlib import Path

import pytest

from bot import words
from bot.__main__ import main
from bot.settings import Settings
from bot.terminal import Terminal, converse
from store.database import Store

README = Path(__file__).parent.parent / "README.md"


def block(name: str) -> str:
    text = README.read_text("utf-8")
    match = re.search(rf"<!-- {name} -->\n(.*?)<!-- /{name} -->", text, re.S)
    assert match, name
    return match[1].strip()


def test_readers_commands_are_those_of_the_bot() -> None:
    rows = [
        f"| `/{name}` | {chinese} | {does} |" for name, (chinese, does) in words.COMMANDS.items()
    ]
    assert block("commands") == "\n".join(["| command | 中文 | does |", "|---|---|---|", *rows])


def test_every_command_of_the_owner_is_in_the_table() -> None:
    listed = set(re.findall(r"`baowen (\w+)", block("owner")))
    assert listed == set(main.commands)


def test_the_demo_runs_as_shown(samples: Store) -> None:
    shown = block("demo").removeprefix("```text\n").removesuffix("\n```")
    lines = [line[2:] for line in shown.splitlines() if line.startswith("> ")]
    out = io.StringIO()
    converse(Terminal(samples, Settings(), out), lines, echo=True)
    assert out.getvalue().strip() == shown.strip()


def test_both_first_commands_stand_in_the_readme() -> None:
    commands = re.findall(r"```sh\n(.*?)\n```", README.read_text("utf-8"), re.S)
    assert commands[0].endswith("baowen demo")
    assert commands[1].endswith("pytest")


def test_every_command_line_shown_is_one_the_program_takes() -> None:
    fenced = re.findall(r"```(?:sh|ini|dockerfile)\n(.*?)\n```", README.read_text("utf-8"), re.S)
    quoted = re.findall(r"`(baowen [^`]+)`", README.read_text("utf-8"))
    shown = re.findall(r"(?:^|[/ ])baowen (?!baowen)([a-z].*)", "\n".join([*fenced, *quoted]), re.M)
    assert shown
    for line in shown:
        name, *rest = line.partition("  #")[0].split()
        command = main.commands[name]
        known = {option for param in command.params for option in param.opts}
        assert {word for word in rest if word.startswith("--")} <= known, line


@pytest.mark.parametrize("name", ["LICENSE", "CHANGELOG.md", ".env.example"])
def test_files_the_readme_speaks_of_exist(name: str) -> None:
    assert (README.parent / name).exists()
