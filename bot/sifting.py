"""Updates that cannot be read are left out, so that those behind them are.

python-telegram-bot 22.8 refuses a whole batch of updates when one of them lacks a field that it
demands (a poll without `members_only`), logs it, and asks for the same batch again, without end.
"""

from __future__ import annotations

import json
import logging
from typing import Any

from telegram import Bot, Update
from telegram.request import BaseRequest, RequestData

from bot.wrapping import Wrapping

log = logging.getLogger(__name__)
NOTHING = b"[]}"
"""How an answer without updates ends."""


class Sifting(Wrapping):
    """Makes the requests for updates through another request object.

    A batch that is asked for again after it had come is one that could not be read.
    """

    def __init__(self, inner: BaseRequest) -> None:
        super().__init__(inner)
        self.offset: object = None
        self.came = False

    async def do_request(
        self,
        url: str,
        method: str,
        request_data: RequestData | None = None,
        read_timeout: Any = BaseRequest.DEFAULT_NONE,
        write_timeout: Any = BaseRequest.DEFAULT_NONE,
        connect_timeout: Any = BaseRequest.DEFAULT_NONE,
        pool_timeout: Any = BaseRequest.DEFAULT_NONE,
    ) -> tuple[int, bytes]:
        """Status and body of the answer. Raises what the inner object raises."""
        code, body = await self.inner.do_request(
            url, method, request_data, read_timeout, write_timeout, connect_timeout, pool_timeout
        )
        if code != 200 or not url.endswith("/getUpdates"):
            return code, body
        offset = request_data.parameters.get("offset") if request_data is not None else None
        if self.came and offset == self.offset:
            body = sifted(body)
        self.offset, self.came = offset, not body.rstrip().endswith(NOTHING)
        return code, body


def sifted(body: bytes) -> bytes:
    """A batch in which an update that cannot be read is an empty one of the same number."""
    try:
        answer = json.loads(body)
        answer["result"] = [
            update if read(update) else bare(update) for update in answer["result"]
        ]
    except (ValueError, KeyError, TypeError):
        # No batch at all: python-telegram-bot says so and asks again.
        return body
    return json.dumps(answer).encode()


def read(update: Any, bot: Bot | None = None) -> Update | None:
    """An update as python-telegram-bot has it; None when it cannot read it."""
    try:
        return Update.de_json(update, bot)
    except Exception:
        # Whatever it stumbles over: the others must not wait for it.
        number = update.get("update_id") if isinstance(update, dict) else None
        log.error("update %s cannot be read and is left out", number)
        return None


def bare(update: dict[str, Any]) -> dict[str, Any]:
    """An update that says nothing, so that Telegram is told it came."""
    return {"update_id": update["update_id"]}
