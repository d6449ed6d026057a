"""Whether the license of a component grants a permission."""

from msgspec import Struct

from openness.core.license import License
from openness.core.license_vocabulary import Answer, Permission
from openness.core.outcome import Outcome
from openness.core.verdict import Judgement
from openness.core.vocabulary import Component
from openness.rules.coverage import Subject
from openness.rules.standards import judge_expression
from openness.rules.terms import clause_of, judge_terms


class Granted(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Ask for a permission; `conditional` lets a grant under a condition pass."""

    permission: Permission
    component: Component = Component.MODEL_PARAMETERS_FINAL
    conditional: bool = False

    def judge(self, subject: Subject) -> Judgement:
        """Take the weakest variant, and for each of them the offer that grants most."""
        what = self.permission.value
        return judge_terms(
            subject,
            self.component,
            lambda expression: judge_expression(expression, subject.registry.licenses, self._rule),
            lambda license_: clause_of(license_.permissions.get(self.permission)),
            granted=f"grants {what}",
            denied=f"does not grant {what}, or only under a condition",
            remedy=f"license the {self.component.value} so that {what} is granted",
        )

    def _rule(self, license_: License) -> Outcome:
        term = license_.permissions.get(self.permission)
        if term is None or term.answer is Answer.UNKNOWN:
            return Outcome.UNKNOWN
        if term.answer is Answer.CONDITIONAL and self.conditional:
            return Outcome.MET
        return Outcome.MET if term.answer is Answer.YES else Outcome.NOT_MET
