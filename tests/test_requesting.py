"""The request object on aiohttp, over a real server on loopback that misbehaves as told."""

import asyncio
import socket
from collections.abc import Awaitable, Callable, Iterator
from contextlib import asynccontextmanager
from typing import Any

import pytest
from aiohttp import web
from telegram import InputFile
from telegram.error import BadRequest, NetworkError, TelegramError, TimedOut
from telegram.ext import ExtBot
from telegram.request import HTTPXRequest

from bot.requesting import HELD, NEVER_LEFT, READ, AiohttpRequest, request
from tests.recording import BOT

TOKEN = "123456789:" + "A" * 35
SENT = {"message_id": 5, "date": 0, "chat": {"id": 7, "type": "private", "first_name": "x"}}


class Api:
    """Plays the Bot API: keeps the forms that came and answers as `answer` says."""

    def __init__(self) -> None:
        self.forms: list[dict[str, Any]] = []
        self.peers: set[Any] = set()
        self.answer: Callable[[web.Request], Awaitable[web.StreamResponse]] = self.ok

    async def values(self, asked: web.Request) -> dict[str, Any]:
        """The parameters of a request, whatever its form."""
        if asked.content_type == "application/json":
            return dict(await asked.json())
        return {
            name: value.file.read() if isinstance(value, web.FileField) else value
            for name, value in (await asked.post()).items()
        }

    async def ok(self, asked: web.Request) -> web.StreamResponse:
        result = BOT if asked.path.endswith("getMe") else SENT | {"text": "x"}
        return web.json_response({"ok": True, "result": result})

    async def handle(self, asked: web.Request) -> web.StreamResponse:
        assert asked.transport is not None
        self.peers.add(asked.transport.get_extra_info("peername"))
        self.forms.append(await self.values(asked))
        return await self.ok(asked) if asked.path.endswith("getMe") else await self.answer(asked)


@asynccontextmanager
async def served(api: Api, **values: Any) -> Any:
    """A bot that speaks to `api` through the request object."""
    runner = web.AppRunner(web.Application(), handler_cancellation=True, shutdown_timeout=0.1)
    runner.app.router.add_route("*", "/{path:.*}", api.handle)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    address = f"http://127.0.0.1:{runner.addresses[0][1]}"
    bot: ExtBot[None] = ExtBot(
        TOKEN,
        base_url=f"{address}/bot",
        base_file_url=f"{address}/file/bot",
        request=AiohttpRequest(**values),
        get_updates_request=AiohttpRequest(**values),
    )
    try:
        async with bot:
            yield bot
    finally:
        await runner.cleanup()


def failed(
    api: Api, call: Callable[[ExtBot[None]], Awaitable[Any]], **values: Any
) -> TelegramError:
    """The error that a call on the bot ends with."""

    async def run() -> TelegramError:
        async with served(api, **values) as bot:
            with pytest.raises(TelegramError) as caught:
                await call(bot)
            return caught.value

    return asyncio.run(run())


async def slow(asked: web.Request) -> web.StreamResponse:
    await asyncio.sleep(5)
    return web.Response()


async def cut(asked: web.Request) -> web.StreamResponse:
    assert asked.transport is not None
    asked.transport.close()
    return web.Response()


async def cut_in_the_middle(asked: web.Request) -> web.StreamResponse:
    response = web.StreamResponse(headers={"Content-Length": "1000"})
    await response.prepare(asked)
    await response.write(b'{"ok": tr')
    return await cut(asked)


async def no_http(asked: web.Request) -> web.StreamResponse:
    assert asked.transport is not None
    asked.transport.write(b"\x00\xff nonsense\r\n\r\n")
    return await cut(asked)


async def refuse(asked: web.Request) -> web.StreamResponse:
    body = {"ok": False, "error_code": 400, "description": "Bad Request: chat not found"}
    return web.json_response(body, status=400)


def test_chinese_text_and_files_arrive_as_they_were() -> None:
    api = Api()

    async def run() -> None:
        async with served(api) as bot:
            assert (await bot.send_message(7, "防汛 & 抗旱 +100%")).message_id == 5
            await bot.send_document(7, InputFile(b"\x00\xff", "导出.json"), caption="导出")

    asyncio.run(run())
    assert api.forms[1] == {"chat_id": "7", "text": "防汛 & 抗旱 +100%"}
    assert api.forms[2] == {"chat_id": "7", "caption": "导出", "document": b"\x00\xff"}


def test_a_connection_serves_one_request_after_the_other() -> None:
    api = Api()

    async def run() -> None:
        async with served(api) as bot:
            for _ in range(5):
                await bot.send_message(7, "x")

    asyncio.run(run())
    assert len(api.peers) == 1


