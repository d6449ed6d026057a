"""The command `openness`: finds its subcommands by their place, and catches what the floors raise."""

import importlib
import os
import sys

import click

from openness import __version__
from openness.core.error import OpennessError

_SUPPORT = frozenset({"main", "arguments", "printing", "dataset_text", "stats_text"})
_ISSUES = "https://github.com/openness-registry/openness/issues"


def _commands() -> set[str]:
    """Name the modules beside this one that are commands."""
    names = {os.path.splitext(file)[0] for file in os.listdir(os.path.dirname(__file__)) if file.endswith(".py")}  # noqa: PTH122,PTH208,PTH120 - pathlib costs 5 ms
    return {name for name in names if not name.startswith("_")} - _SUPPORT


class Commands(click.Group):
    """List the modules of this folder as commands and import only the one that is called."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names of all commands."""
        del ctx
        return sorted(_commands())

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import one command; None where there is none of that name."""
        if cmd_name not in _commands():
            return super().get_command(ctx, cmd_name)
        command: click.Command = importlib.import_module(f"openness.cli.{cmd_name}").command
        return command


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, "-V", "--version", message="%(prog)s %(version)s")
def openness() -> None:
    """Say how open an AI model is, and what its license lets you do.

    Answers come with evidence from a registry of records. Nothing here is legal advice.
    """


def run(arguments: list[str] | None = None) -> None:
    """Run the command, with the words of the process unless some are given, and end with its exit code."""
    try:
        code = openness.main(arguments, prog_name="openness", standalone_mode=False)
    except click.ClickException as error:
        error.show()
        code = 2
    except OpennessError as error:
        click.echo(f"openness: {error}", err=True)
        code = error.exit_code
    except (click.Abort, KeyboardInterrupt):
        code = 130
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        code = 0
    except OSError as error:
        click.echo(f"openness: {error}", err=True)
        code = 2
    except Exception:
        click.echo(f"openness {__version__} crashed, which is a bug. Please report the lines below at {_ISSUES}", err=True)
        raise
    sys.exit(code if isinstance(code, int) else 0)
