"""What is done with inline queries, and with the results that readers send."""

from __future__ import annotations

from telegram import Update
from telegram.error import BadRequest

from bot import outgoing, words
from bot.hosting import Context, Host, bot_of
from bot.inlining import Offers, chosen, offered
from bot.posting import AT_ONCE, repeated
from bot.talk import Reader

INLINE_SECONDS = 30
"""How long Telegram may reuse an inline answer for the same reader."""


class InlineUpdates(Host):
    """Offers articles in any chat, and remembers which one a reader sent."""

    async def on_inline(self, update: Update, context: Context) -> None:
        """Words typed behind the bot's name in any chat."""
        query = update.inline_query
        if query is None:
            return
        reader = Reader(query.from_user.id, query.from_user.id)
        found = Offers((), note=words.INLINE_CLOSED)
        if self.allowed(reader):
            found = await self.in_thread(offered, self.talk(reader), query.query, query.offset)
        name = bot_of(context).username
        results = [outgoing.inline_result(offer, name) for offer in found.results]
        try:
            await repeated(
                lambda: query.answer(
                    results,
                    cache_time=INLINE_SECONDS,
                    is_personal=True,
                    next_offset=found.next,
                    button=outgoing.inline_note(found),
                ),
                AT_ONCE,
            )
        except BadRequest as error:
            if not outgoing.harmless(error):
                raise

    async def on_chosen(self, update: Update, context: Context) -> None:
        """A result was sent somewhere; Telegram tells so when /setinlinefeedback is on."""
        choice = update.chosen_inline_result
        if choice is None:
            return
        reader = Reader(choice.from_user.id, choice.from_user.id)
        if self.allowed(reader):
            await self.in_thread(chosen, self.talk(reader), choice.result_id)
