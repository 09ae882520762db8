"""Has numba compile what compiled code calls once, whichever kinds of whole numbers it is called with.

Its own ``register_jitable`` compiles anew for each of those, and for each number that is written in a call: a quarter
of all that is compiled. It would also optimise each function and make machine code of it, then once more in each that
calls it, and in each that calls that: a third of the time. Here that is done where calls end up, in the move.
"""

from collections.abc import Callable

from numba import njit, types
from numba.core.codegen import JITCodeLibrary
from numba.core.compiler import Compiler
from numba.core.compiler_machinery import register_pass
from numba.core.registry import cpu_target
from numba.core.typed_passes import NativeLowering
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


class Part(JITCodeLibrary):
    """Code that only stands inside other code: it is optimised there, and never runs by itself."""

    def _optimize_final_module(self):
        pass

    def _finalize_final_module(self):
        self._finalize_dynamic_globals()
        self._finalized = True


@register_pass(mutates_CFG=True, analysis_only=False)
class PartLowering(NativeLowering):
    """Makes such code of a function."""

    _name = "part_lowering"

    def run_pass(self, state):
        state.library, state.flags.no_compile = Part(state.targetctx.codegen(), state.func_id.func_qualname), True
        super().run_pass(state)
        state.library.finalize()
        entry = [].append                # numba wants something that is built in, by which those who call it find it
        state.targetctx.insert_user_function(entry, state.cr.fndesc, [state.library])
        state.cr = state.cr._replace(cfunc=entry)
        return True


class PartCompiler(Compiler):
    """The compiler of numba, but for that step."""

    def define_pipelines(self):
        (steps,) = super().define_pipelines()
        steps.passes = [(PartLowering if step is NativeLowering else step, why) for step, why in steps.passes]
        steps.finalize()
        return [steps]


def once(**options: bool) -> Callable:
    """A decorator: the function stays what it is in Python, and is compiled where compiled code calls it."""
    def known(function: Callable) -> Callable:
        function.compiled = njit(no_cpython_wrapper=True, no_cfunc_wrapper=True, pipeline_class=PartCompiler,
                                 **options)(function)
        cpu_target.typing_context.insert_global(function, Once(function.compiled))
        return function

    return known
