"""R12: another text of the same publisher in the place of the upstream's own."""

from collections.abc import Iterator

from openness.core.audit import AuditFinding, Status
from openness.rules.audit.case import Case, names

RULE = "R12"


def check(case: Case) -> Iterator[AuditFinding]:
    """Find a declared license of the family that is not the one of the upstream."""
    if case.reaches and case.same_family and not case.carried and not case.base.is_free:
        message = f"{names(case.declared)} is another text of the family than {case.base.id}, under which {case.upstream.ref} stands"
        yield case.find(RULE, Status.WARNING, message)
