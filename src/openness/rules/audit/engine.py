"""Audit one model: every rule over every upstream, for the reading of each choice of licenses that is best for the model."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import lru_cache
from itertools import product

from openness.core.audit import AuditFinding, AuditResult, AuditSubject, AuditVerdict, Status, Upstream, UpstreamKind, UpstreamRelation
from openness.core.license import License
from openness.core.license_vocabulary import Confidence
from openness.rules.audit import rule_modules
from openness.rules.audit.case import Case, Known
from openness.rules.expression import ExpressionError, Leaf, fold, read_expression

_ORDER = {status: number for number, status in enumerate(Status)}
_VERDICTS = {Status.CONFLICT: AuditVerdict.CONFLICT, Status.UNKNOWN: AuditVerdict.UNKNOWN, Status.WARNING: AuditVerdict.WARNING,
             Status.OBLIGATION: AuditVerdict.OBLIGATIONS, Status.NOTE: AuditVerdict.OK}  # fmt: skip
_MOST_CHOICES = 64
_UNRESOLVED = "R01"
_LABEL = "R16"

Resolve = Callable[[str], str | None]
Choice = tuple[Known, ...]


class Auditor:
    """Audit models against the licenses of a registry; `resolve` turns a spelling into the id of a license, or None."""

    def __init__(self, licenses: Mapping[str, License], resolve: Resolve) -> None:
        self._licenses = licenses
        self._resolve = resolve
        self._choices = lru_cache(10_000)(self._read)

    def audit(self, subject: AuditSubject) -> AuditResult:
        """Audit one model."""
        declared = self._choices(subject.declared)
        label = [*self._label(subject), *_unseen(subject)]
        if not subject.upstreams:
            own = Upstream(relation=UpstreamRelation.COPY, ref=subject.id, license=subject.declared)
            return _result(subject, label if declared else [*label, _unresolved(own, "its own license is not known")])
        if not declared:
            unknown = [_unresolved(upstream, f"the declared license{_quoted(subject.declared)} says nothing that could be compared")
                       for upstream in subject.upstreams]  # fmt: skip
            return _result(subject, [*label, *unknown])
        readings = [
            [finding for upstream in subject.upstreams for finding in self._of_upstream(subject, choice, upstream)] for choice in declared
        ]
        return _result(subject, [*label, *min(readings, key=_badness)])

    def _label(self, subject: AuditSubject) -> Iterator[AuditFinding]:
        """R16: the license file is not what the card declares."""
        declared = self._resolve(subject.declared or "") or subject.declared
        if subject.detected and declared and subject.detected != declared:
            yield AuditFinding(
                rule=_LABEL,
                status=Status.CONFLICT,
                upstream=subject.id,
                message=f"declared {declared}, but the text of its license is {subject.detected}",
                license=subject.detected,
            )

    def _of_upstream(self, subject: AuditSubject, declared: Choice, upstream: Upstream) -> list[AuditFinding]:
        choices = self._choices(upstream.license)
        if not choices:
            status = Status.WARNING if upstream.kind is UpstreamKind.DATASET else Status.UNKNOWN
            rule = "R14" if status is Status.WARNING else _UNRESOLVED
            return [_unresolved(upstream, f"its license{_quoted(upstream.license)} is not known", rule, status)]
        merged = self._merged(subject, upstream)
        readings = [
            [
                finding
                for base in choice
                for module in rule_modules()
                for finding in module.check(Case(model=subject.id, declared=declared, upstream=upstream, base=base, merged=merged))
            ]
            for choice in choices
        ]
        return min(readings, key=_badness)

    def _merged(self, subject: AuditSubject, upstream: Upstream) -> Choice:
        """Return the licenses of the other parents of a merge."""
        if upstream.relation is not UpstreamRelation.MERGE:
            return ()
        others = [other for other in subject.upstreams if other is not upstream and other.relation is UpstreamRelation.MERGE]
        return tuple(known for other in others for choice in self._choices(other.license)[:1] for known in choice)

    def _read(self, expression: str | None) -> tuple[Choice, ...]:
        """Return the choices that an expression leaves: each a set of licenses that all apply; none where one is not known."""
        if not expression:
            return ()
        single = self._known(expression)
        if single is not None:
            return ((single,),)
        try:
            parsed = read_expression(expression)
        except ExpressionError:
            return ()

        def leaf(found: Leaf) -> tuple[Choice, ...]:
            known = self._known(str(found))
            return ((known,),) if known else ()

        return fold(parsed, leaf, _all, _any)[:_MOST_CHOICES]

    def _known(self, name: str) -> Known | None:
        license_id = name if name in self._licenses else self._resolve(name)
        facts = self._licenses.get(license_id) if license_id else None
        return Known(id=str(license_id), facts=facts) if facts is not None and facts.confidence is not Confidence.NONE else None


def _quoted(license_: str | None) -> str:
    return f" {license_!r}" if license_ else ""


def _unseen(subject: AuditSubject) -> list[AuditFinding]:
    """Say so where nobody looked for a base: what was not looked at is never fine."""
    own = Upstream(relation=UpstreamRelation.COPY, ref=subject.id)
    return [] if subject.lineage_known else [_unresolved(own, "nobody looked for what it was made from")]


def _all(parts: Iterable[tuple[Choice, ...]]) -> tuple[Choice, ...]:
    """Join choices of which all apply."""
    combined = (tuple({known.id: known for choice in choices for known in choice}.values()) for choices in product(*parts))
    return tuple(choice for choice, _ in zip(combined, range(_MOST_CHOICES), strict=False))


def _any(parts: Iterable[tuple[Choice, ...]]) -> tuple[Choice, ...]:
    return tuple(choice for part in parts for choice in part)


def _badness(findings: list[AuditFinding]) -> tuple[int, int]:
    worst = min((_ORDER[finding.status] for finding in findings), default=len(_ORDER))
    return -worst, sum(_ORDER[finding.status] == worst for finding in findings)


def _unresolved(upstream: Upstream, message: str, rule: str = _UNRESOLVED, status: Status = Status.UNKNOWN) -> AuditFinding:
    return AuditFinding(rule=rule, status=status, upstream=upstream.ref, message=message, license=upstream.license)


def _result(subject: AuditSubject, findings: list[AuditFinding]) -> AuditResult:
    ordered = tuple(sorted(dict.fromkeys(findings), key=lambda finding: (_ORDER[finding.status], finding.rule, finding.upstream)))
    verdict = _VERDICTS[ordered[0].status] if ordered else AuditVerdict.OK
    return AuditResult(id=subject.id, declared=subject.declared, verdict=verdict, findings=ordered)
