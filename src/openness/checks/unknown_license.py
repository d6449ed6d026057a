"""A license that is neither on the SPDX list nor recorded here.

Licenses are SPDX expressions in SPDX's own spelling; texts that SPDX does not list are `LicenseRef-...` and need a
record in `licenses/`. `NONE` and `NOASSERTION` stand alone.
"""

from collections.abc import Iterator
from difflib import get_close_matches
from functools import cache

from openness.checks import Context
from openness.core.finding import Issue, Place
from openness.core.registry import Collection
from openness.rules.expression import NOASSERTION, NONE, ExpressionError, leaves, parse_expression
from openness.rules.spdx import retired_ids, spdx_exceptions, spdx_ids
from openness.rules.walk import license_uses, records_with_evidence

_WORDS = (NONE, NOASSERTION)


def check(context: Context) -> Iterator[Issue]:
    """Find expressions that cannot be read, and licenses that nobody knows."""
    recorded = frozenset(context.registry.licenses) | {name for kind, name in context.registry.unreadable if kind is Collection.LICENSES}
    known = frozenset(name for name in recorded if name.startswith("LicenseRef-") or name in spdx_ids())
    for license_id in sorted(context.registry.licenses.keys() - known):
        for message, hint in _leaf_problems(license_id, None, compound=False, known=known):
            yield Issue(code="unknown-license", place=Place(collection=Collection.LICENSES, record=license_id), message=message, hint=hint)
    for collection, record_id, record in records_with_evidence(context.registry):
        for path, expression in license_uses(record):
            if expression in known or expression in _WORDS:
                continue
            for message, hint in _problems(expression, known):
                yield Issue(
                    code="unknown-license", place=Place(collection=collection, record=record_id, path=path), message=message, hint=hint
                )


@cache
def _problems(expression: str, known: frozenset[str]) -> tuple[tuple[str, str | None], ...]:
    try:
        found = leaves(parse_expression(expression))
    except ExpressionError as error:
        suggestion = suggest(expression, known)
        return ((str(error), suggestion or "expected an SPDX expression such as MIT OR Apache-2.0"),)
    return tuple(problem for leaf in found for problem in _leaf_problems(leaf.id, leaf.exception, len(found) > 1, known))


def _leaf_problems(license_id: str, exception: str | None, compound: bool, known: frozenset[str]) -> Iterator[tuple[str, str | None]]:  # noqa: FBT001 - private
    if license_id in _WORDS:
        if compound:
            yield f"{license_id} stands alone", "write the licenses that are known, or NOASSERTION for the whole"
    elif license_id.startswith("LicenseRef-"):
        if license_id not in known:
            yield f"{license_id!r} has no record", suggest(license_id, known) or f"write licenses/{license_id}.yaml"
    elif license_id in retired_ids():
        yield f"{license_id!r} is retired", f"write {retired_ids()[license_id]}"
    elif license_id not in spdx_ids():
        yield f"{license_id!r} is not an SPDX license", suggest(license_id, known) or "write its SPDX id, or LicenseRef-... with a record"
    if exception is not None and exception not in spdx_exceptions():
        yield f"{exception!r} is not an SPDX exception", None


def suggest(text: str, known: frozenset[str]) -> str | None:
    """Return a hint for a spelling that people use, such as `apache 2.0`."""
    folded = _folded(known)
    key = _fold(text)
    if key in folded:
        return f"did you mean {folded[key]!r}?"
    near = get_close_matches(key, list(folded), n=1, cutoff=0.8)
    return f"did you mean {folded[near[0]]!r}?" if near else None


@cache
def _folded(known: frozenset[str]) -> dict[str, str]:
    return {_fold(candidate): candidate for candidate in sorted(spdx_ids() | known)}


def _fold(text: str) -> str:
    words = text.casefold().replace("licenseref", "").replace("license", "").replace("version", "")
    return "".join(character for character in words if character.isalnum()).replace("v20", "20").removesuffix("the").removeprefix("the")
