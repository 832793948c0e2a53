"""What sort of article a question asks for beside its filters: 评论, 照片, 短讯. Pure."""

from __future__ import annotations

import re

from store.model import Kind

SAID: tuple[tuple[str, Kind], ...] = (
    ("评论|言论|时评|社论|短评", "commentary"),
    ("照片|图片|摄影|组图|新闻图|拍摄?(?:了|过|的)|摄$", "photo"),
    ("短讯|简讯|短消息", "brief"),
)
GENRES = [(re.compile(pattern), kind) for pattern, kind in SAID]


def genre(folded: str) -> tuple[Kind, int, int] | None:
    """The kind of article a folded question names, and where it does; None for none."""
    for pattern, kind in GENRES:
        if hit := pattern.search(folded):
            return kind, *hit.span()
    return None
