"""Fingerprints: one license text as the hashes of its words in order, so that no text is kept."""

from msgspec import Struct


class Fingerprint(Struct, frozen=True, kw_only=True):
    """Hold the hashes of the words of one text; `text` tells texts of one license apart, such as a date or `zh`."""

    license: str
    hashes: tuple[int, ...]
    text: str = ""
    source: str | None = None
    learned: str | None = None
    policy: bool = False
