"""Which page a file is: what comes again is known again, and nothing is lost without a word."""

from dataclasses import replace

import pytest

from store import amending, articles, browse, raw
from store.database import Store
from store.errors import PageError
from store.intake import Taken, look, take
from store.model import NO_FILTERS, Article, Imprint
from store.pages import page_from_bytes

FIRST = """磨坊重新开磨

本报讯 云溪县北坡乡的老磨坊停了八年，今年春天由三户人家合伙修好。磨盘是请山外的石匠重新凿的，
水渠清了半个月，开磨那天来了四十多辆小车排队等着磨面。磨一袋面收两块钱，老人和军属不收。
"""
SECOND = """渡口添了一条新船

本报讯 云溪县南岸渡口上周换了船，铁壳子，带棚，一次能坐二十六个人。撑船的老梁说旧船木头都朽了，
雨天不敢载学生。新船的钱一半是县里补的，一半是两岸村子凑的，账目贴在渡口的木牌上。
"""
THIRD = """林场招护林员

本报讯 云溪林场这个月招护林员十一名，要会骑马、识字、不怕走夜路。报名的人先跟着老护林员上山三天，
认得清界桩和防火道，再由场部考一回。去年招来的九个人，到现在一个也没有走。
"""
PLACE = Imprint("云溪报", "2026-04-02", "3", origin=(("paper", "option"),))


def put(
    store: Store, text: str, name: str = "a.txt", given: Imprint | None = None, folder: str = "x"
) -> Taken:
    data = text.encode()
    page, encoding = page_from_bytes(data, name, given)
    return take(store, page, data, encoding, folder)


def titles(store: Store) -> list[str]:
    return sorted(article.title for article in articles.everything(store))


def only(store: Store) -> Article:
    (article,) = articles.everything(store)
    return article


def place(article: Article) -> tuple[str | None, ...]:
    return article.paper, article.date, article.page


def test_different_files_of_one_page_are_its_parts(store: Store) -> None:
    taken = [put(store, text, f"{at}.txt", PLACE) for at, text in enumerate((FIRST, SECOND, THIRD))]
    assert [(one.state, one.part) for one in taken] == [("new", 1), ("new", 2), ("new", 3)]
    assert len(titles(store)) == 3
    assert {place(article) for article in articles.everything(store)} == {
        ("云溪报", "2026-04-02", "3")
    }
    assert browse.issues(store)[0].pages == 1


def test_each_part_is_known_again_by_its_text(store: Store) -> None:
    for at, text in enumerate((FIRST, SECOND)):
        put(store, text, f"{at}.txt", PLACE)
    assert put(store, SECOND, "b.txt", PLACE).state == "unchanged"
    changed = put(store, SECOND.replace("二十六", "二十八"), "b.txt", PLACE)
    assert (changed.state, changed.part) == ("changed", 2)
    assert len(titles(store)) == 2
    assert put(store, FIRST.replace("四十多", "五十多"), "c.txt", PLACE).part == 1


def test_parts_stand_one_behind_the_other(store: Store) -> None:
    put(store, FIRST + "\n" + THIRD, "1.txt", PLACE)
    put(store, SECOND, "2.txt", PLACE)
    found = [article.title for article in articles.listing(store, NO_FILTERS).articles]
    assert found == ["磨坊重新开磨", "林场招护林员", "渡口添了一条新船"]


def test_another_text_under_the_same_file_name_is_another_page(store: Store) -> None:
    put(store, FIRST)
    assert put(store, SECOND).state == "new"
    assert len(titles(store)) == 2


def test_an_unlabelled_copy_takes_nothing_away(store: Store) -> None:
    put(store, FIRST, "a.txt", PLACE)
    before = only(store)
    assert put(store, FIRST, "copy of it.txt", folder="y").state == "unchanged"
    assert only(store) == before
    assert browse.counts(store)["issues"] == 1


def test_an_unlabelled_new_version_keeps_its_place(store: Store) -> None:
    put(store, FIRST, "a.txt", PLACE)
    id_ = only(store).id
    assert put(store, FIRST.replace("四十多", "五十多"), "a.txt").state == "changed"
    assert (only(store).id, place(only(store))) == (id_, ("云溪报", "2026-04-02", "3"))


