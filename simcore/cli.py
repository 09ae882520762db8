"""The command line: options in, an exit code out. What is heavy is imported inside the command that needs it."""

import sys
from collections.abc import Callable
from pathlib import Path

import click

from simcore import ending
from simcore.commands.help import Group

LANGUAGE = click.option("--lang", type=click.Choice(["nl", "en"]), default="nl", show_default=True,
                        help="The language of the answer.")
SEED = click.option("--seed", type=click.IntRange(0, 2**31 - 1), default=1, show_default=True, help="Which luck.")
WEEKS = click.option("--weeks", type=click.IntRange(1, 2600), help="How long it plays; 260 weeks are five years.")
RESIDENTS = click.option("--residents", type=click.IntRange(100, 100_000),
                         help="A smaller or larger district, to try things.")
PLUGIN = click.option("--plugin", "plugins", multiple=True, metavar="NAME[:KEY=VALUE,...]",
                      help="Use a plugin; may be repeated.")
PLUGIN_FILE = click.option("--plugin-file", "plugin_files", multiple=True, type=click.Path(path_type=Path),
                           metavar="FILE", help="A plugin of your own; it takes part. Parameters go with --plugin.")
KEYS = click.option("--tls", "keys", type=click.Path(path_type=Path), metavar="FOLDER",
                    help="The keys of a cluster that other machines can reach (see: simwijk cluster keys).")
JSON = click.option("--json", "as_json", is_flag=True, help="Print the figures as JSON and nothing else.")

# What every command that plays models asks.
PLAYING = (
    WEEKS, SEED,
    click.option("--replications", type=click.IntRange(1, 10_000), help="How many possible courses."),
    PLUGIN, PLUGIN_FILE,
    click.option("--luck-only", is_flag=True, help="Hold every number at its middle value; only luck varies."),
    click.option("--law", type=click.Choice(["strict", "lenient"]), help="How the law is read."),
    LANGUAGE,
    click.option("--out", type=click.Path(path_type=Path), metavar="FOLDER",
                 help="Where the files go; never over others."),
    click.option("--engine", type=click.Choice(["columns", "objects"]), default="columns", show_default=True,
                 help="Fast columns, or Mesa agents one by one; both give the same."),
    click.option("--jobs", type=click.IntRange(1, 64), help="How many threads work at once."),
    RESIDENTS,
    click.option("--fresh", is_flag=True, help="Play everything again, also what an earlier run has kept."),
    JSON,
)  # fmt: skip


def playing(command: Callable) -> Callable:
    """Give a command the options of every command that plays."""
    for option in reversed(PLAYING):
        command = option(command)
    return command


@click.group(cls=Group, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 110})
@click.version_option(package_name="simwijk", prog_name="simwijk")
def simwijk() -> None:
    """Try out a neighbourhood enterprise: its canvas, its neighbours and its books, week by week."""


@simwijk.command()
@click.argument("model")
@click.option("--set", "changes", multiple=True, metavar="PATH=VALUE",
              help="Change a number of the model; may be repeated.")
@playing
@click.option("--quiet", is_flag=True, help="Print only the answer and where the files are.")
@click.option("--no-pictures", is_flag=True, help="Draw no pictures.")
@click.option("--explain-effects", is_flag=True, help="Say which plugin moved which number, when and why; "
              "for all courses in effects.csv.")
@click.option("--profile", is_flag=True, help="Say how long each plugin and each step took, on one thread.")
@click.option("--prices", type=click.Path(path_type=Path), metavar="FILE",
              help="What effects are held to be worth, for an indicative balance (see: simwijk explain 9b).")
def run(**options) -> None:
    """Play a plan for five years beside doing nothing.

    Says whether it lives without municipal money, who pays and who gains.

    MODEL is a canvas file, or the name of a model that comes along (see: simwijk models).
    """
    from simcore.commands.run import run as command

    command(**options)


@simwijk.command()
@click.argument("models", nargs=-1, required=True, metavar="MODEL...")
@click.option("--set", "changes", multiple=True, metavar="[MODEL:]PATH=VALUE",
              help="Change a number of every model that has it, or of one model; may be repeated.")
@playing
@click.option("--quiet", is_flag=True, help="Print only the answers and where the page is.")
def compare(**options) -> None:
    """Lay plans side by side, with a page for the room.

    They live in one neighbourhood with the same luck, beside doing nothing.

    MODEL is a canvas file, or the name of a model that comes along. Writes a page for the room: compare.html.
    """
    from simcore.commands.compare import compare as command

    command(**options)


