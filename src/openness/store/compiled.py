"""The compiled registry: answers made once, so that a query parses no YAML.

One SQLite file holds every answer, name and row of facts. The wheel carries one; a checkout keeps one in a cache folder
and makes it anew when a file of the registry has changed.
"""

import os
import sqlite3
import zlib
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path

from msgspec import Struct

from openness import __version__
from openness.core.error import OpennessError

_SCHEMA = """
create table meta (key text primary key, value text) without rowid;
create table answer (kind text, id text, body blob, primary key (kind, id)) without rowid;
create table name (key text, kind text, id text, variant text, shown text);
create index name_key on name (key);
create table fact (id text primary key, body blob) without rowid;
create table knowledge (kind text, id text, body blob, primary key (kind, id)) without rowid;
"""
FORMAT = f"2 {__version__}"


class CannotWriteError(OpennessError):
    """Say that a compiled registry cannot be kept."""


class StoredName(Struct, frozen=True, kw_only=True):
    """Hold one name of a model as it is stored."""

    key: str
    kind: str
    id: str
    variant: str | None
    shown: str


class Contents(Struct, frozen=True, kw_only=True):
    """Hold all that a compiled registry keeps.

    (kind, id, JSON) answers and knowledge, names, (id, JSON) facts, and the words of facts as JSON.
    """

    answers: Iterable[tuple[str, str, bytes]]
    names: Iterable[StoredName]
    facts: Iterable[tuple[str, bytes]]
    knowledge: Iterable[tuple[str, str, bytes]] = ()
    words: str = "{}"


def fingerprint(root: Path) -> str:
    """Sum up the paths, sizes and times of a registry's files; equal sums mean that nothing changed."""
    digest, count = zlib.crc32(FORMAT.encode()), 0
    for folder, folders, files in os.walk(root):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(files):
            if name.endswith((".yaml", ".json", ".py")):
                status = os.lstat(os.path.join(folder, name))  # noqa: PTH118 - twice as fast, and this runs before every query
                seen = f"{folder[len(str(root)) :]}/{name}\0{status.st_size}\0{status.st_mtime_ns}\0"
                digest = zlib.crc32(os.fsencode(seen), digest)
                count += 1
    return f"{count} {digest:08x}"


def write_compiled(path: Path, stamp: str, contents: Contents) -> None:
    """Write a compiled registry beside its place and move it there, so that nobody sees half of it."""
    temporary = path.with_name(f".{path.name}.{os.getpid()}.{os.urandom(8).hex()}")  # containers share process ids
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        connection = sqlite3.connect(temporary)
        connection.executescript("pragma journal_mode=off; pragma synchronous=off;" + _SCHEMA)
        connection.executemany("insert into answer values (?, ?, ?)", contents.answers)
        rows = ((name.key, name.kind, name.id, name.variant, name.shown) for name in contents.names)
        connection.executemany("insert into name values (?, ?, ?, ?, ?)", rows)
        connection.executemany("insert into fact values (?, ?)", contents.facts)
        connection.executemany("insert into knowledge values (?, ?, ?)", contents.knowledge)
        connection.executemany("insert into meta values (?, ?)", [("format", FORMAT), ("stamp", stamp), ("words", contents.words)])
        connection.commit()
        connection.close()
        temporary.replace(path)
    except (sqlite3.Error, OSError) as error:
        with suppress(OSError):
            temporary.unlink(missing_ok=True)
        raise CannotWriteError(f"cannot write the compiled registry {str(path)!r}: {error}") from error


class Compiled:
    """Read a compiled registry."""

    def __init__(self, path: Path) -> None:
        self._connection = sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro&immutable=1", uri=True)

    @classmethod
    def open(cls, path: Path, stamp: str | None) -> "Compiled | None":
        """Open a file if it is a compiled registry of this version with this stamp (any stamp for None)."""
        if not path.is_file():
            return None
        try:
            compiled = cls(path)
            meta = dict(compiled._connection.execute("select key, value from meta"))
        except sqlite3.Error:
            return None
        fits = meta.get("format") == FORMAT and (stamp is None or meta.get("stamp") == stamp)
        return compiled if fits else None

    def meta(self, key: str) -> str | None:
        """Return what is kept under a key beside the answers."""
        row = self._connection.execute("select value from meta where key = ?", (key,)).fetchone()
        return str(row[0]) if row else None

    def answer(self, kind: str, record_id: str) -> bytes | None:
        """Return the JSON of one answer."""
        row = self._connection.execute("select body from answer where kind = ? and id = ?", (kind, record_id)).fetchone()
        return bytes(row[0]) if row else None

    def ids(self, kind: str) -> list[str]:
        """List the ids of one kind, sorted."""
        return [row[0] for row in self._connection.execute("select id from answer where kind = ? order by id", (kind,))]

    def names(self, key: str) -> list[StoredName]:
        """Return every model name that folds to a key."""
        rows = self._connection.execute("select key, kind, id, variant, shown from name where key = ? order by id", (key,))
        return [StoredName(key=row[0], kind=row[1], id=row[2], variant=row[3], shown=row[4]) for row in rows]

    def all_names(self) -> dict[str, str]:
        """Map every folded name to what is shown of it."""
        return dict(self._connection.execute("select key, shown from name order by key, shown"))

    def facts(self) -> Iterator[tuple[str, bytes]]:
        """Yield the row of facts of every model as JSON, by id."""
        for record_id, body in self._connection.execute("select id, body from fact order by id"):
            yield record_id, bytes(body)

    def knowledge(self) -> Iterator[tuple[str, str, bytes]]:
        """Yield what is known of every record as JSON, by kind and id."""
        for kind, record_id, body in self._connection.execute("select kind, id, body from knowledge order by kind, id"):
            yield kind, record_id, bytes(body)
