"""A Reply as Telegram wants it: entities in UTF-16 units, long text in several messages, keyboards.

Limits are those of the Bot API: 4096 UTF-16 units and 100 entities a message, 64 bytes of
callback data, 100 buttons a keyboard.
"""

from __future__ import annotations

from urllib.parse import quote

from telegram import CopyTextButton, InlineKeyboardButton, InlineKeyboardMarkup, MessageEntity

from bot.reply import Button, Rows
from bot.text import Text

MESSAGE_UNITS = 4096
ENTITIES = 100
BUTTONS = 100
DATA_BYTES = 64
LABEL = 60
TYPES = {
    "bold": MessageEntity.BOLD,
    "italic": MessageEntity.ITALIC,
    "quote": MessageEntity.BLOCKQUOTE,
    "fold": MessageEntity.EXPANDABLE_BLOCKQUOTE,
}
BREAKS = ("\n\n", "\n", "。", "！", "？", "；", "，", " ")


def units(text: str) -> int:
    """The length of `text` in UTF-16 units, as Telegram counts."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def messages(text: Text) -> list[Text]:
    """`text` in pieces that fit a message each, cut at paragraph or sentence ends, marks kept."""
    pieces: list[Text] = []
    rest = stripped(text)
    while rest.plain:
        end = fitting(rest)
        if end < len(rest.plain):
            end = break_before(rest.plain, end)
        pieces.append(stripped(rest.cut(0, end)))
        rest = stripped(rest.cut(end, len(rest.plain)))
    return [piece for piece in pieces if piece.plain]


def stripped(text: Text) -> Text:
    """Without white space at both ends, which Telegram would drop and entities would miss."""
    start = len(text.plain) - len(text.plain.lstrip())
    return text.cut(start, max(start, len(text.plain.rstrip())))


def fitting(text: Text) -> int:
    """How many characters from the start fit into one message."""
    spent = 0
    end = len(text.plain)
    if units(text.plain) > MESSAGE_UNITS:
        for at, character in enumerate(text.plain):
            spent += 2 if character > "\uffff" else 1
            if spent > MESSAGE_UNITS:
                end = at
                break
    starts = sorted(mark.start for mark in text.marks if mark.start < end)
    # More than a hundred entities are not shown: begin the next message at the hundred and first.
    return max(1, starts[ENTITIES]) if len(starts) > ENTITIES else end


def break_before(plain: str, end: int) -> int:
    """The best place to cut at or before `end`, not in the first half."""
    for sign in BREAKS:
        at = plain.rfind(sign, end // 2, end)
        if at >= 0:
            return at + len(sign)
    return end


def entities(text: Text) -> list[MessageEntity]:
    """The marks of `text` as Telegram's entities."""
    made = []
    for mark in sorted(text.marks, key=lambda mark: (mark.start, -mark.end)):
        length = units(text.plain[mark.start : mark.end])
        if length:
            made.append(MessageEntity(TYPES[mark.style], units(text.plain[: mark.start]), length))
    return made


def keyboard(rows: Rows, bot_name: str) -> InlineKeyboardMarkup | None:
    """The buttons as an inline keyboard; None without buttons."""
    if not rows:
        return None
    left = BUTTONS
    made: list[list[InlineKeyboardButton]] = []
    for row in rows:
        made.append([button(one, bot_name) for one in row[:left]])
        left -= len(row)
        if left <= 0:
            break
    return InlineKeyboardMarkup([row for row in made if row])


def button(one: Button, bot_name: str) -> InlineKeyboardButton:
    """One button. Raises ValueError for callback data over its limit, which is a bug."""
    label = one.label if len(one.label) <= LABEL else one.label[: LABEL - 1] + "…"
    if one.copy is not None:
        return InlineKeyboardButton(label, copy_text=CopyTextButton(one.copy))
    if one.share is not None:
        link = quote(f"https://t.me/{bot_name}?start={one.share}", safe="")
        return InlineKeyboardButton(label, url=f"https://t.me/share/url?url={link}")
    if one.link is not None:
        return InlineKeyboardButton(label, url=f"https://t.me/{bot_name}?start={one.link}")
    if one.group is not None:
        return InlineKeyboardButton(label, url=f"https://t.me/{bot_name}?startgroup={one.group}")
    if one.url is not None:
        return InlineKeyboardButton(label, url=one.url)
    data = one.data or "x"
    if len(data.encode()) > DATA_BYTES:
        raise ValueError(f"callback data over {DATA_BYTES} bytes: {data}")
    return InlineKeyboardButton(label, callback_data=data)
