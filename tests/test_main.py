"""The command line from outside, as other programs call it."""

import json
import os
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

Ended = Callable[..., subprocess.CompletedProcess[str]]
SAMPLES = Path(__file__).parent.parent / "store" / "samples"
PAGES = sorted(path for path in SAMPLES.glob("*.txt") if path.name != "places.txt")
ARTICLE = {
    "id", "source_file", "paper", "date", "page", "column", "kicker", "title", "subtitle",
    "authors", "kind", "regions", "source", "paragraphs", "captions", "summary", "flags",
}  # fmt: skip


@pytest.fixture
def db(sample_file: Path, tmp_path: Path) -> str:
    path = tmp_path / "own.db"
    source = sqlite3.connect(sample_file)
    target = sqlite3.connect(path)
    source.backup(target)
    source.close()
    target.close()
    return str(path)


def rows(done: subprocess.CompletedProcess[str]) -> list[dict[str, object]]:
    assert done.returncode == 0, done.stderr
    return [json.loads(line) for line in done.stdout.splitlines()]


def test_the_demo_needs_nothing_and_answers(ended: Ended, tmp_path: Path) -> None:
    script = tmp_path / "script"
    script.write_text("党员有那些权力\n1\n", "utf-8")
    done = ended(["demo", "--script", str(script)])
    assert done.returncode == 0, done.stderr
    assert "> 党员有那些权力" in done.stdout
    assert "(八)" in done.stdout
    assert not list(tmp_path.glob("*.db"))


def test_where_nobody_types_the_demo_asks_by_itself(ended: Ended) -> None:
    done = ended(["demo"])
    assert done.returncode == 0, done.stderr
    assert "(八)" in done.stdout
    assert "没有找到“比特币现在多少钱”的答案" in done.stdout


