"""Fingerprint files: one known license text each, as hashes of its words in order. Machines write them, people commit them."""

import base64
import binascii
import re
import sys
import zlib
from array import array
from pathlib import Path

import msgspec

from openness.core.error import UnreadableError
from openness.core.fingerprint import Fingerprint

FOLDER = "licenses"
SUFFIX = ".fingerprint"
_VERSION = "1"
_WIDTH = 120
_NAME = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9.+-]*[A-Za-z0-9+])?(?:@[a-z0-9]+(?:[.-][a-z0-9]+)*)?")
_MOST_WORDS = 200_000


class _Stored(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Hold a fingerprint as it lies in a file."""

    schema_version: str
    license: str
    text: str
    words: int
    source: str | None
    learned: str | None
    hashes: tuple[str, ...]


def file_name(fingerprint: Fingerprint) -> str:
    """Name the file of a fingerprint: the license, and which of its texts; raise UnreadableError for what is no file name."""
    name = f"{fingerprint.license}@{fingerprint.text}" if fingerprint.text else fingerprint.license
    if not _NAME.fullmatch(name):
        raise UnreadableError(
            f"{name!r} cannot name a file: expected a license id, and for the text lower-case letters, digits, dots, hyphens"
        )
    return f"{name}{SUFFIX}"


def write_fingerprint(root: Path, fingerprint: Fingerprint) -> Path:
    """Write a fingerprint into a registry and return its file."""
    path = root / FOLDER / file_name(fingerprint)
    packed = base64.b85encode(zlib.compress(_little_endian(array("I", fingerprint.hashes)).tobytes(), 9)).decode()
    stored = _Stored(
        schema_version=_VERSION,
        license=fingerprint.license,
        text=fingerprint.text,
        words=len(fingerprint.hashes),
        source=fingerprint.source,
        learned=fingerprint.learned,
        hashes=tuple(packed[start : start + _WIDTH] for start in range(0, len(packed), _WIDTH)),
    )
    try:
        path.write_bytes(msgspec.json.format(msgspec.json.encode(stored), indent=1) + b"\n")
    except OSError as error:
        raise UnreadableError(f"cannot write {str(path)!r}: {error.strerror}") from error
    return path


def read_fingerprints(root: Path) -> tuple[Fingerprint, ...]:
    """Read every fingerprint of a registry; raise UnreadableError for one that cannot be read."""
    try:
        return tuple(_read(path) for path in sorted((root / FOLDER).glob(f"*{SUFFIX}")))
    except OSError as error:
        raise UnreadableError(f"cannot read {str(root / FOLDER)!r}: {error.strerror}") from error


def _read(path: Path) -> Fingerprint:
    try:
        stored = msgspec.json.decode(path.read_bytes(), type=_Stored)
        unpacked = zlib.decompressobj().decompress(base64.b85decode("".join(stored.hashes)), _MOST_WORDS * 4)
        hashes = array("I")
        hashes.frombytes(unpacked)
    except (msgspec.MsgspecError, ValueError, binascii.Error, zlib.error) as error:
        raise UnreadableError(f"{str(path)!r} is no fingerprint: {error}; write it anew with openness license learn") from error
    if stored.schema_version != _VERSION or len(hashes) != stored.words:
        raise UnreadableError(f"{str(path)!r} is no fingerprint of version {_VERSION}; write it anew with openness license learn")
    return Fingerprint(
        license=stored.license,
        text=stored.text,
        source=stored.source,
        learned=stored.learned,
        hashes=tuple(_little_endian(hashes)),
    )


def _little_endian(hashes: "array[int]") -> "array[int]":
    if sys.byteorder == "big":
        hashes.byteswap()
    return hashes