@simwijk.command()
@click.argument("model")
@click.option("--set", "changes", multiple=True, metavar="PATH=VALUE", help="Change a number of the model first.")
@PLUGIN
@PLUGIN_FILE
@LANGUAGE
def check(model: str, changes: tuple[str, ...], plugins: tuple[str, ...], plugin_files: tuple[Path, ...],
          lang: str) -> None:
    """Say what is wrong with a canvas, or what it means.

    Of an experiment: what it costs, before it is played. MODEL is a file, or the name of one that comes along.
    """
    from simcore.experiments.files import is_experiment, there_is

    there_is(model)
    if is_experiment(model):
        from simcore.commands.price import price

        price(model, {"--set": changes, "--plugin": plugins, "--plugin-file": plugin_files}, lang)
        return

    from simcore.canvas import load
    from simcore.canvas.understood import understood
    from simcore.plugin.activating import activate

    spec = load(model, changes)
    click.echo(understood(spec, lang, activate(spec, plugins, plugin_files)))


@simwijk.group()
def new() -> None:
    """Begin something of your own."""


@new.command("canvas")
@click.argument("name", nargs=-1)
@click.option("--lang", type=click.Choice(["nl", "en"]), default="nl", show_default=True,
              help="The language of the canvas and of the answer.")
@click.option("--out", type=click.Path(path_type=Path), metavar="FILE",
              help="Where it goes; otherwise to a file called after NAME, in this folder. Never over another.")
def new_canvas(name: tuple[str, ...], lang: str, out: Path | None) -> None:
    """Write a small canvas called NAME that plays at once.

    Each sticky note has a question to you; make it yours.
    """
    from simcore.commands.new import canvas

    canvas(name, lang, out)


@new.command("plugin")
@click.argument("name", nargs=-1, required=True)
@click.option("--lang", type=click.Choice(["nl", "en"]), default="nl", show_default=True,
              help="The language of the answer.")
@click.option("--out", type=click.Path(path_type=Path), metavar="FOLDER",
              help="Where it goes; otherwise to a folder called after NAME, in this one. Never over another.")
def new_plugin(name: tuple[str, ...], lang: str, out: Path | None) -> None:
    """Write the package of a plugin called NAME.

    A module, a test, metadata and a README, which pass as they stand.
    """
    from simcore.commands.new import plugin

    plugin(name, lang, out)


@simwijk.command()
@click.argument("file")
@click.option("--quick", is_flag=True, help="A first, rough answer within a minute: few courses, a small district.")
@click.option("--jobs", type=click.IntRange(1, 64), help="How many processes play at once.")
@click.option("--out", type=click.Path(path_type=Path), metavar="FOLDER",
              help="Where it goes; otherwise to studies/NAME. What is there of the same experiment goes on.")
@click.option("--fresh", is_flag=True, help="Begin in a new folder, and play everything again.")
@click.option("--retry-failed", is_flag=True, help="Play again what failed before.")
@click.option("--shard", metavar="I/N", help="Only this part of the courses, as in 2/4; merge puts parts together.")
@click.option("--with", "known", multiple=True, metavar="STUDY", type=click.Path(path_type=Path),
              help="What was played there of the same experiment counts here too; may be repeated.")
@click.option("--cluster", metavar="ADDRESS", help="Let a cluster play it, as in tcp://127.0.0.1:8786.")
@KEYS
@JSON
@click.option("--quiet", is_flag=True, help="Only the answer, and where the files are.")
@LANGUAGE
def sweep(**options) -> None:
    """Answer the question of an experiment.

    FILE is an experiment file, or the name of one that comes along. Stopped half-way, the same command goes on.
    """
    from simcore.commands.sweep import sweep as command

    command(**options)


@simwijk.group()
def cluster() -> None:
    """Let several machines play one experiment."""


WORKERS = click.option("--workers", type=click.IntRange(0, 256), metavar="N",
                       help="How many processes of this machine play; otherwise one for each core.")


@cluster.command("start")
@click.option("--host", default="127.0.0.1", show_default=True,
              help="Where it can be reached; elsewhere only with --tls.")
@click.option("--port", type=click.IntRange(0, 65535), default=8786, show_default=True, help="At which port.")
@KEYS
@WORKERS
@LANGUAGE
def cluster_start(**options) -> None:
    """Begin a cluster on this machine.

    It lasts until Ctrl-C, and says what to type on the other machines.
    """
    from simcore.commands.cluster import start

    start(**options)