def test_a_connection_the_server_closed_meanwhile_is_not_used_again() -> None:
    api = Api()

    async def closing(asked: web.Request) -> web.StreamResponse:
        response = await api.ok(asked)
        asyncio.get_running_loop().call_later(0.02, asked.transport.close)  # type: ignore[union-attr]
        return response

    api.answer = closing

    async def run() -> None:
        async with served(api) as bot:
            for _ in range(3):
                await bot.send_message(7, "x")
                await asyncio.sleep(0.1)

    asyncio.run(run())
    assert len(api.forms) == 4


def test_what_telegram_refuses_is_told_in_its_words() -> None:
    api = Api()
    api.answer = refuse
    error = failed(api, lambda bot: bot.send_message(7, "x"))
    assert isinstance(error, BadRequest)
    assert error.message == "Chat not found"


def test_a_late_answer_is_a_time_out_that_may_have_arrived() -> None:
    api = Api()
    api.answer = slow
    error = failed(api, lambda bot: bot.send_message(7, "x"), read=0.05)
    assert isinstance(error, TimedOut)
    assert not isinstance(error.__cause__, NEVER_LEFT)
    assert len(api.forms) == 2


def test_a_call_may_wait_longer_than_others() -> None:
    api = Api()

    async def late(asked: web.Request) -> web.StreamResponse:
        await asyncio.sleep(0.3)
        return await api.ok(asked)

    api.answer = late

    async def run() -> None:
        async with served(api, read=0.1) as bot:
            await bot.send_message(7, "x", read_timeout=5)

    asyncio.run(run())


@pytest.mark.parametrize("answer", [cut, cut_in_the_middle, no_http])
def test_a_line_that_breaks_while_waiting_may_have_taken_it(answer: Any) -> None:
    api = Api()
    api.answer = answer
    error = failed(api, lambda bot: bot.send_message(7, "x"))
    assert isinstance(error, NetworkError)
    assert not isinstance(error.__cause__, NEVER_LEFT)
    assert TOKEN not in str(error)
    assert len(api.forms) == 2


def test_a_refused_connection_never_left() -> None:
    with socket.socket() as closed:
        closed.bind(("127.0.0.1", 0))
        port = closed.getsockname()[1]

    async def run() -> None:
        asking = AiohttpRequest()
        await asking.initialize()
        with pytest.raises(NetworkError) as caught:
            await asking.do_request(f"http://127.0.0.1:{port}/bot{TOKEN}/getMe", "POST")
        await asking.shutdown()
        assert isinstance(caught.value.__cause__, NEVER_LEFT)
        assert TOKEN not in str(caught.value)
        assert str(port) in str(caught.value)

    asyncio.run(run())


def test_without_a_free_connection_nothing_left() -> None:
    api = Api()
    api.answer = slow

    async def run() -> None:
        async with served(api, connections=1, read=0.5) as bot:
            held = asyncio.create_task(bot.send_message(7, "first"))
            await asyncio.sleep(0.1)
            with pytest.raises(TimedOut) as caught:
                await bot.send_message(7, "second", pool_timeout=0.05, connect_timeout=0.05)
            assert isinstance(caught.value.__cause__, NEVER_LEFT)
            assert TOKEN not in str(caught.value)
            with pytest.raises(TimedOut):
                await held

    asyncio.run(run())
    assert [form.get("text") for form in api.forms] == [None, "first"]


def test_a_redirect_is_not_followed_with_the_token() -> None:
    api = Api()

    async def away(asked: web.Request) -> web.StreamResponse:
        raise web.HTTPTemporaryRedirect("/elsewhere")

    api.answer = away
    error = failed(api, lambda bot: bot.send_message(7, "x"))
    assert isinstance(error, NetworkError)
    assert len(api.forms) == 2


def test_it_can_be_shut_down_and_made_ready_again() -> None:
    api = Api()

    async def run() -> None:
        async with served(api) as bot:
            await bot.shutdown()
            await bot.initialize()
            await bot.send_message(7, "x")

    asyncio.run(run())


@pytest.fixture
def no_proxy(monkeypatch: pytest.MonkeyPatch) -> Iterator[pytest.MonkeyPatch]:
    """An environment without a proxy."""
    for name in ("http_proxy", "https_proxy", "all_proxy"):
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.upper(), raising=False)
    yield monkeypatch


def test_without_a_proxy_the_leaner_request_is_used(no_proxy: pytest.MonkeyPatch) -> None:
    assert isinstance(request(), AiohttpRequest)


@pytest.mark.parametrize("name", ["HTTPS_PROXY", "http_proxy", "ALL_PROXY"])
def test_behind_a_proxy_the_one_that_knows_all_kinds_is_used(
    no_proxy: pytest.MonkeyPatch, name: str
) -> None:
    no_proxy.setenv(name, "http://127.0.0.1:3128")
    made = request()
    assert isinstance(made, HTTPXRequest)
    assert made.read_timeout == AiohttpRequest().read_timeout


def test_a_dead_line_is_noticed_soon_when_updates_are_waited_for() -> None:
    assert request(HELD).read_timeout == HELD < READ
