"""Bytes -> text: which encoding a page was written in, and whether it is a Chinese page at all."""

from __future__ import annotations

import codecs

from charset_normalizer import from_bytes

from store.errors import PageError

LARGEST = 20 * 1024 * 1024
"""Bytes. A newspaper page is some tens of kilobytes; what is larger is another kind of file."""

SAMPLE = 64 * 1024
BROKEN_SHARE = 0.02
"""Above this share of replaced characters a text is no longer worth keeping."""

COMMONEST = frozenset("的一是在了和有大中国为人民工作党年市县地上发展建设会以社业")


def decode(data: bytes) -> tuple[str, str]:
    """The text of a page and the name of its encoding.

    UTF-8 (with or without a mark), UTF-16 with a mark, UTF-8 with a few broken sequences
    (replaced by U+FFFD), GB18030, then whatever charset-normalizer believes. Raises PageError
    with one sentence for a file that is empty, too large, binary or not Chinese.
    """
    if len(data) > LARGEST:
        raise PageError("文件超过 20 MB，不像一个版面，请拆成单个版面再导入。")
    if not data.strip():
        raise PageError("文件是空的，请换一个有文字的版面文件。")
    text, encoding = _decoded(data)
    if not text.strip("\ufeff \t\r\n\u3000"):
        raise PageError("文件是空的，请换一个有文字的版面文件。")
    if not _chinese(text):
        raise PageError("文件里几乎没有中文，不像报纸版面，请检查文件或编码。")
    return text, encoding


def _decoded(data: bytes) -> tuple[str, str]:
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return data.decode("utf-16", "replace"), "utf-16"
    if _binary(data):
        raise PageError("这是二进制文件，不是文字版面，请先转成 txt 或 Markdown。")
    encoding = "utf-8-sig" if data.startswith(codecs.BOM_UTF8) else "utf-8"
    for name in (encoding, "gb18030"):
        text = _strict(data, name)
        if text is not None and (name != "gb18030" or _plausible(text)):
            return text, name
    return _mended(data, encoding) or _guessed(data) or _refused()


def _strict(data: bytes, name: str) -> str | None:
    """None when the bytes are not valid in that encoding."""
    try:
        return data.decode(name)
    except UnicodeDecodeError:
        return None


def _mended(data: bytes, name: str) -> tuple[str, str] | None:
    """The text with broken sequences replaced, or None when too much of it is broken.

    A broken GB18030 page is tried too: a cut file breaks only its last character.
    """
    for encoding in (name, "gb18030"):
        text = data.decode(encoding, "replace")
        lost = text.count("\ufffd")
        if _plausible(text) and lost <= max(3, BROKEN_SHARE * len(text)) and lost < len(text) / 4:
            return text, f"{encoding} ({lost} replaced)"
    return None


def _guessed(data: bytes) -> tuple[str, str] | None:
    """What charset-normalizer believes, None when it believes nothing or it is not Chinese."""
    best = from_bytes(data[:SAMPLE]).best()
    if best is None:
        return None
    text = data.decode(best.encoding, "replace")
    return (text, best.encoding) if _plausible(text) else None


def _refused() -> tuple[str, str]:
    raise PageError("认不出文件的编码，请存成 UTF-8 再导入。")


def _binary(data: bytes) -> bool:
    head = data[:SAMPLE]
    return b"\0" in head or data.startswith((b"%PDF", b"PK\x03\x04", b"\x89PNG", b"\xff\xd8\xff"))


def _chinese(text: str) -> bool:
    """Whether at least a tenth of what is visible, and six characters, are Han."""
    visible = sum(1 for c in text if not c.isspace())
    han = sum(1 for c in text if is_han(c))
    return han >= 6 and han * 10 >= visible


def _plausible(text: str) -> bool:
    """Whether text decoded by guess reads like Chinese: any byte pair is some GB18030 character,
    so valid bytes alone prove nothing; the commonest characters do."""
    han = [c for c in text[:SAMPLE] if is_han(c)]
    if len(han) * 10 < len(text[:SAMPLE].split()) or not han:
        return False
    return sum(1 for c in han if c in COMMONEST) >= 0.02 * len(han)


def is_han(char: str) -> bool:
    """Whether a character is a Han character of the basic blocks or extension A."""
    return "\u4e00" <= char <= "\u9fff" or "\u3400" <= char <= "\u4dbf"
