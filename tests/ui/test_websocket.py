"""Messages of one moment leave together, in order, and none is lost when the socket closes."""

import asyncio

from tests import turning
from ui.serving.websocket import _Gathered


class Wire:
    def __init__(self) -> None:
        self.written: list[bytes] = []
        self.closed = False

    def write(self, data: bytes) -> None:
        self.written.append(data)

    def is_closing(self) -> bool:
        return self.closed

    def close(self) -> None:
        self.closed = True


def test_what_is_written_in_one_turn_leaves_at_once() -> None:
    async def story() -> Wire:
        wire = Wire()
        gathered = _Gathered(wire, asyncio.get_running_loop())  # type: ignore[arg-type]
        gathered.write(b"a")
        gathered.write(b"b")
        assert wire.written == []
        await asyncio.sleep(0)
        gathered.write(b"c")
        gathered.close()
        gathered.write(b"too late")
        await asyncio.sleep(0)
        return wire

    wire = turning.run(story())
    assert wire.written == [b"ab", b"c"]
    assert wire.closed
