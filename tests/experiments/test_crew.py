"""Who plays what: blocks that may stand beside the same lane go together."""

from simcore.experiments.crew import Task, Waiting


def test_pieces_beside_the_same_lane_of_doing_nothing_go_to_one_process(fakes):
    tasks = [Task(fakes.Piece((n % 2,), f"p{n}")) for n in range(6)]
    waiting = Waiting(tasks)
    first, second = waiting.next(None), waiting.next(None)
    assert first.beside != second.beside                       # each process begins with its own
    assert [waiting.next(first.beside).beside for _ in range(2)] == [first.beside] * 2
    assert waiting.next(first.beside).beside == second.beside   # nothing left of its own: it helps
    assert waiting.count == 1
