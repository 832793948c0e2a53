"""A small drawing surface: filled boxes and figures, written as a PNG (W3C PNG, colour type 3)."""

from __future__ import annotations

import struct
import zlib

# Five rows of three dots, a row an octal figure.
GLYPHS = {
    "0": "75557",
    "1": "26227",
    "2": "71747",
    "3": "71717",
    "4": "55711",
    "5": "74717",
    "6": "74757",
    "7": "71111",
    "8": "75757",
    "9": "75717",
    "-": "00700",
}
WIDE, TALL = 3, 5


class Canvas:
    """A picture in a few colours, each given as (red, green, blue); the first is the paper's."""

    def __init__(self, width: int, height: int, colours: list[tuple[int, int, int]]) -> None:
        self.width = width
        self.height = height
        self.colours = colours
        self.rows = [bytearray(width) for _ in range(height)]

    def box(self, left: int, top: int, width: int, height: int, colour: int) -> None:
        """Fill a box; what lies outside the picture is left out."""
        left, right = max(left, 0), min(left + width, self.width)
        for row in self.rows[max(top, 0) : max(top + height, 0)]:
            row[left:right] = bytes([colour]) * max(right - left, 0)

    def figures(self, text: str, left: int, top: int, colour: int, scale: int = 2) -> None:
        """Write figures and hyphens, each dot `scale` pixels wide; other characters stay blank."""
        for at, character in enumerate(text):
            start = left + at * (WIDE + 1) * scale
            for line, dots in enumerate(GLYPHS.get(character, "00000")):
                for column in range(WIDE):
                    if int(dots) >> (WIDE - 1 - column) & 1:
                        x, y = start + column * scale, top + line * scale
                        self.box(x, y, scale, scale, colour)

    def png(self) -> bytes:
        """The picture as the bytes of a PNG file."""
        head = struct.pack(">IIBBBBB", self.width, self.height, 8, 3, 0, 0, 0)
        palette = bytes(part for colour in self.colours for part in colour)
        data = b"".join(b"\0" + bytes(row) for row in self.rows)
        chunks = (
            (b"IHDR", head),
            (b"PLTE", palette),
            (b"IDAT", zlib.compress(data)),
            (b"IEND", b""),
        )
        return b"\x89PNG\r\n\x1a\n" + b"".join(chunk(name, body) for name, body in chunks)


def width_of(text: str, scale: int = 2) -> int:
    """The width of written figures in pixels."""
    return (len(text) * (WIDE + 1) - 1) * scale


def chunk(name: bytes, body: bytes) -> bytes:
    """A chunk of a PNG file with its length and checksum."""
    return struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))
