"""The conversation at a terminal: the same as in Telegram, with buttons by number."""

import io
from pathlib import Path

import pytest

from bot import owner_words, terminal_words, words
from bot.sampling import copied
from bot.settings import Settings
from bot.terminal import Terminal, converse
from store import subscriptions
from store.chats import Target
from store.database import Store


class Screen:
    """A terminal and what it prints."""

    def __init__(self, store: Store, settings: Settings | None = None) -> None:
        self.out = io.StringIO()
        self.terminal = Terminal(store, settings or Settings(), self.out)

    def type(self, *lines: str) -> str:
        """Type lines; gives what was printed last."""
        for line in lines:
            self.out.seek(0)
            self.out.truncate()
            self.terminal.say(line)
        return self.out.getvalue()

    def number(self, label: str) -> str:
        """The number of the button with this label."""
        buttons = self.terminal.buttons
        return str(next(at for at, one in enumerate(buttons, 1) if label in one.label))


@pytest.fixture
def screen(samples: Store) -> Screen:
    return Screen(samples)


def test_the_owners_settings_hold_at_the_terminal_too(samples: Store) -> None:
    screen = Screen(samples, Settings(subscriptions=1))
    screen.type("/subscribe 学习角")
    said = screen.type("/subscribe 短讯")
    assert words.SUBSCRIPTION_LIMIT.format(limit=1) in said


def test_a_shared_article_is_opened_by_the_line_that_is_printed(screen: Screen) -> None:
    screen.type("党员有哪些权利")
    said = screen.type(screen.number(words.BUTTON_SHARE))
    assert "/start a_" in said
    assert "党员享有的权利" in screen.type(said.strip().rpartition("：")[2])


def test_the_position_in_a_list_is_shown_and_has_no_number(screen: Screen) -> None:
    said = screen.type("/weekly")
    position = next(word for word in said.split() if word.startswith("1/"))
    assert position.partition("/")[2].isdigit()
    assert "2/" in screen.type(screen.number("下一页"))


def test_help_at_the_terminal_names_what_works_there(screen: Screen) -> None:
    said = screen.type("/help")
    assert words.HELP_GROUPS not in said and words.HELP_TERMINAL in said
    assert "/stats" in said and "/announce" in said


def test_a_subscription_at_the_terminal_says_that_nothing_is_sent_there(screen: Screen) -> None:
    assert terminal_words.TERMINAL_NO_ALERTS in screen.type("/subscribe 学习角")


def test_pictures_that_cannot_be_shown_are_not_spoken_of(screen: Screen) -> None:
    assert owner_words.STATS_PICTURE not in screen.type("/stats")
    assert "baowen ingest" in screen.type("/ingest")


def test_a_number_without_a_button_says_so_and_a_long_one_is_a_question(screen: Screen) -> None:
    screen.type("党员有哪些权利")
    assert terminal_words.TERMINAL_NO_BUTTON in screen.type("99")
    assert "2026" in screen.type("2026")


def test_every_button_of_the_main_screens_does_something(screen: Screen) -> None:
    for line in ("/start", "党员有哪些权利", "/subscribe", "/settings", "/latest", "/review"):
        screen.type(line)
        for number in range(1, len(screen.terminal.buttons) + 1):
            screen.type(line)
            said = screen.type(str(number))
            assert said.strip() and words.GONE not in said, (line, number)


def test_a_script_shows_what_was_typed(samples: Store) -> None:
    screen = Screen(samples)
    converse(screen.terminal, ["/about\n", "\n"], echo=True)
    assert screen.out.getvalue().startswith("> /about\n")


def test_a_store_that_may_only_be_read_is_talked_over_in_a_copy(sample_file: Path) -> None:
    with Store(sample_file, read_only=True) as store, copied(store) as copy:
        assert words.SUBSCRIBED.format(wishes="栏目“学习角”") in Screen(copy).type("订阅 学习角")
    with Store(sample_file, read_only=True) as store:
        assert subscriptions.of(store, Target(0)) == ()


def test_the_terminal_is_exported_as_the_private_talk_it_is(screen: Screen) -> None:
    assert '"kind": "private"' in screen.type("/export")
