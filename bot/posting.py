"""One message, sent so that it arrives once although the line may break before or after it did.

A request that never left is simply sent again. When it is not known whether the message arrived
(a reset, a time-out or a 5xx while waiting for the answer) it is sent again as a reply to the
message that the first try would have become, which is the one after the newest known. Telegram
says in its answer whether that message exists: if it does and says the same, the first try had
arrived and the second is taken back. The ids of a busy bot's private chats may lie further apart;
then the reader sees the answer twice, which is better than not at all.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable
from typing import Any, TypeVar

from telegram import Message, ReplyParameters
from telegram.error import BadRequest, Forbidden, NetworkError, TelegramError
from telegram.ext import ExtBot

from bot.requesting import NEVER_LEFT

log = logging.getLogger(__name__)
T = TypeVar("T")
WAITS = (0.2, 1.0, 3.0)
"""Seconds before each further try; a reader waits no longer than this for a broken line."""


async def post(bot: ExtBot[None], after: int | None, **values: Any) -> Message:
    """Send a message with the parameters of sendMessage; `after` is the newest known message id.

    Raises TelegramError when every try failed, or at once for what trying again cannot mend.
    """
    doubtful = False
    for wait in (*WAITS, None):
        try:
            if not doubtful or after is None:
                return await bot.send_message(**values)
            probe = ReplyParameters(after + 1, allow_sending_without_reply=True)
            sent = await bot.send_message(**values | {"reply_parameters": probe})
            return await single(bot, sent)
        except NetworkError as error:
            if wait is None or isinstance(error, BadRequest):
                raise
            doubtful = doubtful or not isinstance(error.__cause__, NEVER_LEFT)
            log.warning("a message is sent again: %s", error)
            await asyncio.sleep(wait)
    raise AssertionError("unreachable")


async def single(bot: ExtBot[None], sent: Message) -> Message:
    """The one message that stays: the first try's when it arrived after all, else this."""
    first = sent.reply_to_message
    if first is None or first.text != sent.text:
        return sent
    if first.from_user is None or first.from_user.id != bot.id:
        return sent
    try:
        await bot.delete_message(sent.chat.id, sent.message_id)
    except TelegramError as error:
        log.warning("a doubled message could not be taken back: %s", error)
    return first


async def repeated(call: Callable[[], Awaitable[T]]) -> T:
    """Do again what does no harm when done twice: an edit, the answer to a pressed button.

    Raises TelegramError when every try failed.
    """
    for wait in (*WAITS, None):
        try:
            return await call()
        except (BadRequest, Forbidden):
            raise
        except NetworkError:
            if wait is None:
                raise
            await asyncio.sleep(wait)
    raise AssertionError("unreachable")
