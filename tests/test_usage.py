"""What is typed wrongly is said in one Chinese sentence."""

import pytest
from click.testing import CliRunner

from bot.__main__ import main


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("读报", "没有“读报”这个命令"),
        ("fix 改", "没有“改”这个命令"),
        ("ingest", "缺少 PATHS"),
        ("fix title", "缺少 ARTICLE"),
        ("ingest x --date 昨天", "“昨天”不是日期"),
        ("ingest x --date", "--date 后面要写值"),
        ("ask 问 --深", "没有 --深 这个选项"),
        ("ask 问 --limit 0", "--limit 要写整数，最小 1，最大 50"),
        ("fix split 甲 乙", "PARAGRAPH 要写整数"),
        ("deliveries --state 好", "--state 只能写：waiting"),
        ("ask 甲 乙 丙", "多写了词"),
        ("places none.txt", "打不开文件 none.txt"),
        ("ask", "请写一个问题"),
    ],
)
def test_wrong_use_is_said_in_chinese_with_exit_2(typed: str, said: str) -> None:
    done = CliRunner().invoke(main, typed.split())
    assert done.exit_code == 2
    assert said in done.stderr
    assert done.stderr.count("\n") == 1
    assert "Error" not in done.stderr


@pytest.mark.parametrize("typed", [[], ["fix"]])
def test_nothing_typed_shows_what_there_is(typed: list[str]) -> None:
    done = CliRunner().invoke(main, typed)
    assert done.exit_code == 2
    assert "--help" in done.output


def test_help_is_no_error() -> None:
    assert CliRunner().invoke(main, ["--help"]).exit_code == 0
