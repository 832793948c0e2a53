"""How common terms are at large."""

from store.background import background, pack, unpack


def test_a_packed_table_is_read_back() -> None:
    table = unpack(pack({"清河": 100, "河水": 8, "水渠": 2}, 1000, 8, {"script": "x"}))
    assert table.passages == 1000
    assert 95 <= table.held_by("清河") <= 105
    assert table.known("河水")
    assert not table.known("水渠")
    assert table.held_by("水渠") == table.floor


def test_the_table_that_ships_says_where_it_comes_from() -> None:
    table = background()
    assert {"corpus", "sha256", "script"} <= set(table.provenance)
    assert table.held_by("中国") > 100 * table.held_by("渠柳")


def test_characters_of_one_word_attract_each_other() -> None:
    assert background().bond("经济") > background().bond("的经")
