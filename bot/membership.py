"""Who administers a chat, and whether the bot is in it."""

from __future__ import annotations

from dataclasses import replace
from typing import Literal

from telegram import ChatMember, ChatMemberRestricted, ChatMemberUpdated, Message
from telegram.error import BadRequest, ChatMigrated, Forbidden
from telegram.ext import ExtBot

from bot.posting import AT_ONCE, repeated
from bot.talk import Reader

MANAGERS = (ChatMember.OWNER, ChatMember.ADMINISTRATOR)


async def managing(bot: ExtBot[None], reader: Reader, message: Message | None) -> Reader:
    """The reader, knowing whether they administer this group or channel.

    An administrator who writes anonymously writes as the chat itself. Where Telegram does not
    tell (the bot has no rights in a channel), nobody does.
    """
    if reader.kind == "private":
        return reader
    if message is not None and message.sender_chat is not None:
        return replace(reader, manages=message.sender_chat.id == reader.chat)
    try:
        member = await repeated(lambda: bot.get_chat_member(reader.chat, reader.user), AT_ONCE)
    except (BadRequest, Forbidden, ChatMigrated):
        return reader
    return replace(reader, manages=member.status in MANAGERS)


def turn(change: ChatMemberUpdated) -> Literal["in", "out", "again"] | None:
    """Whether the bot was let in, put out (or silenced), or may write again; None when nothing
    of that changed."""
    before, after = change.old_chat_member, change.new_chat_member
    if writes(before) and writes(after):
        return None
    if not writes(after):
        return "out" if writes(before) or present(before) != present(after) else None
    return "again" if present(before) else "in"


def writes(member: ChatMember) -> bool:
    """Whether a member is in the chat and may write there."""
    if isinstance(member, ChatMemberRestricted):
        return member.is_member and member.can_send_messages
    return present(member)


def present(member: ChatMember) -> bool:
    """Whether a member is in the chat; one who is restricted may be or not."""
    if isinstance(member, ChatMemberRestricted):
        return member.is_member
    return member.status not in (ChatMember.LEFT, ChatMember.BANNED)
