"""Identify a license text, and learn a new one."""

import sys
from datetime import date
from pathlib import Path

from openness.core.error import UnreadableError
from openness.core.fingerprint import Fingerprint
from openness.core.identified import Identified, TextKind
from openness.core.license import License
from openness.rules.license_text.identify import identify
from openness.rules.license_text.notice import names_as_words
from openness.rules.license_text.references import References
from openness.rules.license_text.words import without_owners, words_of
from openness.store.fingerprints import read_fingerprints, write_fingerprint
from openness.store.reader import read_registry

MAX_BYTES = 2_000_000
_LEAST_WORDS = 20
_CONTROL = bytes(set(range(32)) - {9, 10, 12, 13})
_BINARY = 0.02


def read_text(path: Path) -> str | None:
    """Read a text, `-` for stdin; None for what is no text, or longer than any license."""
    try:
        if str(path) == "-":
            body = sys.stdin.buffer.read(MAX_BYTES + 1)
        else:
            with path.open("rb") as file:
                body = file.read(MAX_BYTES + 1)
    except OSError as error:
        raise UnreadableError(f"cannot read {str(path)!r}: {error.strerror}") from error
    return None if len(body) > MAX_BYTES else as_text(body)


def as_text(body: bytes) -> str | None:
    """Decode a text in UTF-8, UTF-16 with its mark, or Latin-1; None for what is no text."""
    if body.startswith((b"\xff\xfe", b"\xfe\xff")):
        return body.decode("utf-16", "replace")
    sample = body[:100_000]
    if len(sample) - len(sample.translate(None, _CONTROL)) > _BINARY * len(sample):
        return None
    try:
        return body.decode("utf-8-sig")
    except UnicodeDecodeError:
        return body.decode("latin-1")


def references_of(root: Path) -> References:
    """Read the known texts of a registry, and the names of its licenses."""
    licenses = read_registry(root).registry.licenses
    names = [(name, license_id) for license_id, license_ in licenses.items() for name in _names(license_id, license_)]
    return References(read_fingerprints(root), names_as_words(names))


def _names(license_id: str, license_: License) -> tuple[str, ...]:
    return (license_id, license_id.removeprefix("LicenseRef-"), license_.name, *license_.aliases, *license_.hub_ids)


def identify_file(path: Path, references: References) -> Identified:
    """Say which license a file is."""
    text = read_text(path)
    if text is None:
        return Identified(kind=TextKind.UNKNOWN, reason=f"no text, or longer than {MAX_BYTES:,} bytes; no license is")
    return identify(text, references)


def learn(root: Path, path: Path, license_id: str, text: str, source: str | None, today: date) -> Path:
    """Write the fingerprint of a text into a registry and return its file."""
    found = read_text(path)
    words = words_of(without_owners(found)) if found is not None else None
    if words is None or len(words.words) < _LEAST_WORDS:
        raise UnreadableError(
            f"{str(path)!r} is no license text: expected at least {_LEAST_WORDS} words of text, at most {MAX_BYTES:,} bytes"
        )
    fingerprint = Fingerprint(license=license_id, text=text, hashes=words.hashes, source=source, learned=today.isoformat())
    return write_fingerprint(root, fingerprint)
