"""Whatever a block does, a worker has an answer."""

from simcore.experiments import answering
from simcore.experiments.answering import Broken, answer_to
from simcore.experiments.block import Block, Size
from simcore.experiments.case import Case


def test_a_block_that_raises_says_what_and_where_and_nothing_is_raised(monkeypatch):
    def odd(*_):
        raise ZeroDivisionError("nobody there")

    block = Block(Case("haarlems_gemak"), (0,), Size(1, 4, 200, True))
    monkeypatch.setattr(answering, "changed_since", lambda case, base: None)
    monkeypatch.setattr(answering, "played", odd)
    answer = answer_to(block, "", None)
    assert isinstance(answer, Broken) and answer.why.startswith("ZeroDivisionError: nobody there (test_answering.py:")
