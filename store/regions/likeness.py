"""How likely one name is another with a character damaged."""

from __future__ import annotations

from store.regions.sound import sound


def likeness(written: str, name: str) -> float:
    """The chance (0-1) that one is the other with one character damaged; 0 when it is not close.

    Short names must sound the same; in longer ones one character may be lost, doubled, swapped
    with its neighbour or be another.
    """
    if written == name or written[-1] != name[-1]:
        return 0.0
    if len(written) == len(name):
        return alike(written, name)
    longer, shorter = sorted((written, name), key=len, reverse=True)
    if len(longer) - len(shorter) > 1 or len(longer) < 4 or len(shorter) < 3:
        return 0.0
    for i in range(len(longer)):
        if longer[:i] + longer[i + 1 :] == shorter:
            return 0.9 if longer is name or echoed(written, i) else 0.0
    return 0.0


def echoed(written: str, i: int) -> bool:
    """Whether the extra character sounds like the one beside it, as a doubled one does."""
    near = written[max(i - 1, 0) : i] + written[i + 1 : i + 2]
    return any(sound(written[i]) == sound(other) for other in near)


def alike(written: str, name: str) -> float:
    """As `likeness`, for names of one length."""
    wrong = [i for i, (one, other) in enumerate(zip(written, name, strict=True)) if one != other]
    if len(wrong) == 1 and sound(written) == sound(name):
        return 0.95 if len(name) > 2 else 0.0
    if len(wrong) == 1 and len(name) >= 4:
        return 0.8
    swapped = len(wrong) == 2 and len(name) >= 4 and wrong[1] == wrong[0] + 1
    return 0.9 if swapped and sorted(written) == sorted(name) else 0.0
