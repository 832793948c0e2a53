"""Archives larger than there is text for: passages of shuffled sentences."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator, Sequence

SENTENCE = re.compile(r"[^。！？!?；;]*[。！？!?；;]+[”’」』）)]*|[^。！？!?；;]+")


def grown(texts: Sequence[str], count: int, seed: int = 5) -> Iterator[str]:
    """`count` passages: those given, and then as many as are wanting, each as long as one of
    them and made of sentences drawn from all.

    A term is then met as much oftener as the archive is larger, which is how common terms grow;
    new rare terms, which a real archive would gain, do not come.
    """
    yield from texts[:count]
    rng = random.Random(seed)
    sentences = [one for text in texts for one in SENTENCE.findall(text)]
    for _ in range(count - len(texts)):
        wanted = len(rng.choice(texts))
        made = ""
        while len(made) < wanted:
            made += rng.choice(sentences)
        yield made
