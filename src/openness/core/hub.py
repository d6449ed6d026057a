"""Snapshots: what the Hugging Face Hub said of one repository, and when. Machines write them, people do not."""

from collections.abc import Mapping

from msgspec import Struct


class FoundLicense(Struct, frozen=True, kw_only=True):
    """Name one text of a repository and the license that it was found to be."""

    file: str
    kind: str
    license: str | None = None
    nearest: str | None = None


class Snapshot(Struct, frozen=True, kw_only=True):
    """Hold what rules need of one answer of the Hub.

    `safetensors` counts numbers by their type as the headers of the files do: buffers included, tied weights as often as
    they are stored.
    """

    repo_id: str
    repo_type: str
    asked_at: str
    state: str
    revision: str | None = None
    safetensors: Mapping[str, int] = {}
    licenses_found: tuple[FoundLicense, ...] = ()
