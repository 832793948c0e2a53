from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from store.errors import PageError
from store.pages.decoding import LARGEST, decode

TEXT = "前坡村的党员在社区发展中为大家工作，日子一天比一天好。" * 8


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_the_usual_encodings_are_read(encoding: str) -> None:
    assert decode(TEXT.encode(encoding)) == (TEXT, encoding)


def test_half_a_sequence_at_the_end_is_replaced() -> None:
    text, encoding = decode(TEXT.encode() + "党".encode()[:2])
    assert text.startswith(TEXT) and text.endswith("\ufffd")
    assert encoding == "utf-8 (1 replaced)"


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "空"),
        (b" \n\n ", "空"),
        (b"\x89PNG\r\n\x1a\n\0\0", "二进制"),
        (b"%PDF-1.7 rest", "二进制"),
        (b"Only English here, page after page." * 9, "中文"),
        (bytes([0x81, 0xFF, 0xFE, 0x9F]) * 300, "编码"),
        (b"a" * (LARGEST + 1), "20 MB"),
    ],
)
def test_what_is_no_page_is_refused_with_a_sentence(data: bytes, words: str) -> None:
    with pytest.raises(PageError, match=words) as caught:
        decode(data)
    assert str(caught.value).endswith("。")


@given(st.binary(max_size=400))
def test_no_bytes_lead_to_anything_but_text_or_a_sentence(data: bytes) -> None:
    try:
        text, encoding = decode(data)
    except PageError as error:
        assert str(error).endswith("。")
    else:
        assert text and encoding
