"""Files sent to the bot: what is in one, or why it is not taken."""

from __future__ import annotations

from collections.abc import Callable

from telegram import Document, Message

from bot import importing, owner_words, record_words, words
from bot.command_words import command_in
from bot.page_files import LARGEST, arrived
from bot.reply import Reply, say
from bot.talk import Reader, Talk

UNNAMED = "page.txt"
Turn = Callable[[Talk], Reply]
"""What is said once a file has been fetched."""


def to_import(message: Message) -> Document | None:
    """The file that a reader wants to import by answering it with /import; None if none."""
    before = message.reply_to_message
    if before is None or before.document is None or command_in(message.text or "")[0] != "import":
        return None
    return before.document


async def taken(document: Document, reader: Reader) -> Turn | Reply | None:
    """What to do with a file: subscriptions of anybody, pages of an administrator.

    A Reply says why it is not fetched; None is for what a reader has no business to send. Raises
    TelegramError when it cannot be fetched now.
    """
    name, size = document.file_name or UNNAMED, document.file_size or 0
    if importing.is_export(name):
        if size > importing.LARGEST:
            return say(record_words.IMPORT_LARGE)
        data = await fetched(document)
        return lambda talk: importing.imported(talk, data)
    if not reader.admin:
        return None
    if size > LARGEST:
        return say(owner_words.FILE_LARGE)
    data = await fetched(document)
    return lambda talk: arrived(talk, name, data)


async def fetched(document: Document) -> bytes:
    """The bytes of a file. Raises TelegramError."""
    file = await document.get_file()
    return bytes(await file.download_as_bytearray())


def not_understood(message: Message, *, admin: bool) -> Reply:
    """What is said to something that holds no words; an administrator's photo may be of a page."""
    if not message.photo:
        return say(words.CANNOT_USE)
    return say(owner_words.NO_PHOTOS if admin else words.NO_PHOTOS)
