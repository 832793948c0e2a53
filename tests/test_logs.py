import logging

import pytest

from bot.logs import Redacting, redacted, set_up

TOKEN = "123456789:" + "AbCdEf_-" * 4 + "xyz"


@pytest.fixture(autouse=True)
def _restore() -> object:
    root = logging.getLogger()
    handlers, level = root.handlers[:], root.level
    yield
    root.handlers[:] = handlers
    root.setLevel(level)


def test_no_log_line_holds_the_token_at_any_level(capsys: pytest.CaptureFixture[str]) -> None:
    set_up("DEBUG", TOKEN)
    log = logging.getLogger("anything")
    log.debug("POST https://api.example/bot%s/getMe", TOKEN)
    try:
        raise ValueError(f"url was /bot{TOKEN}/sendMessage")
    except ValueError:
        log.exception("failed for %r", {"token": TOKEN})
    logged = capsys.readouterr().err
    assert "[token]" in logged and "ValueError" in logged
    assert TOKEN not in logged


def test_a_token_of_another_bot_is_hidden_too() -> None:
    assert redacted(f"x {TOKEN} y") == "x [token] y"


def test_the_traceback_itself_stays() -> None:
    try:
        raise KeyError("place")
    except KeyError as error:
        record = logging.LogRecord(
            "a", 40, "f", 1, "said", (), (KeyError, error, error.__traceback__)
        )
    assert "Traceback" in Redacting(TOKEN).format(record)
