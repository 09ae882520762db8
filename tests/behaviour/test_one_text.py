"""Laws and acts give the same bits in both engines: their text uses only what CPUs and compilers agree on."""

import ast
from functools import cache
from pathlib import Path

import simcore

HERE = Path(simcore.__file__).parent
COMPILED = frozenset({"law", "act", "step"})
MATH = {"floor", "sqrt", "exp", "log"}           # and cos: once, in the season, which plain Python alone calls
BUILTIN = {"min", "max", "abs", "round", "int", "float", "bool", "len", "range", "ValueError"}
WHOLE = {"int64", "uint64"}


@cache
def texts(kinds=COMPILED):
    """(file, function) of every law and act, as syntax."""
    return [(file, node) for file in sorted(HERE.rglob("*.py"))
            for node in ast.parse(file.read_text(encoding="utf-8")).body
            if isinstance(node, ast.FunctionDef) and any(getattr(d, "id", "") in kinds for d in node.decorator_list)]


def faults(node, known):
    """What a law or act may not contain, as (line, words)."""
    for one in ast.walk(node):
        if isinstance(one, ast.Pow) or isinstance(one, ast.MatMult):
            yield node.lineno, "** or @"
        elif isinstance(one, ast.Attribute) and getattr(one.value, "id", "") == "np" and one.attr not in WHOLE:
            yield one.lineno, f"np.{one.attr}"
        elif isinstance(one, ast.Attribute) and getattr(one.value, "id", "") == "math" \
                and one.attr not in MATH | ({"cos", "pi"} if node.name == "season" else set()):
            yield one.lineno, f"math.{one.attr}"
        elif isinstance(one, ast.Call) and isinstance(one.func, ast.Name) and one.func.id not in known | BUILTIN:
            yield one.lineno, f"{one.func.id}()"
        elif isinstance(one, (ast.ListComp, ast.GeneratorExp, ast.SetComp, ast.DictComp, ast.Lambda, ast.Try)):
            yield one.lineno, type(one).__name__


@cache
def known_names():
    """Laws, acts and moves, which laws and acts may call, and those that only compiled code has a use for."""
    tree = ast.parse((HERE / "week" / "look_ahead.py").read_text(encoding="utf-8"))
    ahead = {node.name for node in tree.body if isinstance(node, ast.FunctionDef)}
    return {node.name for _, node in texts(COMPILED | {"move"})} | {"touch"} | ahead


def test_laws_and_acts_use_only_what_gives_the_same_bits_everywhere():
    """No power, sum, numpy function, erf, gamma; of math only floor, sqrt, exp and log."""
    found = [f"{file.relative_to(HERE)}:{line}: {words} in {node.name}"
             for file, node in texts() for line, words in faults(node, known_names())]
    assert not found, "\n".join(found)
    assert len(texts()) > 100


def test_a_law_that_breaks_the_rule_is_seen():
    for body in ("return x ** 2", "return sum([x])", "return np.exp(x)", "return math.gamma(x)", "return math.erf(x)",
                 "return [y for y in x]", "return np.float32(x)", "return math.cos(x)"):
        (node,) = ast.parse(f"@law\ndef f(x):\n    {body}").body
        assert list(faults(node, known_names())), body


def test_the_season_is_called_from_plain_python_only():
    """It uses a cosine, whose last bit CPUs round differently."""
    callers = {node.name for _, node in texts() for one in ast.walk(node)
               if isinstance(one, ast.Call) and getattr(one.func, "id", "") == "season"}
    assert not callers


def test_every_law_and_act_says_what_it_is():
    silent = [f"{file.name}:{node.name}" for file, node in texts() if not ast.get_docstring(node)]
    assert not silent
