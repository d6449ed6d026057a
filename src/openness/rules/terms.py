"""Judge the terms under which a component can be had, whatever its access."""

from collections.abc import Callable

from openness.core.license import License, Term
from openness.core.offer import Offer
from openness.core.outcome import Outcome, rank
from openness.core.verdict import Judgement
from openness.core.vocabulary import Access, Component, Form
from openness.rules.coverage import LocatedOffer, Subject, groups
from openness.rules.expression import leaves, read_expression
from openness.rules.standards import license_of

HAD = frozenset({Access.PUBLIC, Access.GATED, Access.REQUEST, Access.PAID})
THE_THING = frozenset({Form.FULL, Form.DELTA})


def is_had(offer: Offer) -> bool:
    """Tell whether the thing itself, not a description, part or list of links, can be had."""
    return offer.access in HAD and offer.form in THE_THING


def clause_of(term: Term | None) -> str | None:
    """Name the clause of a term, if it is known."""
    return term.clause if term else None


def judge_terms(
    subject: Subject,
    component: Component,
    rule: Callable[[str | None], Outcome],
    clause: Callable[[License], str | None],
    *,
    granted: str,
    denied: str,
    remedy: str,
    undecided: str = "may or may not, as far as anybody knows",
) -> Judgement:
    """Judge license expressions by a rule: the weakest group counts, in each group its best offer.

    A component that cannot be had at all grants nothing.
    """

    def judge(located: LocatedOffer) -> Judgement:
        expression = located.offer.license
        outcome = rule(expression)
        words = {Outcome.MET: granted, Outcome.NOT_MET: denied}.get(outcome, undecided)
        cited = _cite(expression, subject, clause)
        reason = f"{component.value}: {expression or 'a license that nobody looked for'} {words}{cited}"
        return Judgement(outcome=outcome, reason=reason, evidence=located.pointers, remedy=None if outcome is Outcome.MET else remedy)

    found = groups(subject, component)
    if not found:
        return Judgement(
            outcome=Outcome.UNKNOWN,
            reason=f"nobody looked for the {component.value}",
            remedy=f"find out the terms of the {component.value}",
        )
    judged = []
    for group in found:
        offers = [offer for offer in group.offers if offer.offer.is_current and is_had(offer.offer)]
        if offers:
            judged.append(max((judge(offer) for offer in offers), key=lambda judgement: rank(judgement.outcome)))
        else:
            judged.append(_not_to_be_had(component, group.offers))
    return min(judged, key=lambda judgement: rank(judgement.outcome))


def _not_to_be_had(component: Component, offers: tuple[LocatedOffer, ...]) -> Judgement:
    name = component.value
    evidence = tuple(pointer for offer in offers for pointer in offer.pointers)
    if not offers or any(offer.offer.access is Access.UNKNOWN for offer in offers):
        return Judgement(
            outcome=Outcome.UNKNOWN, reason=f"{name}: not known to be had", evidence=evidence, remedy=f"find out how the {name} can be had"
        )
    return Judgement(outcome=Outcome.NOT_MET, reason=f"{name}: nobody can have it", evidence=evidence, remedy=f"release the {name}")


def _cite(expression: str | None, subject: Subject, clause: Callable[[License], str | None]) -> str:
    if expression is None:
        return ""
    for leaf in leaves(read_expression(expression)):
        record = license_of(leaf, subject.registry.licenses)
        cited = clause(record) if record else None
        if cited:
            return f" (clause {cited})" if cited[:1].isdigit() else f" ({cited})"
    return ""
