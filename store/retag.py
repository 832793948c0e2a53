"""Regions told anew for every article, after the owner has added places."""

from __future__ import annotations

from store import articles, browse, corrections, index
from store.database import Store
from store.finishing import as_draft, tagged
from store.places import gazetteer_of
from store.raw import page_text
from store.regions import ancestors


def retag(store: Store) -> int:
    """Tag every article read from a page again; gives how many changed.

    Articles moved in from elsewhere keep the regions they came with, and what an editor has set
    stays.
    """
    gazetteer = gazetteer_of(store)
    changed = 0
    with store.reading() as db:
        kept = corrections.by_hand(db, "regions")
        homes = dict(
            (number, (region, page))
            for number, region, page in db.execute(
                "SELECT articles.number, region, pages.number FROM articles"
                " JOIN pages ON pages.number = articles.page"
            )
        )
    for article in articles.everything(store):
        if article.number not in homes or article.id in kept:
            continue
        region, page = homes[article.number]
        with store.reading() as db:
            text = page_text(db, page)
        regions = tagged(as_draft(article), gazetteer, region, text).regions
        if regions == article.regions:
            continue
        changed += 1
        with store.writing() as db:
            articles.place(db, article.number, regions)
            for region in regions:
                browse.remember(db, "region", (*ancestors(region), region))
            index.remove(db, [article.number])
            index.add(db, list(articles.load(db, [article.number]).values()))
    return changed
