from bot.fairness import BURST, CALM, WAITING, Fairness


def test_a_reader_at_human_speed_never_waits() -> None:
    fairness = Fairness()
    assert all(fairness.turn(1, float(second)).wait == 0 for second in range(100))


def test_a_flooder_is_slowed_told_once_and_then_dropped() -> None:
    fairness = Fairness()
    turns = [fairness.turn(1, 0.0) for _ in range(BURST + WAITING + 10)]
    assert [turn.wait for turn in turns[:BURST]] == [0.0] * BURST
    assert [round(turn.wait) for turn in turns[BURST : BURST + 3]] == [1, 2, 3]
    assert sum(turn.tell for turn in turns) == 1
    assert turns[-1].drop


def test_a_flooder_does_not_slow_anybody_else() -> None:
    fairness = Fairness()
    for _ in range(100):
        fairness.turn(1, 0.0)
    assert fairness.turn(2, 0.0).wait == 0


def test_after_some_calm_a_flooder_is_told_again() -> None:
    fairness = Fairness()
    first = [fairness.turn(1, 0.0) for _ in range(BURST + 2)]
    later = [fairness.turn(1, CALM + 100) for _ in range(BURST + 2)]
    assert sum(t.tell for t in first) == sum(t.tell for t in later) == 1
