"""Audit lineage: the records of a registry, or a table of models of any size."""

import csv
import gzip
import io
import json
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import TextIO, cast

from openness.core.audit import AuditResult, AuditSubject, Upstream, UpstreamKind, UpstreamRelation
from openness.core.error import UnreadableError
from openness.core.registry import Registry
from openness.rules.audit.engine import Auditor
from openness.rules.audit.resolve import Resolver
from openness.rules.lineage_terms import subject_of_model, weights_license
from openness.rules.walk import repositories

_NAMELESS = frozenset({"other", "unknown", ""})
_RELATIONS = {relation.value for relation in UpstreamRelation}
_KINDS = {kind.value for kind in UpstreamKind}
_TAG = "base_model:"
Row = dict[str, object]


def audit_registry(registry: Registry, model_ids: Iterable[str]) -> Iterator[AuditResult]:
    """Audit models of a registry by their records."""
    auditor = Auditor(registry.licenses, Resolver(registry.licenses))
    for model_id in model_ids:
        yield auditor.audit(subject_of_model(model_id, registry))


def audit_table(path: Path, registry: Registry) -> Iterator[AuditResult]:
    """Audit each row of a table that has an upstream; bases are looked up in the table, then in the registry."""
    rows = list(read_table(path))
    licenses = _known_licenses(registry) | {str(row["id"]).casefold(): license_ for row in rows if (license_ := _license_of(row))}
    resolver = Resolver(registry.licenses)
    auditor = Auditor(registry.licenses, resolver)
    for row in rows:
        upstreams = _upstreams_of(row, licenses)
        if upstreams:
            detected = str(row["detected"]) if row.get("detected") else None
            yield auditor.audit(AuditSubject(id=str(row["id"]), declared=_license_of(row), detected=detected, upstreams=upstreams))


def read_table(path: Path) -> Iterator[Row]:
    """Yield the rows of a table in JSON Lines or CSV, packed by gzip or not; raise UnreadableError with the line that is amiss."""
    try:
        with _opened(path) as file:
            yield from _csv_rows(file, path) if ".csv" in path.suffixes else _json_rows(file, path)
    except (OSError, EOFError, UnicodeDecodeError) as error:
        raise UnreadableError(f"cannot read {str(path)!r}: {error}") from error


def _opened(path: Path) -> TextIO:
    if path.suffix == ".gz":
        return io.TextIOWrapper(cast("io.BufferedReader", gzip.open(path)), encoding="utf-8", newline="")
    return path.open(encoding="utf-8", newline="")


def _json_rows(file: TextIO, path: Path) -> Iterator[Row]:
    for number, line in enumerate(file, 1):
        if not line.strip():
            continue
        try:
            row = json.loads(line)
        except (ValueError, RecursionError) as error:
            raise UnreadableError(f"{path}:{number}: no JSON: {error}") from error
        if not isinstance(row, dict) or not isinstance(row.get("id"), str):
            raise UnreadableError(f'{path}:{number}: expected an object with an id, such as {{"id": "lab/model", "license": "mit"}}')
        yield row


def _csv_rows(file: TextIO, path: Path) -> Iterator[Row]:
    reader = csv.DictReader(file)
    if "id" not in (reader.fieldnames or ()):
        raise UnreadableError(f"{path}:1: expected a column id, and license, base_model, relation")
    for row in reader:
        found: Row = dict(row)
        if row.get("base_model"):
            found["base_model"] = [name.strip() for name in row["base_model"].split(";")]
        yield found


def _license_of(row: Mapping[str, object]) -> str | None:
    """Return what a row declares: its license, or the name beside `other`."""
    declared = row.get("license")
    if isinstance(declared, list):
        declared = declared[0] if len(declared) == 1 else None
    name = row.get("license_name")
    if str(declared or "").casefold() in _NAMELESS and name:
        declared = name
    return str(declared) if declared and str(declared).casefold() not in _NAMELESS else None


def _upstreams_of(row: Mapping[str, object], licenses: Mapping[str, str]) -> tuple[Upstream, ...]:
    """List what went into a model, by its own list of upstreams, its base models, or the tags of the Hub."""
    stated = row.get("upstreams")
    if isinstance(stated, list):
        return tuple(_stated(found, licenses) for found in stated if isinstance(found, dict) and found.get("ref"))
    bases = row.get("base_model") or row.get("base_models") or []
    names = [bases] if isinstance(bases, str) else [str(base) for base in cast("list[object]", bases)]
    relation = str(row.get("relation") or row.get("base_model_relation") or "")
    told = _relations_told(row)
    found = [(name, told.get(name.casefold()) or relation) for name in names] or [(name, told[name]) for name in told]
    return tuple(
        Upstream(
            relation=UpstreamRelation(relation if relation in _RELATIONS else "finetune"),
            ref=name,
            license=licenses.get(name.casefold()),
        )
        for name, relation in found
        if name
    )


def _stated(found: Mapping[str, object], licenses: Mapping[str, str]) -> Upstream:
    relation, kind = str(found.get("relation")), str(found.get("kind") or "model")
    ref = str(found["ref"])
    license_ = found.get("license")
    return Upstream(
        relation=UpstreamRelation(relation if relation in _RELATIONS else "finetune"),
        kind=UpstreamKind(kind if kind in _KINDS else "model"),
        ref=ref,
        license=str(license_) if license_ else licenses.get(ref.casefold()),
    )


def _relations_told(row: Mapping[str, object]) -> dict[str, str]:
    """Read relations from the Hub's tags, `base_model:finetune:lab/base`."""
    tags = row.get("tags")
    found: dict[str, str] = {}
    for tag in tags if isinstance(tags, list) else ():
        relation, _, name = str(tag).removeprefix(_TAG).partition(":")
        if str(tag).startswith(_TAG) and relation in _RELATIONS and name:
            found[name.casefold()] = relation
    return found


def _known_licenses(registry: Registry) -> dict[str, str]:
    """Map every repository of the registry's models to the license of its weights."""
    found: dict[str, str] = {}
    for model in registry.models.values():
        license_ = weights_license(model)
        if license_:
            found |= {repo_id.casefold(): license_ for _, repo_id in repositories(model)}
    return found
