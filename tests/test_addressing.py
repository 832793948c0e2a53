import pytest

from bot import words
from bot.addressing import addressed, as_command


@pytest.mark.parametrize(
    ("text", "replied", "said"),
    [
        ("/ask 党员权利", False, "/ask 党员权利"),
        ("/ask@our_bot 党员权利", False, "/ask@our_bot 党员权利"),
        ("/ask@OUR_BOT 党员权利", False, "/ask@OUR_BOT 党员权利"),
        ("/ask@other_bot 党员权利", True, None),
        ("／地区 柳湾", False, "／地区 柳湾"),
        ("/帮助@our_bot", False, "/帮助@our_bot"),
        ("/吃饭", False, None),
        ("大家早上好", False, None),
        ("第三项呢", True, "第三项呢"),
        ("@our_bot 党员权利", False, "党员权利"),
        ("@our_bot", False, "/help"),
        ("/roll 3", False, None),
        ("/roll@our_bot 3", False, "/roll@our_bot 3"),
        ("/roll 3", True, "/roll 3"),
        ("@our_bot_two 你好", False, None),
    ],
)
def test_a_group_message_is_for_the_bot_or_for_others(
    text: str, replied: bool, said: str | None
) -> None:
    assert addressed(text, bot_name="our_bot", replied=replied) == said


def test_a_reply_to_a_list_names_what_to_open() -> None:
    assert as_command("柳湾", f"{words.REGIONS}\n云中省") == "/regions 柳湾"
    assert as_command("尹小川", words.AUTHORS) == "/authors 尹小川"
    assert as_command("第三项呢", "党员享有的权利") == "第三项呢"
    assert as_command("/help", words.REGIONS) == "/help"
