"""R09: files and notices that must come along."""

from collections.abc import Iterator

from openness.core.audit import AuditFinding, Status
from openness.core.license_vocabulary import Condition
from openness.rules.audit.case import Case
from openness.rules.words import join

RULE = "R09"
_DUTIES = {
    Condition.LICENSE_COPY: "a copy of the license",
    Condition.ATTRIBUTION: "its notices",
    Condition.STATE_CHANGES: "a statement of what was changed",
}


def check(case: Case) -> Iterator[AuditFinding]:
    """Remind of what must come along; of a license that asks for nothing else it is a note."""
    found = {condition: term for condition in _DUTIES if (term := case.base.duty(condition))}
    if found and case.reaches:
        status = Status.NOTE if case.base.is_free else Status.OBLIGATION
        yield case.find(
            RULE, status, f"{case.base.id} asks for {join((_DUTIES[name] for name in found), 'and')}", next(iter(found.values()))
        )
