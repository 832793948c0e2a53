"""Replies on their way out: into messages, edits and callback answers, in the asking topic."""

from __future__ import annotations

import logging
from io import BytesIO

from telegram import (
    CallbackQuery,
    InlineQueryResultArticle,
    InputFile,
    InputTextMessageContent,
    LinkPreviewOptions,
    Message,
    ReplyParameters,
)
from telegram.error import BadRequest
from telegram.ext import ExtBot

from bot.inlining import Offer
from bot.markup import entities, keyboard, messages
from bot.posting import post, repeated
from bot.reply import Reply
from bot.talk import Reader
from bot.text import Text

log = logging.getLogger(__name__)
HARMLESS = ("message is not modified", "query is too old", "message to edit not found")
NO_PREVIEW = LinkPreviewOptions(is_disabled=True)


async def send(
    bot: ExtBot[None],
    reader: Reader,
    reply: Reply,
    *,
    answering: int | None = None,
    after: int | None = None,
) -> Message | None:
    """Send a reply as one or more messages, the buttons under the last; gives the first.

    `answering` is the message it answers, quoted in groups so that all can see which it was;
    `after` is the newest message known in the chat (see `posting.post`).
    """
    after = after or answering
    pieces = messages(reply.text)
    first: Message | None = None
    for at, piece in enumerate(pieces):
        sent = await post(
            bot,
            after,
            chat_id=reader.chat,
            text=piece.plain,
            entities=entities(piece),
            message_thread_id=reader.thread or None,
            reply_markup=keyboard(reply.buttons, bot.username) if at == len(pieces) - 1 else None,
            reply_parameters=ReplyParameters(answering, allow_sending_without_reply=True)
            if answering is not None and reader.kind == "group" and at == 0
            else None,
            link_preview_options=NO_PREVIEW,
            disable_notification=reply.silent or None,
        )
        first, after = first or sent, sent.message_id
    if reply.file is not None:
        name, data = reply.file
        send_file = bot.send_photo if name.endswith(".png") else bot.send_document
        await send_file(
            reader.chat, InputFile(BytesIO(data), name), message_thread_id=reader.thread or None
        )
    return first


async def show(bot: ExtBot[None], chat: int, message: int, reply: Reply) -> None:
    """Put a reply in place of a message of the bot's; only its first piece fits there."""
    piece = (messages(reply.text) or [Text()])[0]
    if not piece.plain:
        return
    try:
        await repeated(
            lambda: bot.edit_message_text(
                piece.plain,
                chat_id=chat,
                message_id=message,
                entities=entities(piece),
                reply_markup=keyboard(reply.buttons, bot.username),
                link_preview_options=NO_PREVIEW,
            )
        )
    except BadRequest as error:
        if not harmless(error):
            raise


async def notice(query: CallbackQuery, toast: str = "") -> None:
    """Answer a pressed button, so that its clock stops turning."""
    try:
        await repeated(lambda: query.answer(toast[:200] or None))
    except BadRequest as error:
        if not harmless(error):
            raise


def harmless(error: BadRequest) -> bool:
    """Whether Telegram refused something that no longer matters."""
    return any(sign in str(error).lower() for sign in HARMLESS)


def inline_result(offer: Offer, bot_name: str) -> InlineQueryResultArticle:
    """A result as Telegram wants it; what is sent is one message at most."""
    piece = messages(offer.text)[0]
    return InlineQueryResultArticle(
        offer.id,
        offer.title,
        InputTextMessageContent(piece.plain, entities=entities(piece)),
        reply_markup=keyboard(offer.buttons, bot_name),
        description=offer.description,
    )
