"""Whether the bot is in a chat and may write there, from what Telegram says of its membership."""

import pytest
from telegram import ChatMemberUpdated

from bot.membership import turn

BOT = {"id": 42, "is_bot": True, "first_name": "报问"}
RIGHTS = (
    "send_messages send_polls send_other_messages add_web_page_previews manage_topics send_audios"
    " send_documents send_photos send_videos send_video_notes send_voice_notes change_info"
    " invite_users pin_messages edit_tag react_to_messages"
)


def member(status: str) -> dict[str, object]:
    """A membership; "silenced" is in the chat without a right."""
    if status != "silenced":
        return {"user": BOT, "status": status, "until_date": 0}
    rights = {f"can_{right}": False for right in RIGHTS.split()}
    return {"user": BOT, "status": "restricted", "is_member": True, "until_date": 0} | rights


@pytest.mark.parametrize(
    ("before", "after", "turned"),
    [
        ("left", "member", "in"),
        ("member", "kicked", "out"),
        ("member", "left", "out"),
        ("member", "silenced", "out"),
        ("silenced", "member", "again"),
        ("silenced", "kicked", "out"),
        ("kicked", "left", None),
    ],
)
def test_a_change_lets_the_bot_in_puts_it_out_or_is_none(
    before: str, after: str, turned: str | None
) -> None:
    change = {
        "chat": {"id": -7, "type": "group", "title": "x"},
        "from": {"id": 7, "is_bot": False, "first_name": "x"},
        "date": 1,
        "old_chat_member": member(before),
        "new_chat_member": member(after),
    }
    assert turn(ChatMemberUpdated.de_json(change, None)) == turned
