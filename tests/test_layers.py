"""The arrows of the house: who may import what, and where SQL and DDL may stand."""

import ast
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
FILES = [path for folder in ("bot", "store") for path in sorted((ROOT / folder).rglob("*.py"))]


def imports(path: Path) -> set[str]:
    tree = ast.parse(path.read_text("utf-8"))
    found = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found |= {node.module} | {f"{node.module}.{alias.name}" for alias in node.names}
    return found


def tops(path: Path) -> set[str]:
    return {name.partition(".")[0] for name in imports(path)}


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(ROOT)))
def test_the_store_knows_nothing_of_the_bot(path: Path) -> None:
    if path.is_relative_to(ROOT / "store"):
        assert not tops(path) & {"bot", "telegram", "click"}
    else:
        assert not tops(path) & {"sqlite3", "sqlite_utils", "rapidfuzz"}


def test_telegram_is_known_at_the_edge_only() -> None:
    names = "introducing membership documents telegram handling pacing incoming outgoing markup"
    names += " heartbeat bugs hosting reaching sifting running doctor posting requesting arrival"
    names += " delivering refusing heralding carrying inline_updates wrapping webhook"
    edge = set(names.split())
    knowing = {path.stem for path in FILES if "telegram" in tops(path)}
    assert knowing <= edge


def test_only_one_file_compares_strings_fuzzily() -> None:
    assert len({path for path in FILES if "rapidfuzz" in tops(path)}) == 1


def test_sql_stands_in_the_store_and_ddl_in_the_migrations() -> None:
    sql = re.compile(r"\b(SELECT .+ FROM|INSERT (OR \w+ )?INTO|DELETE FROM)\b")
    ddl = re.compile(r"\bCREATE (UNIQUE |VIRTUAL )?(TABLE|INDEX)\b")
    for path in FILES:
        text = path.read_text("utf-8")
        if path.is_relative_to(ROOT / "bot"):
            assert not sql.search(text), path
        if path.parent.name != "migrations":
            assert not ddl.search(text), path
