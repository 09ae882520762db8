"""Experiments: a question in a file, played at many settings on the same possible courses, answered with a sentence.

The way through: ``question`` (the file) -> ``reading`` (checked against the models) -> a kind (``sweep``,
``threshold``, ``sensitivity``, ``versus``), which asks for blocks of runs, round after round -> ``runner``, which plays
what is not kept yet -> the kind again, which finds the answer -> ``folder``, which writes it down.
"""
