"""A question in the spelling of a text, to see how well it then fits."""

from store.match import Text
from store.printed_so import printed_so
from store.sound import listen


def text(chars: str) -> Text:
    return Text(chars, listen(chars), 0)


def test_every_slip_is_put_as_the_text_prints_it() -> None:
    spelt = printed_so("雪给天既老刃送什么药", text("雪后给田季老人送药"))
    assert spelt is not None and "老人" in spelt


def test_what_is_printed_so_is_not_changed() -> None:
    assert printed_so("给老人送药", text("雪后给老人送药")) is None


def test_two_words_that_merely_meet_are_no_slip() -> None:
    assert printed_so("昌吉房价", text("几方代价")) is None
