"""A question as the payload of a deep link: at most 64 letters, digits, _ and -. Pure."""

from __future__ import annotations

from base64 import urlsafe_b64decode, urlsafe_b64encode

LONGEST = 46
"""Bytes of a question in UTF-8: as many as 62 characters of base64 hold."""
PREFIX = "q_"


def payload_of(question: str) -> str:
    """The payload that asks a question; only its prefix for one that is too long."""
    said = " ".join(question.split()).encode("utf-8", "ignore")
    if len(said) > LONGEST:
        return PREFIX
    return PREFIX + urlsafe_b64encode(said).decode().rstrip("=")


def question_of(payload: str) -> str | None:
    """The question of a payload, "" for none in it; None when it is no such payload."""
    if not payload.startswith(PREFIX):
        return None
    code = payload.removeprefix(PREFIX)
    try:
        return urlsafe_b64decode(code + "=" * (-len(code) % 4)).decode().strip()
    except ValueError:
        return ""
