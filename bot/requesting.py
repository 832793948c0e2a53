"""Requests to the Bot API on aiohttp: less than half the work of python-telegram-bot's own.

A message sent cost 1.6 ms of one core with HTTPXRequest and 0.7 ms here (python-telegram-bot 22.8,
httpx 0.28, aiohttp 3.14), and a question waits for that work twice: coming in and going out.
"""

from __future__ import annotations

from typing import cast
from urllib.request import getproxies

import httpx
from aiohttp import (
    ClientConnectorError,
    ClientError,
    ClientSession,
    ClientTimeout,
    ConnectionTimeoutError,
    DummyCookieJar,
    FormData,
    TCPConnector,
)
from telegram.error import NetworkError, TimedOut
from telegram.request import BaseRequest, HTTPXRequest, RequestData

NEVER_LEFT = (
    ClientConnectorError,
    ConnectionTimeoutError,
    httpx.ConnectError,
    httpx.ConnectTimeout,
    httpx.PoolTimeout,
)
"""Causes of a NetworkError that mean: Telegram has not seen the request."""
CONNECTIONS = 256
IDLE = 30.0
"""Seconds an unused connection is kept; a new one to a far server costs three round trips."""
CONNECT, READ, WRITE, POOL = 10.0, 20.0, 5.0, 30.0
"""Seconds for a connection, for silence while reading, for writing, and for a free connection."""
HELD = 5.0
"""The same for getUpdates, beyond the seconds Telegram holds it: so soon is a dead line noticed."""
UPLOAD = 120.0
"""Seconds for writing a request that holds a file."""
DEFAULT = BaseRequest.DEFAULT_NONE
JSON = {"Content-Type": "application/json"}


def request(read: float = READ) -> BaseRequest:
    """What speaks to the Bot API; `read` is in seconds.

    Behind a proxy that is python-telegram-bot's own HTTPXRequest, which knows all kinds of them:
    aiohttp knows neither ALL_PROXY nor SOCKS nor https:// ones.
    """
    if {"http", "https", "all"} & getproxies().keys():
        return HTTPXRequest(CONNECTIONS, read, connect_timeout=CONNECT, pool_timeout=POOL)
    return AiohttpRequest(read=read)


class AiohttpRequest(BaseRequest):
    """python-telegram-bot's request object, with the same errors, on aiohttp.

    aiohttp has no time-out for writing alone: the whole request has one, the sum of all.
    """

    def __init__(self, connections: int = CONNECTIONS, read: float = READ) -> None:
        """`connections` may be open at once; `read` is in seconds."""
        self.connections = connections
        self.read = read
        self.session: ClientSession | None = None

    @property
    def read_timeout(self) -> float:
        """Seconds, to which getUpdates adds those that Telegram holds it."""
        return self.read

    async def initialize(self) -> None:
        """Make ready; does nothing when it is."""
        if self.session is None or self.session.closed:
            # The certificates are httpx's: not every container has any of its own.
            connector = TCPConnector(
                limit=self.connections, keepalive_timeout=IDLE, ssl=httpx.create_ssl_context()
            )
            self.session = ClientSession(
                connector=connector,
                cookie_jar=DummyCookieJar(),
                headers={"User-Agent": self.USER_AGENT},
            )

    async def shutdown(self) -> None:
        """Close the connections; it can be made ready again."""
        if self.session is not None:
            await self.session.close()

    async def do_request(
        self,
        url: str,
        method: str,
        request_data: RequestData | None = None,
        read_timeout: object = DEFAULT,
        write_timeout: object = DEFAULT,
        connect_timeout: object = DEFAULT,
        pool_timeout: object = DEFAULT,
    ) -> tuple[int, bytes]:
        """Status and body of the answer. Raises TimedOut, NetworkError."""
        if self.session is None or self.session.closed:
            raise RuntimeError("the request object is not initialized")
        uploads = request_data is not None and request_data.contains_files
        limits = timeouts(
            given(connect_timeout, CONNECT),
            given(pool_timeout, POOL),
            given(write_timeout, UPLOAD if uploads else WRITE),
            given(read_timeout, self.read),
            # A file that comes slowly but steadily may take longer than any sum.
            whole=method == "POST",
        )
        body, headers = (None, None) if request_data is None else written(request_data)
        try:
            async with self.session.request(
                method, url, data=body, headers=headers, timeout=limits, allow_redirects=False
            ) as response:
                return response.status, await response.read()
        except TimeoutError as error:
            raise TimedOut from error
        except (ClientError, OSError) as error:
            raise NetworkError(named(error)) from error


def named(error: Exception) -> str:
    """What went wrong. An error's own text may hold the address, and that the token; what the
    system says of a socket does not."""
    why = error.strerror if isinstance(error, OSError) else None
    return f"aiohttp.{type(error).__name__}" + (f": {why}" if why else "")


def given(value: object, default: float) -> float | None:
    """A time-out as a call gave it, else the default; None is no time-out."""
    return default if value is DEFAULT else cast("float | None", value)


def timeouts(
    connect: float | None, pool: float | None, write: float | None, read: float | None, whole: bool
) -> ClientTimeout:
    """The time-outs in aiohttp's words; `whole` bounds the request at their sum."""
    getting = None if connect is None or pool is None else connect + pool
    using = None if write is None or read is None else write + read
    total = getting + using if whole and getting is not None and using is not None else None
    return ClientTimeout(total=total, connect=getting, sock_connect=connect, sock_read=read)


def written(data: RequestData) -> tuple[bytes | FormData, dict[str, str] | None]:
    """The parameters as a body with its headers: a form when there are files among them, else JSON
    (Bot API, "Making requests"), which for Chinese text is a twentieth of the work."""
    if not data.contains_files:
        return data.json_payload, JSON
    fields = FormData(data.json_parameters)
    for name, (file, content, kind) in data.multipart_data.items():
        fields.add_field(name, content, filename=file, content_type=kind)
    return fields, None
