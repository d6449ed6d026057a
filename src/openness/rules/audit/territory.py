"""R11: places that a license leaves out."""

from collections.abc import Iterator

from openness.core.audit import AuditFinding, Status
from openness.core.license_vocabulary import Answer, Limit
from openness.rules.audit.case import Case
from openness.rules.words import join

RULE = "R11"


def check(case: Case) -> Iterator[AuditFinding]:
    """Name the places, and what they are left out of."""
    term = case.base.facts.limits.get(Limit.TERRITORY)
    if case.reaches and term is not None and case.base.says(Answer.YES, term):
        places = join(term.excluded, "and") or "some places"
        scope = f" ({term.when})" if term.when else ""
        yield case.find(RULE, Status.OBLIGATION, f"{case.base.id} grants nothing in {places}{scope}", term)
