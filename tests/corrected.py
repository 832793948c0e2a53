"""A page and the corrections an editor may make to it."""

from collections.abc import Callable

from store import amending, articles, raw, wording
from store.amending import Amended
from store.database import Store
from store.intake import take
from store.model import Article
from store.pages import page_from_bytes

BY = "编辑甲"
PAGE = """松照日报

桥修好了 村里人走上平路

□本报记者 秦望舒

松照县石埠村的老木桥在去年夏天被水冲断。村党支部书记万里春带着党员挨家商量，二十天里凑齐了修桥的木料和人手。

新桥在霜降那天通车，长三十六米，能过拖拉机。村里的孩子上学不用再绕七里山路，卖菜的老人也能当天来回。

夜读班办进打谷场

□本报记者 秦望舒

松照县柳塘村把夜读班办进了打谷场，每周三晚上由老党员领着读一个时辰。入冬以来一共开了十四回，来听的人从九个添到六十多个。

读完了还要议一件村里的事，路灯该装在哪里、水渠先修哪一段，都是在打谷场上定下来的。
"""


def everything(store: Store) -> dict[str, Article]:
    return {article.id: article for article in articles.everything(store)}


def the(store: Store, title: str) -> Article:
    return next(one for one in articles.everything(store) if title in one.title)


def put(store: Store, text: str) -> tuple[Article, ...]:
    data = text.encode()
    page, encoding = page_from_bytes(data, "松照日报_2026-02-03_05.txt")
    return take(store, page, data, encoding).articles


def chunks_of(store: Store, number: int) -> int:
    sql = "SELECT count(*) FROM chunks WHERE article = ?"
    return int(store.db.execute(sql, [number]).fetchone()[0])


def sound(store: Store) -> bool:
    return not any(raw.unlike(store, one.number) for one in articles.everything(store))


EDITS: dict[str, Callable[[Store], Amended]] = {
    "title": lambda s: amending.set_title(s, the(s, "桥修好").id, "平路通到村口", BY),
    "column": lambda s: amending.set_column(s, the(s, "桥修好").id, "乡间", BY),
    "authors": lambda s: amending.set_authors(s, the(s, "桥修好").id, ["闻秋", "秦望舒"], BY),
    "regions": lambda s: amending.set_regions(s, the(s, "桥修好").id, ["新疆/昌吉州/奇台县"], BY),
    "kind": lambda s: amending.set_kind(s, the(s, "桥修好").id, "commentary", BY),
    "paper": lambda s: wording.set_place(s, the(s, "桥修好").id, "paper", "松照晚报", BY),
    "date": lambda s: wording.set_place(s, the(s, "桥修好").id, "date", "20260210", BY),
    "page": lambda s: wording.set_place(s, the(s, "桥修好").id, "page", "", BY),
    "date of the page": lambda s: wording.set_place(
        s, the(s, "桥修好").id, "date", "2026-02-10", BY, whole=True
    ),
    "cut": lambda s: wording.cut(s, the(s, "桥修好").id, 2, "村里的孩子", BY),
    "rejoin": lambda s: wording.rejoin(s, the(s, "桥修好").id, 1, None, None, BY),
    "rejoin across": lambda s: wording.rejoin(
        s, the(s, "桥修好").id, 1, the(s, "夜读").id, 2, BY
    ),
    "split inside": lambda s: amending.split(
        s, the(s, "桥修好").id, 2, "新桥通车", BY, "村里的孩子"
    ),
    "split": lambda s: amending.split(s, the(s, "桥修好").id, 2, "新桥通车", BY),
    "join": lambda s: amending.join(s, the(s, "桥修好").id, the(s, "夜读").id, BY),
    "move": lambda s: amending.move(s, the(s, "桥修好").id, 2, the(s, "夜读").id, 1, BY),
    "remove": lambda s: amending.remove(s, the(s, "桥修好").id, None, BY),
    "remove paragraph": lambda s: amending.remove(s, the(s, "桥修好").id, 1, BY),
}
