"""Resolve the spellings of licenses that people and cards use to the ids of a registry."""

import re
from collections.abc import Mapping

from openness.core.license import License

_SEPARATORS = re.compile(r"[\s_]+")


class Resolver:
    """Find the id of a license by its id, its tag on the Hub, its ScanCode key, its name or an alias, in any case."""

    def __init__(self, licenses: Mapping[str, License]) -> None:
        self._ids: dict[str, str] = {}
        for license_id, license_ in licenses.items():
            for name in (license_id, license_id.removeprefix("LicenseRef-"), *license_.hub_ids):
                self._ids.setdefault(fold_license(name), license_id)
        for license_id, license_ in licenses.items():
            for name in (license_.name, license_.scancode_key or "", *license_.aliases):
                if name:
                    self._ids.setdefault(fold_license(name), license_id)

    def __call__(self, name: str) -> str | None:
        """Return the id of the license that a name means, None where it means none."""
        return self._ids.get(fold_license(name))


def fold_license(name: str) -> str:
    """Bring a spelling into one form: lower case, hyphens between words; a plus sign stays, since it tells licenses apart."""
    return _SEPARATORS.sub("-", name.strip().casefold())
