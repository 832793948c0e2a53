"""A request object around another one, for those that add something to its requests."""

from __future__ import annotations

from telegram.request import BaseRequest


class Wrapping(BaseRequest):
    """Begins, ends and waits as the request object inside; `do_request` is for the heirs."""

    def __init__(self, inner: BaseRequest) -> None:
        self.inner = inner

    @property
    def read_timeout(self) -> float | None:
        """Seconds, as the request object inside has it."""
        return self.inner.read_timeout

    async def initialize(self) -> None:
        """Make the request object inside ready."""
        await self.inner.initialize()

    async def shutdown(self) -> None:
        """Put the request object inside away."""
        await self.inner.shutdown()
