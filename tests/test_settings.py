import re
from pathlib import Path

import pytest

from bot.settings import Settings, SettingsError, load

HERE = Path(__file__).parent.parent


def test_env_example_lists_every_setting_with_its_default(tmp_path: Path) -> None:
    source = (HERE / "bot" / "settings.py").read_text("utf-8")
    read = set(re.findall(r'get\("([A-Z_]+)"\)', source))
    lines = (HERE / ".env.example").read_text("utf-8").splitlines()
    example = {
        match[1]: match[2] for line in lines if (match := re.fullmatch(r"([A-Z_]+)=(.*)", line))
    }
    assert set(example) == read
    given = {name: value for name, value in example.items() if value}
    assert load(given, tmp_path) == Settings()


def test_a_dotenv_file_is_read_and_the_environment_outranks_it(tmp_path: Path) -> None:
    (tmp_path / ".env").write_text("BAOWEN_DB=a.db\nLOG_LEVEL=debug\n", "utf-8")
    settings = load({"BAOWEN_DB": "b.db"}, tmp_path)
    assert (settings.db, settings.log_level) == (Path("b.db"), "DEBUG")


def test_the_token_may_stand_in_a_file(tmp_path: Path) -> None:
    token = "123456:" + "A" * 35
    (tmp_path / "token").write_text(token + "\n", "utf-8")
    assert load({"TELEGRAM_BOT_TOKEN_FILE": str(tmp_path / "token")}, tmp_path).token == token


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("TELEGRAM_BOT_TOKEN", "hello"),
        ("TELEGRAM_BOT_TOKEN_FILE", "/no/such/file"),
        ("TELEGRAM_API_URL", "api.telegram.org"),
        ("BAOWEN_ADMINS", "me"),
        ("BAOWEN_TIMEZONE", "Asia/Nowhere"),
        ("WEBHOOK_LISTEN", "8080"),
        ("WEBHOOK_SECRET", "有中文"),
        ("LOG_LEVEL", "LOUD"),
    ],
)
def test_a_wrong_setting_is_named(name: str, value: str, tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match=name):
        load({name: value}, tmp_path)


def test_settings_never_print_the_token() -> None:
    token = "123456:" + "A" * 35
    assert token not in repr(Settings(token=token))
