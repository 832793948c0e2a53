"""Replies on their way out: into messages, edits and callback answers, in the asking topic."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Sequence
from functools import partial
from io import BytesIO
from typing import NamedTuple

from telegram import (
    CallbackQuery,
    InlineKeyboardMarkup,
    InlineQueryResultArticle,
    InlineQueryResultsButton,
    InputFile,
    InputTextMessageContent,
    LinkPreviewOptions,
    Message,
    MessageEntity,
    ReplyParameters,
)
from telegram.error import BadRequest, TelegramError
from telegram.ext import ExtBot

from bot.inlining import Offer, Offers
from bot.markup import entities, keyboard, messages
from bot.numbering import Numbering
from bot.posting import AT_ONCE, Pause, post, repeated
from bot.reply import Reply
from bot.talk import Reader
from bot.text import Text

log = logging.getLogger(__name__)
HARMLESS = ("message is not modified", "query is too old")
LOST = ("message to edit not found", "message can't be edited", "message_id_invalid")
"""What Telegram says of a message that the reader has deleted, or that is too old to be changed."""
NO_PREVIEW = LinkPreviewOptions(is_disabled=True)


class Screen(NamedTuple):
    """What a message of ours shows, so far as one can be told from another."""

    text: str
    marks: frozenset[tuple[str, int, int]]
    keyboard: InlineKeyboardMarkup | None


class Piece(NamedTuple):
    """A message as Telegram wants it."""

    text: str
    entities: list[MessageEntity]
    keyboard: InlineKeyboardMarkup | None = None

    @property
    def screen(self) -> Screen:
        """What it shows."""
        marks = frozenset((str(mark.type), mark.offset, mark.length) for mark in self.entities)
        return Screen(self.text, marks, self.keyboard)


def shown_by(message: Message) -> Screen:
    """What a message shows, by Telegram's word."""
    return Piece(message.text or "", [*message.entities], message.reply_markup).screen


def pieces(reply: Reply, bot_name: str) -> list[Piece]:
    """The messages a reply becomes, the buttons under the last."""
    made = [Piece(piece.plain, entities(piece)) for piece in messages(reply.text)]
    if made:
        made[-1] = made[-1]._replace(keyboard=keyboard(reply.buttons, bot_name))
    return made


def single(reply: Reply, bot_name: str) -> Piece:
    """What a reply shows in place of a message: only its first piece fits there."""
    piece = (messages(reply.text) or [Text()])[0]
    return Piece(piece.plain, entities(piece), keyboard(reply.buttons, bot_name))


async def send(
    bot: ExtBot[None],
    reader: Reader,
    reply: Reply,
    parts: Sequence[Piece],
    *,
    answering: int | None = None,
    after: int | None = None,
    tried: int = 0,
    numbers: Numbering | None = None,
    pause: Pause = asyncio.sleep,
) -> list[Message]:
    """Send a reply as the messages that `pieces` made of it, and its file.

    `answering` is the message it answers, quoted in groups so that all can see which it was; for
    `after`, `tried`, `numbers` and `pause` see `posting.post`. Raises TelegramError.
    """
    sent: list[Message] = []
    after = after or answering
    deliver = partial(
        post,
        bot,
        tried=tried,
        numbers=numbers,
        pause=pause,
        chat_id=reader.chat,
        message_thread_id=reader.thread or None,
        disable_notification=reply.silent or None,
    )
    for at, part in enumerate(parts):
        message = await deliver(
            after,
            text=part.text,
            entities=part.entities,
            reply_markup=part.keyboard,
            reply_parameters=ReplyParameters(answering, allow_sending_without_reply=True)
            if answering is not None and reader.kind == "group" and at == 0
            else None,
            link_preview_options=NO_PREVIEW,
        )
        sent.append(message)
        after = message.message_id
    if reply.file is not None:
        name, data = reply.file
        file = InputFile(BytesIO(data), name)
        if name.endswith(".png"):
            sent.append(await deliver(after, send=bot.send_photo, photo=file))
        else:
            sent.append(await deliver(after, send=bot.send_document, document=file))
    return sent


async def show(
    bot: ExtBot[None], chat: int, message: int, part: Piece, pause: Pause = asyncio.sleep
) -> bool:
    """Change a message of the bot's; False when it cannot be changed any more.

    Raises TelegramError.
    """
    try:
        await repeated(
            lambda: bot.edit_message_text(
                part.text,
                chat_id=chat,
                message_id=message,
                entities=part.entities,
                reply_markup=part.keyboard,
                link_preview_options=NO_PREVIEW,
            ),
            pause=pause,
        )
    except BadRequest as error:
        if any(sign in str(error).lower() for sign in LOST):
            return False
        if not harmless(error):
            raise
    return True


async def notice(query: CallbackQuery, toast: str = "") -> None:
    """Answer a pressed button, so that its clock stops turning.

    One that stays unanswered because the line is broken stops by itself after a while.
    """
    try:
        await repeated(lambda: query.answer(toast[:200] or None), AT_ONCE)
    except TelegramError as error:
        if not harmless(error):
            log.warning("a pressed button was not answered: %s", error)


def harmless(error: TelegramError) -> bool:
    """Whether Telegram refused something that no longer matters."""
    return any(sign in str(error).lower() for sign in HARMLESS)


def inline_note(offers: Offers) -> InlineQueryResultsButton | None:
    """A button above the results, that leads to the bot; None without anything to say."""
    if not offers.note:
        return None
    return InlineQueryResultsButton(offers.note, start_parameter=offers.payload)


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
