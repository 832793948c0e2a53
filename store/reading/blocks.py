"""Blocks of an article printed inside another one: what follows the rest of a sentence follows it
home. Pure.

Where two columns are mixed, a sentence stops in one article and goes on in another, and the
paragraphs behind it are still of the first.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from store.reading.joins import Pair
from store.reading.nodes import Node
from store.reading.topics import Topics

FITS = 0.1
"""How much more of its bigrams, by weight, a paragraph must share with the article that its block
came from than with the one it was printed in."""


def leading_blocks(nodes: Sequence[Node], pairs: Iterable[Pair]) -> Iterator[Pair]:
    """Of pairs of pieces those that may still be joined, whose second piece leads a block: the
    sentence that stops right above it goes on further down in the same article."""
    for pair in pairs:
        left, right = nodes[pair.left], nodes[pair.right]
        if left.next is None and right.previous is None and left.part != right.part:
            above = nodes[pair.right - 1] if pair.right else left
            until = nodes[above.next] if above.next is not None else above
            if above.part == until.part == right.part and until.order > right.order:
                yield pair


def bring_home(nodes: Sequence[Node], topics: Topics) -> Iterator[Node]:
    """Gives paragraphs that stand behind the rest of another article's sentence to that article;
    yields each.

    Where a sentence of the article around goes on below, all up to there is of the block; else
    what speaks more of the other article, as far as it stands together.
    """
    for rest in nodes:
        if rest.previous is None or nodes[rest.previous].part == rest.part:
            continue
        home = _home(nodes, rest)
        behind = list(_behind(nodes, rest))
        until = next((i for i, node in enumerate(behind) if _resumes(nodes, node, rest)), None)
        for at, node in enumerate(behind):
            inside = until is not None and at < until
            if at == until or not (inside or topics.pull(node, home) > FITS):
                break
            node.part, node.place = home, (*nodes[rest.previous].place, node.order)
            yield node


def _home(nodes: Sequence[Node], node: Node) -> int:
    """The article in which the sentence begins that goes on with this piece."""
    while node.previous is not None:
        node = nodes[node.previous]
    return node.part


def _behind(nodes: Sequence[Node], rest: Node) -> Iterator[Node]:
    """The pieces of the same article behind one, up to its next subhead."""
    for node in nodes[rest.order + 1 :]:
        if node.part != rest.part or node.heads or node.piece.use != "body":
            return
        yield node


def _resumes(nodes: Sequence[Node], node: Node, rest: Node) -> bool:
    """Whether a piece goes on with a sentence that stopped before the block."""
    return node.previous is not None and node.previous < rest.order
