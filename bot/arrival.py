"""What an update says: who sent it, in which chat and topic, and what of it is for the bot."""

from __future__ import annotations

from telegram import Chat, Message, Update
from telegram.ext import ExtBot

from bot.addressing import addressed, as_command
from bot.talk import Reader


def reader_of(update: Update, message: Message | None) -> Reader:
    """Who sent an update, in which chat and topic."""
    chat, user = update.effective_chat, update.effective_user
    kind = chat.type if chat else Chat.PRIVATE
    topic = message is not None and message.is_topic_message
    return Reader(
        user=user.id if user else 0,
        chat=chat.id if chat else (user.id if user else 0),
        kind="private" if kind == Chat.PRIVATE else "channel" if kind == Chat.CHANNEL else "group",
        thread=message.message_thread_id or 0 if message is not None and topic else 0,
    )


def said(message: Message, bot: ExtBot[None], reader: Reader) -> str | None:
    """What a message says to the bot; None when it is for others."""
    before = message.reply_to_message
    ours = before is not None and before.from_user is not None and before.from_user.id == bot.id
    text = message.text or ""
    if before is not None and ours:
        text = as_command(text, before.text or "")
    if reader.kind == "private":
        return text
    return addressed(text, bot_name=bot.username, replied=ours)