@cluster.command("join")
@click.argument("address")
@KEYS
@WORKERS
@LANGUAGE
def cluster_join(**options) -> None:
    """Let this machine play for a cluster.

    Until the cluster ends, or Ctrl-C. ADDRESS is what simwijk cluster start has said, as in tls://192.168.1.10:8786.
    """
    from simcore.commands.cluster import join

    join(**options)


@cluster.command("keys")
@click.argument("folder", type=click.Path(path_type=Path))
@LANGUAGE
def cluster_keys(folder: Path, lang: str) -> None:
    """Make the keys of a cluster.

    Who has them may come in and can have anything done on its machines. FOLDER is new, and goes to each of them.
    """
    from simcore.commands.cluster import keys

    keys(folder, lang)


STUDY = click.argument("folder", metavar="STUDY", type=click.Path(path_type=Path))
EXPERIMENT = click.option("--file", metavar="FILE", help="The experiment file, when it is no longer where it was.")


@simwijk.command()
@STUDY
@LANGUAGE
def status(folder: Path, lang: str) -> None:
    """Say how far an experiment is.

    Also while it is being played. STUDY is a folder that simwijk sweep has made.
    """
    from simcore.commands.status import status as command

    command(folder, lang)


@simwijk.command()
@click.argument("folder", metavar="RESULT", type=click.Path(path_type=Path))
@click.option("--handout", is_flag=True, help="An A3 to go home with as well: handout.pdf (simwijk[pdf]), or a page to "
              "print.")
@EXPERIMENT
@JSON
@click.option("--quiet", is_flag=True, help="Only the answer, and where the files are.")
@LANGUAGE
def report(**options) -> None:
    """Make one page of a result, to read and to print.

    RESULT is a folder that simwijk run, compare or sweep has made. Of a run or a comparison: report.html, in both
    languages, with canvas, money, people and sources. Of a study: its answer, page, pictures and tables anew; plays
    nothing.
    """
    from simcore.commands.report import report as command

    command(**options)


@simwijk.command()
@click.argument("studies", nargs=-1, required=True, metavar="STUDY...", type=click.Path(path_type=Path))
@click.option("--out", required=True, type=click.Path(path_type=Path), metavar="FOLDER", help="Where the whole goes.")
@EXPERIMENT
@JSON
@click.option("--quiet", is_flag=True, help="Only the answer, and where the files are.")
@LANGUAGE
def merge(**options) -> None:
    """Put parts of an experiment together.

    Those of --shard, or of machines that played apart. Answers the question from their runs, or says what is missing.
    """
    from simcore.commands.merge import merge as command

    command(**options)


@simwijk.command()
@STUDY
@click.argument("run")
@EXPERIMENT
@LANGUAGE
def rerun(folder: Path, run: str, file: str | None, lang: str) -> int:
    """Play one run of an experiment again.

    Exactly as it was, and says whether it is the same. RUN is its number in tables/runs.csv.
    """
    from simcore.commands.rerun import rerun as command

    return command(folder, run, file, lang)


@simwijk.command()
@STUDY
@click.option("--out", type=click.Path(path_type=Path, file_okay=False), metavar="FOLDER",
              help="Where the files go; otherwise to export in the study. Replaces those of an earlier time.")
@EXPERIMENT
@click.option("--parquet", is_flag=True, help="Quarters and runs as Parquet, for other programs.")
@LANGUAGE
def export(**options) -> None:
    """Write a study as a workbook (xlsx).

    A sheet for each table; and the quarters of every run.
    """
    from simcore.commands.export import export as command

    command(**options)


@simwijk.command()
@click.argument("one", metavar="STUDY", type=click.Path(path_type=Path))
@click.argument("other", metavar="OTHER", type=click.Path(path_type=Path))
@LANGUAGE
def diff(one: Path, other: Path, lang: str) -> None:
    """Say what changed between two studies.

    In the question, the models and the versions; and which numbers of the answer moved.
    """
    from simcore.commands.diff import diff as command

    command(one, other, lang)


@simwijk.command()
@click.argument("model")
@click.option("--set", "changes", multiple=True, metavar="PATH=VALUE", help="Change a number of the model first.")
@click.option("--out", type=click.Path(path_type=Path), metavar="FILE",
              help="Where it goes: a .pdf, .svg or .png; otherwise to MODEL_canvas.pdf, in this folder.")
@click.option("--bmml", is_flag=True, help="Write it as BMML 2.0 (YAML, for other canvas tools), without our numbers.")
@LANGUAGE
def canvas(**options) -> None:
    """Draw the canvas of a model, to print.

    Nine blocks of sticky notes on an A3, with how sure each is; needs simwijk[pdf]. MODEL is a file, or the name of one
    that comes along.
    """
    from simcore.commands.canvas import canvas as command

    command(**options)


