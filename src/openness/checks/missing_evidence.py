"""A claim without evidence.

Every offer says where it is written that the artefact can be had so, or that it cannot: `public` as well as `none`.
Only what is `not-applicable` needs no source. A list of training sets that calls itself complete needs one too.
"""

from collections.abc import Iterator

from openness.checks import Context
from openness.core.finding import Issue
from openness.core.vocabulary import Access, Completeness
from openness.rules.walk import all_offers, model_place


def check(context: Context) -> Iterator[Issue]:
    """Find offers and complete lists that cite nothing."""
    for place, offer in all_offers(context.registry):
        if not offer.evidence and not offer.documented_in and offer.access is not Access.NOT_APPLICABLE:
            message = f"access {offer.access.value!r} without evidence"
            yield Issue(code="missing-evidence", place=place, message=message, hint="add evidence: [key], a key of this record's evidence")
    for model_id, model in context.registry.models.items():
        data = model.training_data
        if data is not None and data.completeness is Completeness.COMPLETE and not data.evidence:
            place = model_place(model_id, "training_data", "completeness")
            yield Issue(
                code="missing-evidence", place=place, message="complete without evidence", hint="add evidence: [key] to training_data"
            )
