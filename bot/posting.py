"""One message, sent so that it arrives once although the line may break before or after it did.

A request that never left is simply sent again. When it is not known whether the message arrived
(a reset, a time-out or a 5xx while waiting for the answer) it is sent again as a reply to the
message that the first try would have become, which is the first after the newest known that
nobody else has written. Telegram says in its answer whether that message exists: if it does and
says the same, the first try had arrived and the second is taken back. The ids of a busy bot's
private chats may lie further apart; then the reader sees the answer twice, which is better than
not at all.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable, Sequence
from typing import Any, TypeVar

from telegram import Message, ReplyParameters
from telegram.error import BadRequest, NetworkError, TelegramError
from telegram.ext import ExtBot

from bot.numbering import Numbering
from bot.requesting import NEVER_LEFT

log = logging.getLogger(__name__)
T = TypeVar("T")
Pause = Callable[[float], Awaitable[None]]
"""Waits for so many seconds; may raise to give up."""
WAITS = (0.2, 1.0, 3.0, 5.0, 10.0, 20.0, *(30.0,) * 8)
"""Seconds before each further try: a reader is answered when the line is back within five
minutes."""
MOST_ASKED = 5
"""Messages that are looked into, each by one more that is taken back at once."""
AT_ONCE = WAITS[:3]
"""The same for what nobody waits for any longer after some seconds."""


async def post(
    bot: ExtBot[None],
    after: int | None,
    *,
    send: Callable[..., Awaitable[Message]] | None = None,
    tried: int = 0,
    numbers: Numbering | None = None,
    pause: Pause = asyncio.sleep,
    **values: Any,
) -> Message:
    """Send a message with the parameters of sendMessage; `after` is the newest known message id.

    `send` is another method of the bot with its parameters, for a file. `tried` says how often it
    may have been sent before, by a bot that was killed, and `numbers` which messages are known.
    Raises TelegramError when every try failed, or at once for what trying again cannot mend.
    """
    send, numbers = send or bot.send_message, numbers or Numbering()
    lost, chat = tried, int(values["chat_id"])
    for wait in (*WAITS, None):
        try:
            if not lost or after is None:
                return await send(**values)
            sent = await below(send, numbers.free(chat, after), values)
            first = await earlier(bot, send, sent, numbers, after, values)
            if first is None:
                return sent
            # Of one try before there are no further copies.
            asked = between(first, sent, numbers)[:MOST_ASKED] if lost > 1 else []
            others = [one for one in asked if await copy_at(bot, send, one, values)]
            return await single(bot, sent, first, others)
        except TelegramError as error:
            if wait is None or not passing(error):
                raise
            lost += not isinstance(error.__cause__, NEVER_LEFT)
            log.warning("a message is sent again: %s", error)
            await pause(wait)
    raise AssertionError("unreachable")


def passing(error: TelegramError) -> bool:
    """Whether an error is the line's, not Telegram's refusal: trying again may mend it.

    An answer that is no JSON comes as a bare TelegramError (python-telegram-bot 22.8).
    """
    network = isinstance(error, NetworkError) and not isinstance(error, BadRequest)
    return network or type(error) is TelegramError


async def below(
    send: Callable[..., Awaitable[Message]], number: int, values: dict[str, Any]
) -> Message:
    """Send a message as a reply to another, if there is one of that number."""
    probe = ReplyParameters(number, allow_sending_without_reply=True)
    return await send(**values | {"reply_parameters": probe})


def copied(bot: ExtBot[None], sent: Message) -> Message | None:
    """The message of ours that `sent` replies to, if it says the same."""
    first = sent.reply_to_message
    if first is None or first.from_user is None or first.from_user.id != bot.id:
        return None
    return first if held(first) == held(sent) else None


async def earlier(
    bot: ExtBot[None],
    send: Callable[..., Awaitable[Message]],
    sent: Message,
    numbers: Numbering,
    after: int,
    values: dict[str, Any],
) -> Message | None:
    """The first try's message, if it arrived; behind what others turn out to have written."""
    first, looked = copied(bot, sent), sent
    for _ in range(MOST_ASKED):
        if first is not None or looked.reply_to_message is None:
            break
        numbers.heard(sent.chat.id, [looked.reply_to_message.message_id])
        number = numbers.free(sent.chat.id, after)
        if (
            number >= sent.message_id
            or (found := await asked_at(bot, send, number, values)) is None
        ):
            break
        first, looked = copied(bot, found), found
    return first


async def asked_at(
    bot: ExtBot[None],
    send: Callable[..., Awaitable[Message]],
    number: int,
    values: dict[str, Any],
) -> Message | None:
    """One more message, taken back at once, whose answer shows what has a number; None when the
    line breaks."""
    try:
        asked = await below(send, number, values)
        await bot.delete_message(asked.chat.id, asked.message_id)
    except TelegramError:
        return None
    return asked


async def copy_at(
    bot: ExtBot[None],
    send: Callable[..., Awaitable[Message]],
    number: int,
    values: dict[str, Any],
) -> bool:
    """Whether a message is a copy, too: a reader's own could be deleted as well, but must not."""
    asked = await asked_at(bot, send, number, values)
    return asked is not None and copied(bot, asked) is not None


def between(first: Message, sent: Message, numbers: Numbering) -> list[int]:
    """The numbers between two messages of which nothing is known."""
    return [
        number
        for number in range(first.message_id + 1, sent.message_id)
        if not numbers.is_known(sent.chat.id, number)
    ]


async def single(
    bot: ExtBot[None], sent: Message, first: Message | None, others: Sequence[int] = ()
) -> Message:
    """The one message that stays: the first try's when it arrived after all, else `sent`.

    `others` are further copies, known to be ours.
    """
    if first is None:
        return sent
    for copy in (*others, sent.message_id):
        try:
            await bot.delete_message(sent.chat.id, copy)
        except TelegramError as error:
            log.warning("a doubled message could not be taken back: %s", error)
    return first


def held(message: Message) -> tuple[str | None, str | None, bool]:
    """What a message holds, as far as ours differ: its text, its file, a picture."""
    document = message.document
    return message.text, document.file_name if document else None, bool(message.photo)


async def repeated(
    call: Callable[[], Awaitable[T]],
    waits: tuple[float, ...] = WAITS,
    pause: Pause = asyncio.sleep,
) -> T:
    """Do again what does no harm when done twice: an edit, the answer to a pressed button.

    Raises TelegramError when every try failed.
    """
    for wait in (*waits, None):
        try:
            return await call()
        except TelegramError as error:
            if wait is None or not passing(error):
                raise
            await pause(wait)
    raise AssertionError("unreachable")
