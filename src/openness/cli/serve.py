"""openness serve: look at the site on this machine."""

import functools
import http.server
import tempfile
from pathlib import Path

import click

from openness.cli.arguments import registry_option
from openness.cli.build import build_day
from openness.jobs.build import build_site


@click.command("serve")
@click.option("--port", type=click.IntRange(0, 65535), default=8000, show_default=True, help="Port on the loopback address; 0 takes any.")
@registry_option
def command(port: int, registry: Path) -> int:
    """Build the site into a temporary folder and serve it on http://127.0.0.1."""
    with tempfile.TemporaryDirectory(prefix="openness-") as folder:
        output = Path(folder) / "site"
        built = build_site(registry, output, build_day())
        handler = functools.partial(http.server.SimpleHTTPRequestHandler, directory=str(output))
        with http.server.ThreadingHTTPServer(("127.0.0.1", port), handler) as server:
            click.echo(f"{built.pages} files at http://127.0.0.1:{server.server_address[1]}/ (stop with Ctrl-C)", err=True)
            server.serve_forever()
    return 0
