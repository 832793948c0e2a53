"""Merging goes on in short steps; questions never see a half of it."""

import random
from pathlib import Path

import pytest

from store import index
from store.database import Store
from store.merging import FAN, SMALLEST, crowded, step
from store.model import Article
from store.segments import CAPACITY, Segment, all_segments, ids_of, look_up, segments
from store.terms import pairs

SYLLABLES = "清河修渠柳镇春耕老王小满桥路灯学堂书记麦田雨雪"


def segment(first: int, span: int, merged: int | None = None) -> Segment:
    return Segment(first + 1, first, span, span * 100, merged)


def row(*spans: int) -> list[Segment]:
    """Neighbouring segments of these sizes."""
    return [segment(sum(spans[:i]), span) for i, span in enumerate(spans)]


def told(count: int, seed: int) -> list[Article]:
    rng = random.Random(seed)
    return [
        Article(id=f"{seed}-{i}", number=1000 * seed + i, title="", kind="news",
                paragraphs=("".join(rng.choices(SYLLABLES, k=12)),))
        for i in range(count)
    ]


def entered(store: Store, count: int, seed: int) -> list[Article]:
    """Articles in a segment of their own, nothing merged."""
    made = told(count, seed)
    with store.writing() as db:
        for draft in index.drafted(made):
            index.enter(db, draft, [article.number for article in made])
    return made


def holding(store: Store, term: str) -> set[int]:
    found = look_up(store.db, [term])[term]
    numbers = [one.segment.first + i for one in found for i in ids_of(store.db, term, one)]
    return {number for number, _ in index.places(store.db, numbers).values()}


def stepped(store: Store, work: int) -> int:
    """Merge to the end in steps of this size; gives how many it took."""
    steps = 1
    while True:
        with store.writing() as db:
            if not step(db, work=work):
                return steps
        steps += 1


@pytest.mark.parametrize(
    ("spans", "taken"),
    [
        ((300,) * (FAN - 1), 0),
        ((300,) * FAN, FAN),
        ((5000, 300, 300, 300, 20), 4),
        ((CAPACITY, 300, 300), 0),
        ((CAPACITY // 2, CAPACITY // 2), 2),
        ((CAPACITY // 2, CAPACITY // 2 + 1), 0),
    ],
)
def test_neighbours_of_like_size_are_made_one(spans: tuple[int, ...], taken: int) -> None:
    assert len(crowded(row(*spans), FAN)) == taken


def test_what_is_being_merged_is_not_begun_again() -> None:
    held = row(300, 300, 300, 300)
    assert crowded([segment(0, 1200, merged=3), *held], FAN) == []


@pytest.mark.parametrize("work", [1, 3000])
def test_between_two_steps_every_text_is_found(store: Store, work: int) -> None:
    made = [article for seed in range(1, FAN + 1) for article in entered(store, 60, seed)]
    expected = {a.number for a in made if "修渠" in pairs(a.paragraphs[0])}
    unfinished = True
    while unfinished:
        assert holding(store, "修渠") == expected
        with store.writing() as db:
            unfinished = step(db, work=work)
    assert holding(store, "修渠") == expected
    assert len(segments(store.db)) == len(all_segments(store.db)) == 1


def test_a_smaller_step_takes_more_of_them(store: Store) -> None:
    for seed in range(1, FAN + 1):
        entered(store, 60, seed)
    assert stepped(store, work=500) > 4


def test_what_is_added_during_a_merge_is_found_and_merged_later(store: Store) -> None:
    made = [article for seed in range(1, FAN + 1) for article in entered(store, 60, seed)]
    with store.writing() as db:
        assert step(db, work=1)
    made += entered(store, 40, 9)
    expected = {a.number for a in made if "柳镇" in pairs(a.paragraphs[0])}
    assert holding(store, "柳镇") == expected
    stepped(store, work=500)
    assert holding(store, "柳镇") == expected


def test_what_is_removed_during_a_merge_stays_removed(store: Store) -> None:
    made = [article for seed in range(1, FAN + 1) for article in entered(store, 60, seed)]
    with store.writing() as db:
        step(db, work=1)
        index.remove(db, [article.number for article in made[::2]])
    stepped(store, work=500)
    kept = {a.number for a in made[1::2] if "柳镇" in pairs(a.paragraphs[0])}
    assert holding(store, "柳镇") == kept


def test_a_step_that_fails_leaves_all_as_it_was(store: Store) -> None:
    for seed in range(1, FAN + 1):
        entered(store, 60, seed)
    before = holding(store, "柳镇")
    with pytest.raises(RuntimeError), store.writing() as db:
        step(db)
        raise RuntimeError
    assert holding(store, "柳镇") == before
    assert len(segments(store.db)) == FAN


def test_adding_one_issue_does_a_bounded_part_of_a_large_merge(store: Store) -> None:
    for seed in range(1, FAN + 1):
        entered(store, SMALLEST * FAN, seed)
    with store.writing() as db:
        assert step(db, work=2000)
    (target,) = [one for one in all_segments(store.db) if one.merged is not None]
    assert 0 < (target.merged or 0) < 30


def test_what_is_remembered_of_a_segment_taken_back_is_not_said_of_another(store: Store) -> None:
    with pytest.raises(RuntimeError), store.writing() as db:
        index.add(db, [Article(id="a", number=1, title="", kind="news", paragraphs=("柳镇修渠",))])
        assert holding(store, "柳镇") == {1}
        raise RuntimeError
    with store.writing() as db:
        index.add(db, [Article(id="b", number=2, title="", kind="news", paragraphs=("学堂开课",))])
    assert holding(store, "柳镇") == set()
    assert holding(store, "学堂") == {2}


def test_two_stores_do_not_share_what_is_remembered(store: Store, tmp_path: Path) -> None:
    entered(store, 60, 1)
    held = holding(store, "柳镇")
    with Store(tmp_path / "other.db") as other:
        assert holding(other, "柳镇") == set()
        made = entered(other, 60, 2)
        assert holding(other, "柳镇") == {
            a.number for a in made if "柳镇" in pairs(a.paragraphs[0])
        }
    assert holding(store, "柳镇") == held
