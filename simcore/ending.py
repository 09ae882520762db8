"""How a command ends: an exit code, and what went wrong in a line of the language asked for, never a traceback."""

import errno
import gc
import os
import signal
import sys
import threading
from contextlib import suppress

import click

from simcore import outputs, signals
from simcore.errors import BadInput, SimwijkError

ISSUES = "please report it with the command you gave and this line; SIMWIJK_DEBUG=1 shows where it happened"
NO_NAME = (errno.ENAMETOOLONG, errno.ELOOP)      # a path that leads nowhere, whatever the machine


def ended(command: click.Command, arguments: list[str] | None) -> int:
    """Run a command and give its exit code: 0 done, 2 input, 3 and 4 as errors say, 70 our bug, 130 interrupted."""
    signals.heard.clear()
    before = signals.listen()
    outputs.in_words = lambda text: worded(text, arguments)
    try:
        with outputs.sorted_out():
            return code_of(command, arguments)
    finally:
        signals.back_to(before)


def code_of(command: click.Command, arguments: list[str] | None) -> int:
    """Run a command, say what is wrong with it if anything is, and give its exit code."""
    try:
        return command.main(arguments, prog_name="simwijk", standalone_mode=False) or 0
    except click.exceptions.Exit as stop:
        return stop.exit_code
    except click.ClickException as error:
        click.echo(misused(error, language(arguments)), err=True)
        return BadInput.exit_code
    except (KeyboardInterrupt, click.Abort):
        number, during = signals.heard[0] if signals.heard else (signal.SIGINT, "")
        signals.heard.clear()
        complain(("interrupted" if number == signal.SIGINT else "ended from outside")
                 + (f" during {during}" if during else ""), arguments)
        return 128 + number
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except SimwijkError as error:
        from simcore.show.problems import told

        if error.exit_code == 70:
            complain(bug(error), arguments)
        else:
            click.echo(told(error, language(arguments)), err=True)
        return error.exit_code
    except OSError as error:
        complain(f"{error.filename or 'the machine'}: {error.strerror or error}", arguments)
        return BadInput.exit_code if error.errno in NO_NAME else 4
    except MemoryError:
        complain("there is too little memory; play fewer courses at once with --replications or --jobs 1",
                 arguments)
        return 4
    except ModuleNotFoundError as error:
        if (error.name or "simcore").partition(".")[0] == "simcore":
            complain(bug(error), arguments)
            return 70
        complain(f"the package {error.name} is missing; install simwijk again", arguments)
        return 4
    except Exception as error:
        complain(bug(error), arguments)
        return 70


def language(arguments: list[str] | None) -> str:
    """The language that was asked for, also of a command that came to nothing before its options were read."""
    given = sys.argv[1:] if arguments is None else list(arguments)
    asked = [one.partition("=")[2] or after for one, after in zip(given, [*given[1:], ""])
             if one.split("=")[0] == "--lang"]
    return "en" if asked[-1:] == ["en"] else "nl"


def misused(error: click.ClickException, lang: str) -> str:
    """What is wrong with a command as it was given, and how it is used."""
    from simcore.commands.remedy import remedy
    from simcore.show.problems import said

    if isinstance(error, click.exceptions.NoArgsIsHelpError):           # its message is the whole help
        return error.format_message()
    context = getattr(error, "ctx", None)
    usage = context.get_usage().partition(":")[2].strip() if context else ""
    help_at = f"{context.command_path} --help" if context else "simwijk --help"
    use, help_word, what = ("Usage", "Help", str) if lang == "en" else ("Gebruik", "Uitleg", said)
    lines = [f"{use}: {usage}"] if usage else []
    right = remedy(error)
    return "\n".join([*lines, f"{help_word}: {help_at}", "", what(error.format_message()),
                      *([f"      = {what(right)}"] if right else [])])


def bug(error: Exception) -> str:
    """The line about a mistake of ours; where it happened only when asked."""
    if os.environ.get("SIMWIJK_DEBUG"):
        import traceback

        traceback.print_exception(error)
    return f"this is our bug ({type(error).__name__}: {error}); {ISSUES}"


def complain(text: str, arguments: list[str] | None) -> None:
    """Say what is wrong, on the error stream, in the language that was asked for where there is time to find it."""
    click.echo(worded(text, arguments), err=True)


def worded(text: str, arguments: list[str] | None) -> str:
    """A line in the language that was asked for; as it is when that cannot be had."""
    with suppress(Exception):                                    # whatever is broken, this line comes out
        if language(arguments) == "nl":
            from simcore.show.problems import said

            return said(text)
    return text


def leave(code: int) -> None:
    """End the process with an exit code, once all that was said is out."""
    gc.freeze()                  # all goes with the process: to look through it for garbage first takes half a second
    outputs.done()
    if any(one.is_alive() and not one.daemon for one in threading.enumerate() if one is not threading.main_thread()):
        from simcore.plugin.patience import END

        with suppress(OSError, ValueError):
            sys.stderr.flush()
        END(code)                # a thread of a plugin would keep the process, which has said all it has to say
    sys.exit(code)
