"""The main journeys as a reader sees them: what is typed after `>`, and what comes back.

A change of words or flow shows in review as a change of these files. To write them anew:
`python -m tests.test_transcripts`.
"""

import io
import tempfile
from pathlib import Path

import pytest

from bot.sampling import fill
from bot.settings import Settings
from bot.terminal import Terminal, converse
from store.database import Store

JOURNEYS = sorted((Path(__file__).parent / "transcripts").glob("*.txt"))


def played(journey: str, store: Store) -> str:
    """The transcript of the lines that `journey` types."""
    lines = [line[2:] for line in journey.splitlines() if line.startswith("> ")]
    out = io.StringIO()
    converse(Terminal(store, Settings(), out), lines, echo=True)
    return out.getvalue()


@pytest.mark.parametrize("path", JOURNEYS, ids=lambda path: path.stem)
def test_a_journey_goes_as_it_did(path: Path, samples: Store) -> None:
    assert played(path.read_text("utf-8"), samples) == path.read_text("utf-8")


def write_anew() -> None:
    """Play every journey and keep what was said."""
    for path in JOURNEYS:
        with tempfile.TemporaryDirectory() as folder, Store(Path(folder) / "a.db") as store:
            fill(store)
            path.write_text(played(path.read_text("utf-8"), store), "utf-8")


if __name__ == "__main__":
    write_anew()
