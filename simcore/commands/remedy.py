"""What to write instead, where a command was given something that it cannot use, or lacks something that it needs."""

from __future__ import annotations

import click


def remedy(error: click.ClickException) -> str:
    """A right value of an option, or the command with all that it cannot do without; empty where the message has it."""
    one, context = getattr(error, "param", None), getattr(error, "ctx", None)
    if isinstance(error, click.MissingParameter) and context:
        return f"write, for instance: {whole(context)}"
    if isinstance(one, click.Option) and isinstance(one.type, click.IntRange):
        least, most = one.type.min, one.type.max
        limits = f"of at least {least}" if most is None else f"from {least} to {most}"
        usual = one.default if isinstance(one.default, int) else least
        return f"write a whole number {limits}, as in {one.opts[0]} {usual}"
    return ""


def whole(context: click.Context) -> str:
    """The command, with what was given of what it cannot do without, and an example of the rest."""
    words = [context.command_path]
    for one in context.command.params:
        if one.required:
            given = context.params.get(one.name)
            words += [one.opts[0]] if isinstance(one, click.Option) else []
            words += map(str, given if isinstance(given, tuple) else [given]) if given else [example(one, context)]
    return " ".join(words)


def example(one: click.Parameter, context: click.Context) -> str:
    """What may stand there: the first that comes along, or a folder as it is called where nobody names it."""
    from simcore.canvas.bundled import models
    from simcore.experiments.files import bundled

    model, experiment = next(iter(models())), next(iter(bundled()))
    return {"MODEL": model, "FILE": experiment, "STUDY": f"studies/{experiment}", "OTHER": "studies/other",
            "RESULT": "runs/mine", "RUN": "1", "ADDRESS": "tcp://127.0.0.1:8786",
            "FOLDER": "new_folder"}.get(one.make_metavar(context).strip(".[]"), "my_own")
