"""Where the package keeps what it ships: registry, schemas, site templates."""

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent.parent


def bundled(name: str) -> Path:
    """Return the folder `registry`, `schema` or `site`: inside the wheel, or at the top of a checkout."""
    inside = _PACKAGE / "bundled" / name
    return inside if inside.is_dir() else _PACKAGE.parent.parent / name


def source_folder() -> Path | None:
    """Return the folder of the code in a checkout, where it changes from one moment to the next; None in an installation."""
    return None if (_PACKAGE / "bundled").is_dir() else _PACKAGE


def default_registry(working_directory: Path) -> Path:
    """Return the registry that stands in a working directory, else the bundled one."""
    here = working_directory / "registry"
    return here if (here / "models").is_dir() else bundled("registry")
