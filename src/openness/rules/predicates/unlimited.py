"""Whether the license of a component is free of a limit."""

from msgspec import Struct

from openness.core.license import License
from openness.core.license_vocabulary import Limit, SafetyTerms
from openness.core.outcome import Outcome, every
from openness.core.verdict import Judgement
from openness.core.vocabulary import Component
from openness.rules.coverage import Subject
from openness.rules.standards import is_absent, judge_expression
from openness.rules.terms import clause_of, judge_terms
from openness.rules.words import join


class Unlimited(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Ask for a license without some limits.

    `safety_open` leaves limits undecided that may serve safety alone: a person must judge whether they are proportionate.
    """

    limits: tuple[Limit, ...]
    component: Component = Component.MODEL_PARAMETERS_FINAL
    safety_open: bool = False

    def judge(self, subject: Subject) -> Judgement:
        """Take the weakest variant, and for each of them the offer that limits least."""
        what = join(limit.value for limit in self.limits)
        return judge_terms(
            subject,
            self.component,
            lambda expression: judge_expression(expression, subject.registry.licenses, self._rule),
            self._clause,
            granted=f"sets no limit by {what}",
            denied=f"sets a limit by {what}",
            remedy=f"license the {self.component.value} without a limit by {what}",
            undecided=f"may set a limit by {what}, and a person must judge whether it serves safety in proportion"
            if self.safety_open
            else f"may or may not set a limit by {what}",
        )

    def _rule(self, license_: License) -> Outcome:
        outcome = every(is_absent(license_.limits.get(limit)) for limit in self.limits)
        if outcome is Outcome.NOT_MET and self.safety_open and license_.safety_terms is not SafetyTerms.NO:
            return Outcome.UNKNOWN
        return outcome

    def _clause(self, license_: License) -> str | None:
        found = [license_.limits[limit] for limit in self.limits if limit in license_.limits]
        return next((clause_of(term) for term in found if is_absent(term) is not Outcome.MET), None)
