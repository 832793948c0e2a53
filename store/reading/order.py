"""Mends the order of text: joins cut sentences, brings moved pieces back, marks what is lost."""

from __future__ import annotations

import math
from itertools import pairwise

from store.model import Repair, Span
from store.reading.blocks import bring_home, leading_blocks
from store.reading.joins import (
    ADJACENT,
    AWAY,
    BEFORE,
    HANGING,
    JUMBLED,
    LEADS,
    LOST,
    MARGIN,
    MOST_PULL,
    NEXT,
    OTHER_KIND,
    SAME_ARTICLE,
    TAKEN,
    TOPIC,
    UNDER_HEADING,
    WINDOW,
    Judge,
    Pair,
    settle,
)
from store.reading.nodes import Node
from store.reading.parts import WHOLE, Draught, Part, Piece
from store.reading.runs import overlap
from store.reading.topics import Topics
from store.reading.words import lost_head, starts_hanging

FOLLOWS = 0.8
"""How sure it is that a paragraph belongs where it followed the rest of a sentence to."""


def mend_order(draught: Draught) -> None:
    """Joins what was cut. Pieces that go on elsewhere move there; an open end with no
    continuation is a gap and its article is flagged `damaged`."""
    nodes = _nodes(draught.parts)
    judge, topics = Judge([n.piece.text for n in nodes]), Topics(nodes)
    pairs = _pairs(nodes, judge, topics, draught)
    _join(draught, nodes, settle(pairs))
    _join(draught, nodes, settle(list(leading_blocks(nodes, pairs)), least=LOST - LEADS))
    for node in bring_home(nodes, topics):
        at = node.piece.start
        draught.parts[node.part].repairs.append(
            Repair("moved", Span(at, at), FOLLOWS, node.piece.text[:20])
        )
    _rebuild(draught, nodes)


def _join(draught: Draught, nodes: list[Node], settled: list[tuple[Pair, float]]) -> None:
    for pair, margin in settled:
        if _circular(nodes, pair):
            continue
        nodes[pair.left].next, nodes[pair.right].previous = pair.right, pair.left
        _note(draught, nodes, pair, margin)


def _nodes(parts: list[Part]) -> list[Node]:
    found = [(piece.start, p, piece) for p, part in enumerate(parts) for piece in part.pieces]
    found.sort(key=lambda f: f[0])
    return [
        Node(piece, p, i, _headed(parts[p], piece), (i,)) for i, (_, p, piece) in enumerate(found)
    ]


def _headed(part: Part, piece: Piece) -> bool:
    at = next(i for i, p in enumerate(part.pieces) if p is piece)
    return bool(part.heads) if at == 0 else part.pieces[at - 1].use == "subhead"


def _pairs(nodes: list[Node], judge: Judge, topics: Topics, draught: Draught) -> list[Pair]:
    heads = [n for n in nodes if n.piece.use not in WHOLE]
    numbers = {n.order: i for i, n in enumerate(heads)}
    jumbled = _jumbled(heads)
    pairs = []
    for left in heads:
        if left.piece.closed:
            continue
        at = numbers[left.order]
        near = heads[max(0, at - WINDOW) : at] + heads[at + 1 : at + 1 + WINDOW]
        for right in near:
            score = judge.text_score(left.piece.text, right.piece.text)
            following = at + 1 < len(heads) and right is heads[at + 1]
            score += _layout(left, right, draught, following)
            above = heads[numbers[right.order] - 1] if numbers[right.order] else left
            if above is not left and not above.piece.closed:
                score -= TAKEN
            if lost_head(right.piece.text):
                score += HANGING
            elif following and left.part == right.part and left.part in jumbled:
                score -= JUMBLED
            elif left.part != right.part and _inside(heads, numbers[right.order]):
                score -= AWAY
            if left.part != right.part:
                score += TOPIC * min(topics.pull(right, left.part), MOST_PULL)
            pairs.append(Pair(left.order, right.order, score))
    return pairs


def _jumbled(heads: list[Node]) -> set[int]:
    """The articles in which the rest of a sentence stands behind a whole paragraph."""
    return {
        node.part
        for above, node in pairwise(heads)
        if above.part == node.part and above.piece.closed and lost_head(node.piece.text)
    }


def _inside(heads: list[Node], at: int) -> bool:
    """Whether a piece stands behind a whole paragraph of its article and before another piece."""
    if not 0 < at < len(heads) - 1:
        return False
    above, node, below = heads[at - 1 : at + 2]
    return above.part == node.part == below.part and above.piece.closed


def _layout(left: Node, right: Node, draught: Draught, following: bool) -> float:
    """What the places of two pieces on the page add: neighbours go together, and text under no
    heading may belong anywhere."""
    home, other = draught.parts[left.part], draught.parts[right.part]
    same, stray = left.part == right.part, _stray(other)
    score = SAME_ARTICLE if same else 0.0
    if right.heads and not starts_hanging(right.piece.text):
        score -= UNDER_HEADING
    if following and (same or stray):
        return score + (ADJACENT if right.order == left.order + 1 else NEXT)
    if home.kind != other.kind and not stray:
        score -= OTHER_KIND
    return score - BEFORE if right.order < left.order else score


def _stray(part: Part) -> bool:
    return not part.heads and not part.bylined and part.kind is None


def _circular(nodes: list[Node], pair: Pair) -> bool:
    """Whether joining would tie a chain of pieces to its own beginning."""
    at: int | None = pair.right
    while at is not None:
        if at == pair.left:
            return True
        at = nodes[at].next
    return False


def _note(draught: Draught, nodes: list[Node], pair: Pair, margin: float) -> None:
    left, right = nodes[pair.left], nodes[pair.right]
    kind = "rejoined" if pair.right == pair.left + 1 else "moved"
    confidence = 1 / (1 + math.exp(-margin))
    span = Span(left.piece.spans[-1].end, left.piece.spans[-1].end)
    draught.parts[left.part].repairs.append(
        Repair(kind, span, round(confidence, 3), right.piece.text[:20])
    )
    if margin < MARGIN:
        draught.parts[left.part].flag("doubtful_join")


def _rebuild(draught: Draught, nodes: list[Node]) -> None:
    """Each article's pieces again: chains where they begin, gaps marked."""
    for part in draught.parts:
        part.pieces = []
    for node in sorted(nodes, key=lambda one: one.place):
        if node.previous is not None:
            continue
        part = draught.parts[node.part]
        piece, last = _chain(draught, nodes, node)
        part.pieces.append(piece)
        if lost_head(piece.text) and node.piece.use == "body":
            _gap(part, piece.spans[0].start, "head lost")
        if not last.piece.closed:
            _gap(part, piece.spans[-1].end, "tail lost")


def _chain(draught: Draught, nodes: list[Node], node: Node) -> tuple[Piece, Node]:
    piece = node.piece
    while node.next is not None:
        node = nodes[node.next]
        right = node.piece
        if size := overlap(piece.text, right.text):
            draught.discards.extend(right.notes("overlap", 0, size))
            right = right.without(0, size)
        piece = piece.followed_by(right)
    return piece, node


def _gap(part: Part, at: int, note: str) -> None:
    part.flag("damaged")
    part.repairs.append(Repair("gap", Span(at, at), 0.8, note))
