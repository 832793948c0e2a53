"""Files sent to the bot: what is in one, or why it is not taken."""

from __future__ import annotations

from telegram import Document, Message

from bot import owner_words, words
from bot.page_files import LARGEST
from bot.reply import Reply, say

UNNAMED = "page.txt"


async def contents(document: Document) -> tuple[str, bytes] | Reply:
    """The name and the bytes of a file; what to say when it is too large for a bot to fetch.

    Raises TelegramError when it cannot be fetched now.
    """
    if document.file_size is not None and document.file_size > LARGEST:
        return say(owner_words.FILE_LARGE)
    file = await document.get_file()
    return document.file_name or UNNAMED, bytes(await file.download_as_bytearray())


def not_understood(message: Message, *, admin: bool) -> Reply:
    """What is said to something that holds no words; an administrator's photo may be of a page."""
    if not message.photo:
        return say(words.CANNOT_USE)
    return say(owner_words.NO_PHOTOS if admin else words.NO_PHOTOS)
