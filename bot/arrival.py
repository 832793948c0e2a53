"""What an update says: who sent it, in which chat and topic, and what of it is for the bot."""

from __future__ import annotations

from itertools import chain

from telegram import CallbackQuery, Chat, Message, Update
from telegram.ext import ExtBot

from bot.addressing import addressed, as_command, unmentioned
from bot.talk import Reader
from bot.ways import meant as meant_button
from bot.ways import under
from store.talks import Spoken


def reader_of(update: Update, message: Message | None) -> Reader:
    """Who sent an update, in which chat and topic.

    Whoever writes in the name of a chat (anonymous administrators, channels) is that chat: the
    user Telegram puts in its place is the same for all of them.
    """
    chat, user = update.effective_chat, update.effective_user
    kind = chat.type if chat else Chat.PRIVATE
    topic = message is not None and message.is_topic_message
    name = message.sender_chat if message is not None and not update.callback_query else None
    return Reader(
        user=name.id if name else user.id if user else 0,
        chat=chat.id if chat else (user.id if user else 0),
        kind="private" if kind == Chat.PRIVATE else "channel" if kind == Chat.CHANNEL else "group",
        thread=message.message_thread_id or 0 if message is not None and topic else 0,
    )


def pressed_in(query: CallbackQuery) -> Message | None:
    """The message whose button was pressed; None when it is too old to be read or changed."""
    # python-telegram-bot makes such a one a Message, too, of the year 1970 (22.8).
    message = query.message
    return message if isinstance(message, Message) and message.is_accessible else None


def said(message: Message, bot: ExtBot[None], reader: Reader) -> str | None:
    """What a message, or the words below its picture, says to the bot; None for others' talk."""
    text = message.text or message.caption
    if not text or not meant(message, bot):
        return None
    before = message.reply_to_message
    ours = before is not None and before.from_user is not None and before.from_user.id == bot.id
    if before is not None and ours and not names_button(message, bot):
        text = as_command(text, before.text or "")
    if reader.kind == "private":
        return unmentioned(text, bot.username) or text
    return addressed(text, bot_name=bot.username, replied=ours)


def pointed(message: Message, bot: ExtBot[None]) -> Spoken | None:
    """What the message of ours that a message replies to is about; None when it replies to none,
    or to one that has no buttons to tell by."""
    before = message.reply_to_message
    if before is None or before.from_user is None or before.from_user.id != bot.id:
        return None
    if before.reply_markup is None:
        return None
    shown = chain.from_iterable(before.reply_markup.inline_keyboard)
    return under([(one.text, str(one.callback_data or one.url or "")) for one in shown])


def names_button(message: Message, bot: ExtBot[None]) -> bool:
    """Whether a message says what stands on a button of the message that it replies to."""
    about = pointed(message, bot)
    return about is not None and bool(meant_button(about, message.text or ""))


def meant(message: Message, bot: ExtBot[None]) -> bool:
    """Whether a person wrote a message: not our own inline result, not a channel's post that came
    into its group, not another bot, which might answer without end."""
    if message.is_automatic_forward or (message.via_bot and message.via_bot.id == bot.id):
        return False
    sender = message.from_user
    return sender is None or not sender.is_bot or message.sender_chat is not None
