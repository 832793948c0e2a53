"""The office printed with the authors' names: it tells where an account in the first person plays,
which names no place of its own."""

from __future__ import annotations

from store.reading.bylines import is_byline, names_in


def office_of(text: str, authors: tuple[str, ...]) -> str:
    """What a page's byline of just these authors says beside their names.

    Empty when no line is that byline, and when several are, for the authors may have written more
    than one article of the page.
    """
    if not authors:
        return ""
    lines = (line.strip() for line in text.splitlines() if authors[0] in line)
    found = [line for line in lines if is_byline(line) and names_in(line) == authors]
    if len(found) != 1:
        return ""
    office = found[0]
    for name in authors:
        office = office.replace(name, " ")
    return office.strip()
