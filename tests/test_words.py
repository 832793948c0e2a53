"""The sentences a reader sees stand in the files of words and nowhere else."""

import ast
import re
from pathlib import Path
from types import ModuleType

import pytest

from bot import owner_words, record_words, settings_words, terminal_words, words

FOLDER = Path(words.__file__).parent
SAYING = [owner_words, record_words, settings_words, terminal_words, words]
HEARS = {
    "by_date", "following", "ways", "courtesy", "settings_said", "wishes", "showing", "keeping"
}  # fmt: skip
"""Files that hold what readers say, as patterns."""
OWNERS = {"page_files", "proofs", "reviewing", "fixing", "ingesting", "__main__"}
"""Files that speak to the owner or the editor."""
SPEAKING = [
    path
    for path in sorted(FOLDER.glob("*.py"))
    if re.search(r"^from bot(?:\.reply| import .*\bwords\b)", path.read_text("utf-8"), re.M)
    and path.stem not in HEARS | OWNERS | {module.__name__.split(".")[1] for module in SAYING}
]


@pytest.mark.parametrize("path", SPEAKING, ids=lambda path: path.stem)
def test_what_speaks_to_readers_takes_its_words_from_the_files_of_words(path: Path) -> None:
    tree = ast.parse(path.read_text("utf-8"))
    remarks = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    said = [
        node.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
        and id(node) not in remarks and re.search("[\u4e00-\u9fff]", node.value)
    ]  # fmt: skip
    assert said == []


@pytest.mark.parametrize("module", SAYING)
def test_every_word_is_said_somewhere(module: ModuleType) -> None:
    text = "\n".join(path.read_text("utf-8") for path in sorted(FOLDER.glob("*.py")))
    known = [name for name in vars(module) if name.isupper()]
    assert [name for name in known if len(re.findall(rf"\b{name}\b", text)) < 2] == []