@pytest.mark.parametrize("text", [FIRST, FIRST.replace("四十多", "五十多")])
def test_what_is_told_anew_is_added_to_what_was_known(store: Store, text: str) -> None:
    put(store, FIRST, "a.txt", replace(PLACE, region="新疆"))
    put(store, text, "a.txt", Imprint(date="2026-04-03"))
    assert place(only(store)) == ("云溪报", "2026-04-03", "3")
    assert store.db.execute("SELECT region FROM pages").fetchone()[0].startswith("新疆")
    assert browse.counts(store)["issues"] == 1


def test_a_guess_does_not_overrule_what_somebody_stated(store: Store) -> None:
    put(store, FIRST, "a.txt", PLACE)
    put(store, FIRST, "2026-05-06.txt")
    assert only(store).date == "2026-04-02"


def test_a_page_moved_to_a_place_that_is_taken_becomes_a_part_of_it(store: Store) -> None:
    put(store, FIRST, "a.txt", PLACE)
    put(store, SECOND, "b.txt", replace(PLACE, date="2026-04-09"))
    moved = put(store, SECOND, "b.txt", PLACE)
    assert (moved.state, moved.part) == ("changed", 2)
    assert moved.before is not None and moved.before.date == "2026-04-09"
    assert {article.date for article in articles.everything(store)} == {"2026-04-02"}


def test_what_a_new_version_no_longer_has_is_named(store: Store) -> None:
    put(store, FIRST + "\n" + SECOND, "a.txt", PLACE)
    taken = put(store, FIRST, "a.txt", PLACE)
    assert [article.title for article in taken.gone] == ["渡口添了一条新船"]
    assert "渡口" in bytes(store.db.execute("SELECT raw FROM former_pages").fetchone()[0]).decode()


def test_to_look_at_a_file_changes_nothing(store: Store) -> None:
    put(store, FIRST, "a.txt", PLACE)
    for text, date in ((FIRST, "2026-04-09"), (FIRST.replace("四十多", "五十多"), "2026-04-02")):
        data = text.encode()
        page, _ = page_from_bytes(data, "a.txt", replace(PLACE, date=date))
        seen = look(store, page, data)
        assert (seen.state, seen.articles[0].date) == ("changed", date)
        assert seen.articles[0].paragraphs[0] in text.replace("\n", "")
    assert "四十多" in "".join(only(store).paragraphs)
    assert only(store).date == "2026-04-02"
    assert raw.page(store, 1).raw == FIRST.encode()


def test_a_new_version_at_its_place_is_not_taken_for_its_copy_elsewhere(store: Store) -> None:
    put(store, FIRST, "a.txt", PLACE)
    changed = FIRST.replace("四十多", "五十多")
    put(store, changed, "b.txt", replace(PLACE, date="2026-04-09"))
    assert put(store, changed, "c.txt", PLACE).part == 1
    assert sorted(one.date or "" for one in articles.everything(store)) == [
        "2026-04-02", "2026-04-09"
    ]  # fmt: skip


def test_a_whole_page_takes_the_place_of_its_parts(store: Store) -> None:
    for at, text in enumerate((FIRST, SECOND, THIRD)):
        put(store, text, f"{at}.txt", PLACE)
    before = {article.id: article.number for article in articles.everything(store)}
    taken = put(store, FIRST + "\n" + SECOND + "\n" + THIRD, "whole.txt", PLACE)
    assert (taken.state, len(taken.articles), taken.gone) == ("changed", 3, ())
    assert {article.id: article.number for article in articles.everything(store)} == before
    assert browse.counts(store)["pages"] == 1
    assert store.db.execute("SELECT count(*) FROM former_pages").fetchone() == (3,)
    assert put(store, SECOND, "other.txt", replace(PLACE, page="4")).state == "new"


def test_a_part_that_an_editor_has_corrected_is_not_taken_in(store: Store) -> None:
    for at, text in enumerate((FIRST, SECOND)):
        put(store, text, f"{at}.txt", PLACE)
    second = next(one for one in articles.everything(store) if "渡口" in one.title)
    amending.set_title(store, second.id, "新船下水", "甲")
    put(store, FIRST + "\n" + SECOND, "whole.txt", PLACE)
    assert "新船下水" in titles(store)


def test_a_piece_of_a_page_does_not_replace_it(store: Store) -> None:
    put(store, FIRST + "\n" + SECOND + "\n" + THIRD, "whole.txt", PLACE)
    with pytest.raises(PageError, match="更全的文字（3 篇）"):
        put(store, SECOND.replace("二十六", "二十八"), "piece.txt", PLACE)
    with pytest.raises(PageError, match="更全的文字"):
        put(store, SECOND, "piece.txt", PLACE)
    assert len(titles(store)) == 3