@simwijk.command()
@click.argument("models", nargs=-1, metavar="[MODEL...]")
@click.option("--out", type=click.Path(path_type=Path), metavar="FOLDER", default="sheets", show_default=True,
              help="Where they go; replaces those of an earlier time.")
@click.option("--replications", type=click.IntRange(2, 200), default=100, show_default=True,
              help="As simwijk demo is started: residents on the cards are those of the page.")
@click.option("--residents", type=click.IntRange(100, 20_000), default=5000, show_default=True, help="As well.")
@LANGUAGE
def sheets(models: tuple[str, ...], **options) -> None:
    """Make the sheets of a session, to print.

    Canvases, cards of residents, bets, what-if cards, plan B and the stress test: as PDF with simwijk[pdf], otherwise
    as pages to print. MODEL is a file, or the name of one that comes along; without any the three plans of the session.
    """
    from simcore.commands.sheets import sheets as command

    command(models, **options)


@simwijk.command()
@click.argument("name", nargs=-1)
@click.option("--model", metavar="MODEL",
              help="The canvas whose numbers are meant: a file, or the name of one that comes along.")
@PLUGIN
@PLUGIN_FILE
@click.option("--quick", is_flag=True, help="Leave out who uses a number, for which a small model is played.")
@LANGUAGE
def explain(**options) -> None:
    """Explain an indicator, a number or a figure.

    NAME is an indicator (number or name), a number of a model (path or its end), or a row of figures.csv.

    Without a name: what can be explained.
    """
    from simcore.commands.explain import explain as command

    command(**options)


@simwijk.command()
@click.argument("models", nargs=-1, metavar="[MODEL...]")
@click.option("--port", type=click.IntRange(1, 65535),
              help="At which port; 8413 unless you say so, another where that is taken.")
@click.option("--no-browser", "browser", is_flag=True, default=True, flag_value=False, help="Only print the address.")
@click.option("--replications", type=click.IntRange(2, 200), default=100, show_default=True,
              help="How many possible courses each answer has at most.")
@click.option("--residents", type=click.IntRange(100, 20_000), default=5000, show_default=True,
              help="How many residents the district has; fewer answer sooner.")
@click.option("--prepare", "prepare_", is_flag=True,
              help="At home: play what a room is likely to ask, and show nothing.")
@LANGUAGE
def demo(models: tuple[str, ...], **options) -> None:
    """Show plans live in a browser, for a room.

    Turn a knob, or lay down a card, and they answer at once. Only this machine can reach the page.
    """
    from simcore.commands.demo import demo as command

    command(models, **options)


@simwijk.command()
@click.argument("folder", type=click.Path(path_type=Path))
@click.argument("models", nargs=-1, metavar="[MODEL...]")
@click.option("--system", "systems", multiple=True, type=click.Choice(["windows", "mac", "linux"]),
              help="Only for computers like these and this one; may be repeated. Otherwise for all three.")
@click.option("--python", "pythons", multiple=True, type=click.Choice(["3.11", "3.12", "3.13"]),
              help="Only for this version of Python and the one here; may be repeated. Otherwise for all three.")
@click.option("--page", type=click.Path(path_type=Path), metavar="FILE",
              help="The page that plays without Python, as simwijk demo has saved it; otherwise a small one is made.")
@LANGUAGE
def stick(**options) -> None:
    """Fill a folder for a USB stick.

    With it a laptop without a network installs simwijk and shows the plans, by a double-click. FOLDER is new, or a
    stick of an earlier time; MODEL as for simwijk demo. Needs the network once. What simwijk demo --prepare has played
    goes along.
    """
    from simcore.commands.stick import stick as command

    command(**options)


@simwijk.command()
@click.argument("keys", nargs=-1, metavar="[NAME...]")
@click.option("--replications", type=click.IntRange(2, 10_000), default=100, show_default=True,
              help="How many possible courses.")
@SEED
@WEEKS
@RESIDENTS
@click.option("--write", type=click.Path(path_type=Path, file_okay=False), metavar="FOLDER",
              help="Write a picture of each there, and of all of them a page; replaces those of an earlier time.")
@JSON
@LANGUAGE
def tensions(**options) -> None:
    """Measure tensions that nobody wrote into the models.

    Such as thrift that costs ties: in how many courses it appears, and how strongly.
    """
    from simcore.commands.tensions import tensions as command

    command(**options)


