"""Terms of a base that the license of a model leaves out.

No mistake of the record but of the release: what it declares lacks or exceeds the terms under which its base came. `openness
audit` tells it in full. Nothing here is legal advice.
"""

from collections.abc import Iterator

from openness.checks import Context
from openness.core.audit import Status
from openness.core.finding import Issue, Severity
from openness.rules.audit.engine import Auditor
from openness.rules.audit.resolve import Resolver
from openness.rules.lineage_terms import subject_of_model
from openness.rules.walk import model_place


def check(context: Context) -> Iterator[Issue]:
    """Find models whose declared license conflicts with the terms that reach them."""
    auditor = Auditor(context.registry.licenses, Resolver(context.registry.licenses))
    for model_id, model in context.registry.models.items():
        if not model.lineage:
            continue
        for finding in auditor.audit(subject_of_model(model_id, context.registry)).findings:
            if finding.status is Status.CONFLICT:
                clause = f", clause {finding.clause}" if finding.clause else ""
                yield Issue(
                    code="inherited-terms",
                    place=model_place(model_id, "lineage"),
                    message=f"{finding.rule}, from {finding.upstream}: {finding.message}{clause}",
                    hint=f"openness audit {model_id}",
                    severity=Severity.NOTE,
                )
