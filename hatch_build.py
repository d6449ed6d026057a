"""Put the compiled registry into the wheel, so that a query after `pip install` parses no YAML."""

import os
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class CustomBuildHook(BuildHookInterface):  # type: ignore[type-arg] # hatchling's own way to write it
    """Compile the registry before the wheel is packed."""

    def initialize(self, version: str, build_data: dict[str, dict[str, str]]) -> None:
        """Compile into the build folder and add the file; an editable install reads the checkout instead."""
        if version == "editable" or self.target_name != "wheel":
            return
        target = Path(self.root) / "build" / "registry.sqlite"
        today = datetime.now(UTC).date().isoformat()
        code = (
            "import sys; from datetime import date; from pathlib import Path; from openness.jobs.compile import compile_registry;"
            "compile_registry(Path(sys.argv[1]), Path(sys.argv[2]), 'shipped', date.fromisoformat(sys.argv[3]))"
        )
        command = [sys.executable, "-c", code, str(Path(self.root) / "registry"), str(target), today]
        subprocess.run(  # noqa: S603 - our own code
            command, check=True, env={**os.environ, "PYTHONPATH": os.pathsep.join([str(Path(self.root) / "src"), *filter(None, sys.path)])}
        )
        build_data["force_include"][str(target)] = "openness/bundled/registry.sqlite"
