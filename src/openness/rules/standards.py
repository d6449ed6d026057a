"""Standards: what it takes for a license to count as open, answered from its facts and never from its name."""

from collections.abc import Callable, Iterable, Mapping
from enum import StrEnum

from openness.core.license import License, Term
from openness.core.license_vocabulary import Answer, Approval, Confidence, Limit, Permission
from openness.core.outcome import Outcome, every, some
from openness.rules.expression import NOASSERTION, NONE, Leaf, fold, leaves, read_expression


class Standard(StrEnum):
    """The standards that frameworks name."""

    OSI_APPROVED = "osi-approved"
    OSI_OR_OPEN_DEFINITION = "osi-or-open-definition"
    MOF_OPEN = "mof-open"
    FOUR_FREEDOMS = "four-freedoms"


_FREEDOMS = (Permission.COMMERCIAL_USE, Permission.MODIFICATION, Permission.DISTRIBUTION)
_FREE_OF = tuple(Limit)


def holds(term: Term | None) -> Outcome:
    """Read a term as a statement: yes is met, no and conditional are not, silence is unknown."""
    if term is None or term.answer is Answer.UNKNOWN:
        return Outcome.UNKNOWN
    return Outcome.MET if term.answer is Answer.YES else Outcome.NOT_MET


def is_absent(term: Term | None) -> Outcome:
    """Read a limit as a statement that it is absent."""
    if term is None or term.answer is Answer.UNKNOWN:
        return Outcome.UNKNOWN
    return Outcome.MET if term.answer is Answer.NO else Outcome.NOT_MET


def _approved(*approvals: Approval) -> Callable[[License], Outcome]:
    """Ask for one of some approvals; who approves licenses asks for the four freedoms, so a text without them has none."""

    def rule(license_: License) -> Outcome:
        found = some(holds(license_.approvals.get(approval)) for approval in approvals)
        return _grants_four_freedoms(license_) if found is Outcome.UNKNOWN and _grants_four_freedoms(license_) is Outcome.NOT_MET else found

    return rule


def _grants_four_freedoms(license_: License) -> Outcome:
    granted = [holds(license_.permissions.get(permission)) for permission in _FREEDOMS]
    return every(granted + [is_absent(license_.limits.get(limit)) for limit in _FREE_OF])


_RULES: dict[Standard, Callable[[License], Outcome]] = {
    Standard.OSI_APPROVED: _approved(Approval.OSI),
    Standard.OSI_OR_OPEN_DEFINITION: _approved(Approval.OSI, Approval.OPEN_DEFINITION),
    Standard.MOF_OPEN: _approved(Approval.OSI, Approval.FSF, Approval.OPEN_DEFINITION),
    Standard.FOUR_FREEDOMS: _grants_four_freedoms,
}


def missing_freedoms(expression: str | None, licenses: Mapping[str, License]) -> tuple[str, ...]:
    """Name the permissions that the texts of an expression withhold and the limits that they set, each with its clause."""
    found = []
    for leaf in leaves(read_expression(expression)) if expression else ():
        record = license_of(leaf, licenses)
        if record is not None:
            found += [
                _cited(name.value, term) for name in _FREEDOMS if (term := record.permissions.get(name)) and holds(term) is Outcome.NOT_MET
            ]
            found += [
                _cited(name.value, term) for name in _FREE_OF if (term := record.limits.get(name)) and is_absent(term) is Outcome.NOT_MET
            ]
    return tuple(dict.fromkeys(found))


def _cited(name: str, term: Term) -> str:
    words = name.replace("-", " ")
    return f"{words}, {'clause ' if term.clause[:1].isdigit() else ''}{term.clause}" if term.clause else words


def license_of(leaf: Leaf, licenses: Mapping[str, License]) -> License | None:
    """Return the record for a leaf; an exception has its own record, and a text that nobody read has none."""
    record = licenses.get(str(leaf))
    return None if record is None or record.confidence is Confidence.NONE else record


def meets(standard: Standard, expression: str | None, licenses: Mapping[str, License]) -> Outcome:
    """Tell whether a license expression meets a standard; no license at all meets none."""
    return judge_expression(expression, licenses, _RULES[standard])


def judge_expression(expression: str | None, licenses: Mapping[str, License], rule: Callable[[License], Outcome]) -> Outcome:
    """Judge an expression by a rule over single licenses; what is not known stays unknown."""
    if expression is None:
        return Outcome.UNKNOWN

    def judge(leaf: Leaf) -> Outcome:
        if leaf.id == NONE:
            return Outcome.NOT_MET
        record = None if leaf.id == NOASSERTION else license_of(leaf, licenses)
        return Outcome.UNKNOWN if record is None else rule(record)

    return fold(read_expression(expression), judge, _every, _some)


def _every(outcomes: Iterable[Outcome]) -> Outcome:
    return every(outcomes)


def _some(outcomes: Iterable[Outcome]) -> Outcome:
    return some(outcomes)
