"""What may have been meant when nothing was found: a corrected spelling, then nearest titles."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from store.background import background
from store.ceilings import GRAMMAR, empty
from store.fold import fold
from store.match import Text, Wanted
from store.query import JOINING, TALK
from store.sound import exact, heard
from store.terms import pairs
from store.wholeness import bonded, ends, whole, word

LIKE = 0.45
"""How much a heading must be like the question to be offered."""
MOST = 3
SMALL = 2
"""Characters of a run that need not be printed when it is left as it is: 个人 in 有几个人."""
WORD = -2.0
"""The bond from which two characters of a question are one word whatever else one might make."""


def suggestions(
    wanted: Wanted, titles: Sequence[tuple[str, float]], text: Text | None,
    spelt: Sequence[str] = (),
) -> tuple[str, ...]:  # fmt: skip
    """At most MOST texts to offer; `titles` come with their likeness to the question (0-1),
    `spelt` are the question with its initials spelt out. Nothing is offered to chat."""
    typed = wanted.query.question.strip()
    if chat(fold(typed), wanted.query.chars):
        return ()
    offered = [respelt(wanted, text) if text else None]
    offered += [title for title, like in titles if like >= LIKE]
    found = [*spelt, *(one for one in offered if one and one != typed)]
    return tuple(dict.fromkeys(found))[:MOST]


def chat(folded: str, chars: str) -> bool:
    """Whether a question has no words of content, or one character of it among others (吃了吗)."""
    content = [char for char in chars if char not in GRAMMAR and char != "\n"]
    return empty(folded) or bool(TALK.match(folded)) or len(content) <= 1 < len(chars)


def respelt(wanted: Wanted, text: Text) -> str | None:
    """The question as typed, with what `corrected` changes of it."""
    old = wanted.query.chars
    new = corrected(old, text)
    if new is None:
        return None
    question = fold(wanted.query.question)
    for before, after in zip(old.split("\n"), new.split(" "), strict=True):
        if before not in question:
            return new
        question = question.replace(before, after)
    return question


def corrected(chars: str, text: Text) -> str | None:
    """The question with the words of the text where it sounds the same, a space for a line break;
    None if it is unchanged, or would not be made of words and of print from end to end."""
    runs = chars.split("\n")
    found = [spelling(run, text) for run in runs]
    if None in found or found == runs:
        return None
    return " ".join(filter(None, found))


def spelling(run: str, text: Text) -> str | None:
    """A run of the question as the text may print it; None when it has a part that is no print."""
    said = heard(exact(run))
    made, at = [""], 0
    while at < len(run):
        held = max(longest(run, at, text.chars), at + 1)
        word = next(alike(run, said, at, held, text), "")
        # What stays beside a word that is put in must be whole words too: 积 of 积极 is none.
        if word and not cut_clean(made[-1], text.chars):
            return None
        made.append(word or run[at:held])
        at += len(made[-1])
    whole = "".join(made)
    return whole if (whole == run and len(run) <= SMALL) or of_print(whole, text.chars) else None


def cut_clean(part: str, printed: str) -> bool:
    """Whether a stretch is printed somewhere without the rest of a word behind it."""
    return len(part) < 2 or any(
        ends(part, printed[at + len(part) :][:1]) for at in places(part, printed)
    )


def of_print(made: str, printed: str) -> bool:
    """Whether every character is printed beside the one it stands beside here, or is printed and
    makes a word with it; what joins words may stand anywhere."""
    joined = [pair in printed for pair in pairs(made)]
    worded = list(map(bonded, pairs(made)))
    return all(
        char in JOINING
        or (
            char in printed
            and any((*joined[max(0, i - 1) : i + 1], *worded[max(0, i - 1) : i + 1]))
        )
        for i, char in enumerate(made)
    )


def longest(run: str, at: int, printed: str) -> int:
    """Where the longest stretch of a run that is printed and begins at `at` stops."""
    stop = at
    while stop < len(run) and run[at : stop + 1] in printed:
        stop += 1
    return stop


def alike(run: str, said: str, at: int, least: int, text: Text) -> Iterator[str]:
    """Words of the text that sound like the run from `at` to behind `least`, the longest first.

    Of the question as of the print only whole words are taken: two characters of words that
    merely meet (吉房 in 昌吉房价, 斜实 in 倾斜实施) are none.
    """
    for stop in range(len(run), least, -1):
        typed = run[at:stop]
        if stop - at < 2 or GRAMMAR.issuperset(typed):
            continue
        for where in places(said[at:stop], text.sound):
            printed = text.chars[where : where + len(typed)]
            if not likelier(printed, typed):
                continue
            if whole(printed, text.chars, where) and placed(printed, run, at):
                yield printed


def placed(stretch: str, run: str, at: int) -> bool:
    """Whether a stretch would cut no word of the question, where what stands beside it may be half
    of one."""
    seams = run[max(0, at - 1) : at + 1], run[at + len(stretch) - 1 :][:2]
    return whole(stretch, run, at) and not any(bonded(seam, WORD) for seam in seams)


def places(part: str, whole: str) -> Iterator[int]:
    """Where a part begins in the whole."""
    at = whole.find(part)
    while at >= 0:
        yield at
        at = whole.find(part, at + 1)


def likelier(printed: str, typed: str) -> bool:
    """Whether a printed stretch is more likely meant than the one typed: wherever they differ, by
    a commoner word, or a name where newspapers know neither."""
    differing = [i for i, (a, b) in enumerate(zip(printed, typed, strict=True)) if a != b]
    if any(printed[i] in JOINING for i in differing):
        return False
    usual = [(commonest(printed, i), commonest(typed, i)) for i in differing]
    return bool(usual) and all(new > old or new == old == 0 for new, old in usual)


def commonest(stretch: str, at: int) -> float:
    """How many passages of newspapers at large hold the commonest word of two of which the
    character at `at` is one; 0 when it is in none they know."""
    known = background()
    both = (stretch[i : i + 2] for i in (at - 1, at) if 0 <= i < len(stretch) - 1)
    return max((known.held_by(pair) for pair in both if word(pair)), default=0.0)
