"""Has numba compile what compiled code calls once, whichever kinds of whole numbers it is called with.

Its own ``register_jitable`` compiles anew for each of those, and for each number that is written in a call: a quarter
of all that is compiled.
"""

from collections.abc import Callable

from numba import njit, types
from numba.core.registry import cpu_target
from numba.extending import models, register_model


class Once(types.Dispatcher):
    """The type of such a function: what it is called with is made wide first."""

    def get_call_type(self, context, args, kws):
        return super().get_call_type(context, tuple(map(wide, args)), {name: wide(one) for name, one in kws.items()})


register_model(Once)(models.OpaqueModel)


def wide(kind: types.Type) -> types.Type:
    """The type of any number of a kind: whole numbers with a sign are all as wide as those of Python."""
    kind = types.unliteral(kind)
    return types.int64 if isinstance(kind, types.Integer) and kind.signed else kind


def once(**options: bool) -> Callable:
    """A decorator: the function stays what it is in Python, and is compiled where compiled code calls it."""
    def known(function: Callable) -> Callable:
        function.compiled = njit(no_cpython_wrapper=True, no_cfunc_wrapper=True, **options)(function)
        cpu_target.typing_context.insert_global(function, Once(function.compiled))
        return function

    return known