@simwijk.command()
@click.option("--quick", is_flag=True, help="A short trial: fewer courses, each relation in one model.")
@click.option("--out", type=click.Path(path_type=Path), metavar="FOLDER", help="Where the page and the figures go.")
@click.option("--write", type=click.Path(path_type=Path), metavar="FILE",
              help="Write the page to this file, over an older one.")
@click.option("--jobs", type=click.IntRange(1, 64), help="How many processes work at once.")
@JSON
@LANGUAGE
def validate(**options) -> int:
    """Try whether the model agrees with itself.

    Cases with an answer on paper, changes that must push one way or none, and figures kept aside. Exit code 3 when a
    case or a change does not hold; a pattern that is missed never fails it.
    """
    from simcore.commands.validate import validate as command

    return command(**options)


@simwijk.command()
@click.option("--show", metavar="NAME", help="Print the canvas of this model, to read or to copy from.")
@LANGUAGE
def models(show: str | None, lang: str) -> None:
    """List the models that come along."""
    from simcore.canvas import bundled, load
    from simcore.show.words import Words, printable

    if show is not None:
        file = Path(load(show).model_file)
        click.echo(printable(file.read_text(encoding="utf-8"), sys.stdout.encoding), nl=False)
        return

    lines, words = bundled(), Words(lang)
    for name, tagline in lines.items():
        click.echo(f"{name:<{max(map(len, lines))}}  {words.note(tagline)}")


@simwijk.command()
@click.argument("result", type=click.Path(path_type=Path))
@LANGUAGE
def verify(result: Path, lang: str) -> None:
    """Count the folder of a run again, to the cent.

    Balances and headlines from its flows, payments against flows.
    """
    from simcore.commands.verify import verify as command

    command(result, lang)


@simwijk.command()
@click.argument("result", type=click.Path(path_type=Path))
@click.option("--resident", metavar="NAME|NUMBER", help="The life of one resident.")
@click.option("--item", metavar="ID", help="Only what is tied to a sticky note, as in --item vp-ironing.")
@click.option("--week", metavar="A[..B]", help="Only a week, or some in a row; the first is 1.")
@click.option("--limit", type=click.IntRange(1), metavar="N", help="How many lines at most; else 25 in a selection.")
@click.option("--all", "everything", is_flag=True, help="Everything in order of time, instead of a selection.")
@click.option("--json", "as_json", is_flag=True, help="Print the facts as JSON and nothing else.")
@click.option("--plugin-file", "plugin_files", multiple=True, type=click.Path(path_type=Path), metavar="FILE",
              help="A plugin of your own that took part in the run.")
@LANGUAGE
def diary(result: Path, **options) -> None:
    """Tell what happened in a run, and to whom.

    The most telling lines of its typical course, or one life. RESULT is the folder of a run.
    """
    from simcore.commands.diary import diary as command

    command(result, **options)


@simwijk.command()
@click.argument("name", required=False)
@click.option("--plugin-file", "plugin_files", multiple=True, type=click.Path(path_type=Path), metavar="FILE",
              help="A plugin of your own, to list as well.")
@click.option("--terms", metavar="MODEL", help="List what plugins may move in a model, and what is counted for them.")
@click.option("--model", metavar="MODEL", help="The model it is tried in; otherwise the one it fits best.")
@click.option("--quick", is_flag=True, help="Leave out what it touches, for which a small model is played.")
@LANGUAGE
def plugins(**options) -> None:
    """List the plugins that are found, or tell of one.

    Of NAME it says what it is, what it takes and what it touches. None takes part until a model or an option names it.
    """
    from simcore.commands.plugins import plugins as command

    command(**options)


@simwijk.command()
@click.option("--out", type=click.Path(path_type=Path, dir_okay=False), metavar="FILE",
              help="Write it to this file, over an older one; otherwise it is printed.")
@click.option("--plugin-file", "plugin_files", multiple=True, type=click.Path(path_type=Path), metavar="FILE",
              help="A plugin of your own, whose parameters go along.")
def schema(**options) -> None:
    """Give the JSON Schema of canvas files.

    It has the parameters of every plugin that is found; an editor completes and checks by it.
    """
    from simcore.commands.schema import schema as command

    command(**options)


def main(arguments: list[str] | None = None) -> None:
    """The console entry: runs a command and ends with the exit code its trouble asks for."""
    ending.leave(ended(arguments))


def ended(arguments: list[str] | None = None) -> int:
    """Run a command and give its exit code."""
    return ending.ended(simwijk, arguments)


if __name__ == "__main__":
    main()