def test_a_closed_keyboard_is_an_empty_one(tmp_path: Path) -> None:
    env = os.environ | {"PYTHONPATH": str(SAMPLES.parent.parent), "PYTHONUTF8": "1"}
    closed = ["sh", "-c", f"exec {sys.executable} -m bot demo <&-"]
    done = subprocess.run(closed, env=env, cwd=tmp_path, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    assert "(八)" in done.stdout


def test_what_is_piped_into_the_demo_is_all_that_is_asked(ended: Ended) -> None:
    asked = [x for x in ended(["demo"], stdin="河长\n").stdout.splitlines() if x.startswith(">")]
    assert asked == ["> 河长"]


def test_ingest_reads_a_page_and_says_what_it_found(ended: Ended, tmp_path: Path) -> None:
    done = ended(["ingest", str(PAGES[0]), "--db", "a.db"])
    assert done.returncode == 0, done.stderr
    assert done.stdout.count("\n") == 1
    assert "青禾日报 2026-03-10 5" in done.stdout


def test_the_same_page_again_changes_nothing(ended: Ended) -> None:
    ended(["ingest", str(PAGES[0]), "--db", "a.db"])
    before = ended(["articles", "--json", "--db", "a.db"]).stdout
    again = ended(["ingest", str(PAGES[0]), "--db", "a.db"])
    assert "没有变化" in again.stdout
    assert ended(["articles", "--json", "--db", "a.db"]).stdout == before


def test_a_file_that_cannot_be_read_is_named_and_the_rest_are_read(
    ended: Ended, tmp_path: Path
) -> None:
    folder = tmp_path / "pages"
    folder.mkdir()
    (folder / "a.txt").write_bytes(bytes(range(256)) * 20)
    (folder / "b.txt").write_bytes(PAGES[0].read_bytes())
    done = ended(["ingest", str(folder), "--db", "a.db"])
    assert done.returncode == 1
    assert "a.txt" in done.stderr and "Traceback" not in done.stderr
    assert "b.txt" in done.stdout


def test_articles_have_exactly_the_fields_others_rely_on(ended: Ended, db: str) -> None:
    for row in rows(ended(["articles", "--json", "--db", db])):
        assert set(row) == ARTICLE


def test_articles_moved_to_another_store_are_the_same(
    ended: Ended, db: str, tmp_path: Path
) -> None:
    moved = tmp_path / "moved.jsonl"
    moved.write_text(ended(["articles", "--json", "--db", db]).stdout, "utf-8")
    assert ended(["ingest", str(moved), "--db", "b.db"]).returncode == 0
    assert rows(ended(["articles", "--json", "--db", "b.db"])) == rows(
        ended(["articles", "--json", "--db", db])
    )
    assert "没有变化 11 篇" in ended(["ingest", str(moved), "--db", "b.db"]).stdout


def test_a_bad_line_of_an_archive_is_named_and_the_others_are_read(
    ended: Ended, tmp_path: Path
) -> None:
    lines = ['{"title": "甲", "paragraphs": ["甲乙丙丁。"]}', '{"title": "乙"}', "no json"]
    (tmp_path / "a.jsonl").write_text("\n".join(lines), "utf-8")
    done = ended(["ingest", "a.jsonl", "--db", "a.db"])
    assert done.returncode == 1
    assert "第 2 行" in done.stderr
    assert len(rows(ended(["articles", "--json", "--db", "a.db"]))) == 1


def test_an_answer_quotes_verbatim(ended: Ended, db: str) -> None:
    (answer,) = rows(ended(["ask", "夜校手机课有多少人结业", "--json", "--db", db]))
    held = {row["id"]: row for row in rows(ended(["articles", "--json", "--db", db]))}
    assert answer["found"] is True
    assert isinstance(answer["answers"], list)
    for candidate in answer["answers"]:
        article = held[candidate["article"]["id"]]
        parts = [*article["paragraphs"], *article["captions"]]  # type: ignore[misc]
        assert len(candidate["passages"]) <= 3
        for passage in candidate["passages"]:
            assert passage["text"] in parts[passage["paragraph"]]
            assert len(passage["text"]) <= 300
            assert all(0 <= a < b <= len(passage["text"]) for a, b in passage["highlights"])


def test_a_batch_answers_line_by_line_in_order(ended: Ended, db: str) -> None:
    asked = ["党员权利", "", "比特币多少钱"]
    answers = rows(
        ended(["ask", "--batch", "-", "--json", "--db", db], stdin="\n".join(asked) + "\n")
    )
    assert [answer["question"] for answer in answers] == asked
    assert [answer["found"] for answer in answers] == [True, False, False]


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (["articles", "--db", "none.db"], "还没有库文件"),
        (["ask", "问", "--db", "none.db"], "还没有库文件"),
        (["ingest", "nothing.txt", "--db", "a.db"], "nothing.txt：没有这个文件"),
        (["ingest", str(PAGES[0]), "--db", "no/folder/a.db"], "打不开"),
        (["ingest", str(PAGES[0]), "--region", "亚特兰蒂斯", "--db", "a.db"], "不认得地区"),
        (["backup", "x.db", "--db", "none.db"], "还没有库文件"),
    ],
)
def test_what_cannot_be_done_is_one_sentence_and_exit_1(
    ended: Ended, args: list[str], said: str
) -> None:
    done = ended(args)
    assert done.returncode == 1
    assert said in done.stderr
    assert "Traceback" not in done.stderr


def test_wrong_usage_is_exit_2(ended: Ended) -> None:
    assert ended(["ask"]).returncode == 2
    assert ended(["nonsense"]).returncode == 2


def test_own_places_are_browsed_like_official_ones(ended: Ended, db: str, tmp_path: Path) -> None:
    (tmp_path / "places.txt").write_text("云中省/青禾市/桐岗县/南坡林场 南坡\n", "utf-8")
    assert "添加 1 个地名" in ended(["places", "places.txt", "--db", db]).stdout
    assert "南坡林场 南坡" in ended(["places", "--db", db]).stdout


def test_doctor_names_what_is_wrong(ended: Ended, db: str) -> None:
    good = ended(["doctor", "--db", db])
    assert good.returncode == 0, good.stdout
    assert "11 篇" in good.stdout
    assert ended(["doctor", "--db", "none.db"]).returncode == 1


def test_a_backup_can_be_asked(ended: Ended, db: str) -> None:
    assert ended(["backup", "copy.db", "--db", db]).returncode == 0
    assert rows(ended(["ask", "党员权利", "--json", "--db", "copy.db"]))[0]["found"] is True


def test_a_backup_says_how_it_is_put_back(ended: Ended, db: str) -> None:
    told = ended(["backup", "copy.db", "--db", db]).stdout
    # What a killed bot left in the -wal would be written over the copy that takes its place.
    assert f"{db}-wal" in told
