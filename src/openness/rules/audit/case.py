"""A case: one declared license against one license of one upstream, and the facts that rules read."""

from collections.abc import Iterable

from msgspec import Struct

from openness.core.audit import AuditFinding, Status, Upstream, UpstreamRelation
from openness.core.license import License, Term
from openness.core.license_vocabulary import Answer, Condition, Confidence, DerivativeTerms, Limit, Permission

WEIGHTS = frozenset(
    {
        UpstreamRelation.FINETUNE,
        UpstreamRelation.ADAPTER,
        UpstreamRelation.MERGE,
        UpstreamRelation.QUANTIZED,
        UpstreamRelation.COPY,
        UpstreamRelation.ANCESTOR,
    }
)


class Known(Struct, frozen=True, kw_only=True):
    """Hold a license with its id."""

    id: str
    facts: License

    @property
    def is_secondary(self) -> bool:
        """Tell whether nobody here has read the text."""
        return self.facts.confidence is not Confidence.READ

    def says(self, answer: Answer, term: Term | None) -> bool:
        """Tell whether a term has an answer."""
        return term is not None and term.answer is answer

    @property
    def commerce(self) -> Term | None:
        """Return the term on commercial use."""
        return self.facts.permissions.get(Permission.COMMERCIAL_USE)

    @property
    def is_non_commercial(self) -> bool:
        """Tell whether commercial use is forbidden."""
        return self.says(Answer.NO, self.commerce)

    @property
    def restriction(self) -> Term | None:
        """Return the term that restricts the uses, if one does."""
        found = (self.facts.limits.get(limit) for limit in (Limit.FIELD_OF_USE, Limit.ACCEPTABLE_USE_POLICY))
        return next((term for term in found if self.says(Answer.YES, term)), None)

    @property
    def passing_on(self) -> Term | None:
        """Return the term that makes restrictions follow, if they must."""
        term = self.facts.conditions.get(Condition.PASS_ON_RESTRICTIONS)
        return term if self.says(Answer.YES, term) else None

    def duty(self, condition: Condition) -> Term | None:
        """Return the term of a condition, if it holds."""
        term = self.facts.conditions.get(condition)
        return term if self.says(Answer.YES, term) else None

    @property
    def is_free(self) -> bool:
        """Tell whether the text limits nothing: such a license asks for notices alone."""
        return self.restriction is None and self.says(Answer.YES, self.commerce) and self.facts.derivatives is not DerivativeTerms.SAME


class Case(Struct, frozen=True, kw_only=True):
    """Hold the model's name, one alternative of its declared license, and one upstream with one license that it stands under."""

    model: str
    declared: tuple[Known, ...]
    upstream: Upstream
    base: Known
    merged: tuple[Known, ...] = ()

    @property
    def reaches(self) -> bool:
        """Tell whether the terms of the upstream reach the model: by its weights, or since a model made from outputs is a derivative."""
        derived = self.base.facts.outputs_are_derivatives
        by_outputs = self.upstream.relation is UpstreamRelation.OUTPUTS and self.base.says(Answer.YES, derived)
        return self.upstream.relation in WEIGHTS or by_outputs

    @property
    def carried(self) -> bool:
        """Tell whether the declared license carries the upstream's license."""
        return any(part.id == self.base.id for part in self.declared)

    @property
    def same_family(self) -> bool:
        """Tell whether a part of the declared license is another text of the same publisher's family."""
        family, publisher = self.base.facts.family, self.base.facts.publisher
        return any(part.facts.family == family and part.facts.publisher == publisher for part in self.declared if family and publisher)

    def find(self, rule: str, status: Status, message: str, term: Term | None = None, contested: str | None = None) -> AuditFinding:
        """Make a finding of this case."""
        doubtful = self.base.is_secondary or any(part.is_secondary for part in self.declared)
        return AuditFinding(
            rule=rule,
            status=status,
            upstream=self.upstream.ref,
            message=message,
            license=self.base.id,
            clause=term.clause if term else None,
            secondary=doubtful,
            contested=contested,
        )


def names(parts: Iterable[Known]) -> str:
    """Name licenses in one expression."""
    return " AND ".join(part.id for part in parts)
