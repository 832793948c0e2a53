"""Who administers a chat, and whether the bot is in it."""

from __future__ import annotations

from dataclasses import replace
from typing import Literal

from telegram import ChatMember, ChatMemberRestricted, ChatMemberUpdated, Message
from telegram.error import BadRequest, Forbidden
from telegram.ext import ExtBot

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
        member = await bot.get_chat_member(reader.chat, reader.user)
    except (BadRequest, Forbidden):
        return reader
    return replace(reader, manages=member.status in MANAGERS)


def turn(change: ChatMemberUpdated) -> Literal["in", "out"] | None:
    """Whether the bot was let in or put out; None when it stays where it was."""
    before, after = present(change.old_chat_member), present(change.new_chat_member)
    if before == after:
        return None
    return "in" if after else "out"


def present(member: ChatMember) -> bool:
    """Whether a member is in the chat; one who is restricted may be or not."""
    if isinstance(member, ChatMemberRestricted):
        return member.is_member
    return member.status not in (ChatMember.LEFT, ChatMember.BANNED)
