"""Put the compiled registry into the wheel, so that a query after `pip install` parses no YAML."""

import sys
from datetime import UTC, datetime
from pathlib import Path

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class CustomBuildHook(BuildHookInterface):  # type: ignore[type-arg] # hatchling's own way to write it
    """Compile the registry before the wheel is packed."""

    def initialize(self, version: str, build_data: dict[str, dict[str, str]]) -> None:
        """Compile into the build folder and add the file; an editable install reads the checkout instead."""
        if version == "editable":
            return
        root = Path(self.root)
        sys.path.insert(0, str(root / "src"))
        from openness.jobs.compile import compile_registry

        target = root / "build" / "registry.sqlite"
        compile_registry(root / "registry", target, "shipped", datetime.now(UTC).date())
        build_data["force_include"][str(target)] = "openness/bundled/registry.sqlite"
