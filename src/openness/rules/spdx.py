"""The SPDX list, as license-expression carries it: ids, retired ids with their successors, exceptions."""

from functools import cache


@cache
def _index() -> list[dict[str, object]]:
    from license_expression import get_license_index

    entries: list[dict[str, object]] = get_license_index()
    return entries


def _entries(*, exceptions: bool) -> list[tuple[str, tuple[str, ...], bool]]:
    found = []
    for entry in _index():
        key = entry.get("spdx_license_key")
        if key and bool(entry.get("is_exception")) is exceptions and not str(key).startswith("LicenseRef-"):
            others = entry.get("other_spdx_license_keys") or ()
            found.append((str(key), tuple(str(other) for other in others), bool(entry.get("is_deprecated"))))  # type: ignore[attr-defined] # a list of words
    return found


@cache
def spdx_ids() -> frozenset[str]:
    """Return the ids of the SPDX list that are in use."""
    return frozenset(key for key, _, deprecated in _entries(exceptions=False) if not deprecated)


@cache
def retired_ids() -> dict[str, str]:
    """Return retired ids with the id that took their place."""
    return {
        other: key
        for key, others, _ in _entries(exceptions=False)
        for other in others
        if other not in spdx_ids() and not other.startswith("LicenseRef-")
    }


@cache
def spdx_exceptions() -> frozenset[str]:
    """Return the ids of SPDX's exceptions."""
    return frozenset(key for key, _, deprecated in _entries(exceptions=True) if not deprecated)
