"""Permissions: what one may do with a model, by its own license and by those it inherits."""

from collections.abc import Iterable, Mapping, Sequence
from typing import TypeVar

from msgspec import Struct
from msgspec.structs import replace

from openness.core.license import License, Term
from openness.core.license_vocabulary import Answer, Condition, Limit, Permission
from openness.core.model import Model
from openness.core.offer import Offer
from openness.core.reference import parse_reference
from openness.core.registry import Registry
from openness.core.vocabulary import Access, Component
from openness.rules.coverage import Subject, groups
from openness.rules.expression import NOASSERTION, NONE, Leaf, fold, read_expression
from openness.rules.lineage import WEIGHTS_GO_ON
from openness.rules.standards import license_of
from openness.rules.terms import HAD, is_had
from openness.rules.words import shorten

_ORDER = {Answer.NO: 0, Answer.UNKNOWN: 1, Answer.CONDITIONAL: 2, Answer.YES: 3}
_NOT_RELEASED = (Access.NONE, Access.API, Access.UNDISCLOSED, Access.WITHDRAWN)


class Ground(Struct, frozen=True, kw_only=True):
    """Name one license and what it says; `via` is the record through which it reaches the model.

    `past` says why the terms are those of copies made before: the work can no longer be had, or that was not found out.
    """

    license: str
    answer: Answer
    via: str
    clause: str | None = None
    when: str | None = None
    note: str | None = None
    past: str | None = None


class PermissionAnswer(Struct, frozen=True, kw_only=True):
    """Answer one question about a model, with every ground for it."""

    answer: Answer
    because: tuple[Ground, ...]


def permissions_of(model_id: str, registry: Registry) -> dict[Permission, PermissionAnswer]:
    """Answer every permission for the weights of a model: all terms that reach them must allow it."""
    reaching = [(record, terms) for record in reaching_records(model_id, registry) for terms in _terms_of(record, registry)]
    return {permission: _answer(permission, reaching, registry.licenses) for permission in Permission}


def reaching_records(model_id: str, registry: Registry) -> tuple[str, ...]:
    """List the model and the records whose terms reach its weights: bases whose weights go on, works it needs."""
    found = [model_id]
    for record in found:
        model = registry.models.get(record)
        if model is not None:
            found += [base for base in _reaching_bases(model) if base not in found]
    return tuple(found)


def _reaching_bases(model: Model) -> list[str]:
    steps = [step for step in model.lineage or () if step.relation in WEIGHTS_GO_ON]
    named = [base for step in steps for base in step.bases]
    needed = [need for offer in model.components.get(Component.MODEL_PARAMETERS_FINAL, ()) for need in offer.needs]
    return list(dict.fromkeys(parse_reference(reference).id for reference in named + needed))


class _Terms(Struct, frozen=True, kw_only=True):
    """Hold the license expressions of one work that are alternatives to each other, and what to say of them."""

    expressions: tuple[str, ...]
    note: str | None = None
    past: str | None = None


def _terms_of(model_id: str, registry: Registry) -> tuple[_Terms, ...]:
    """Return the terms of a model's weights, one for each variant that has offers of its own."""
    model = registry.models.get(model_id)
    if model is None:
        return (_Terms(expressions=(NOASSERTION,), note="the work has no record"),)
    found = groups(Subject(id=model_id, model=model, registry=registry), Component.MODEL_PARAMETERS_FINAL)
    terms = [_terms_of_offers([located.offer for located in group.offers]) for group in found]
    return tuple(dict.fromkeys(terms)) or (_Terms(expressions=(NOASSERTION,)),)


def _terms_of_offers(offers: Sequence[Offer]) -> _Terms:
    """Return the terms under which weights can be had, or could be had by those who hold a copy."""
    current = [offer for offer in offers if offer.is_current]
    had = _licenses([offer for offer in current if is_had(offer)])
    if had:
        return _Terms(expressions=had)
    reason = _why_past(current) if offers else None
    past = _licenses(_last_terms(offers))
    if reason and past:
        return _Terms(expressions=past, past=reason)
    if any(offer.access in _NOT_RELEASED for offer in current):
        return _Terms(expressions=(NONE,), note="the weights were not released")
    return _Terms(expressions=(NOASSERTION,))


def _last_terms(offers: Sequence[Offer]) -> list[Offer]:
    """Keep what says under which terms copies were made last: the withdrawn offer itself, else the past offers that ended last."""
    withdrawn = [offer for offer in offers if offer.access is Access.WITHDRAWN and offer.license]
    past = [offer for offer in offers if offer.access in HAD and offer.license and offer.until]
    end = max((offer.until for offer in past if offer.until), default=None)
    return withdrawn or [offer for offer in past if offer.until == end]


def _why_past(current: Sequence[Offer]) -> str | None:
    """Say why past offers decide: nothing is offered any more, or nobody knows whether it still is."""
    accesses = {offer.access for offer in current}
    if Access.WITHDRAWN in accesses or not accesses:
        return "it was withdrawn"
    return "whether it can still be had was not found out" if Access.UNKNOWN in accesses else None


def _licenses(offers: Iterable[Offer]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(offer.license or NOASSERTION for offer in offers))


def _answer(permission: Permission, reaching: list[tuple[str, _Terms]], licenses: Mapping[str, License]) -> PermissionAnswer:
    """Take the best offer of each work, since offers are alternatives, and the strictest of the works, since all apply."""
    best = []
    for record, terms in reaching:
        grounds = [ask_expression(permission, expression, record, licenses) for expression in terms.expressions]
        ground = kindest_ground(grounds)
        best.append(replace(ground, note=terms.note or ground.note, past=terms.past))
    return PermissionAnswer(answer=weakest(ground.answer for ground in best), because=tuple(best))


def weakest(answers: Iterable[Answer]) -> Answer:
    """Join answers that all apply: no, unknown, conditional, yes."""
    return min(answers, key=_ORDER.__getitem__, default=Answer.UNKNOWN)


def kindest_ground(grounds: Iterable[Ground]) -> Ground:
    """Choose among alternatives the one that is best for the user."""
    return max(grounds, key=lambda ground: _ORDER[ground.answer])


def ask_expression(permission: Permission, expression: str, via: str, licenses: Mapping[str, License]) -> Ground:
    """Ask a license expression: OR takes the best branch for the user, AND the strictest."""

    def ask(leaf: Leaf) -> Ground:
        return _ask_leaf(permission, leaf, via, licenses)

    def strictest(grounds: Iterable[Ground]) -> Ground:
        return min(grounds, key=lambda ground: _ORDER[ground.answer])

    return fold(read_expression(expression), ask, strictest, kindest_ground)


def _ask_leaf(permission: Permission, leaf: Leaf, via: str, licenses: Mapping[str, License]) -> Ground:
    if leaf.id == NONE:
        return Ground(license=NONE, answer=Answer.NO, via=via, note="no license was given, so nothing is granted")
    if leaf.id == NOASSERTION:
        return Ground(license=NOASSERTION, answer=Answer.UNKNOWN, via=via, note="the terms are not known")
    record = license_of(leaf, licenses)
    if record is None:
        return Ground(license=str(leaf), answer=Answer.UNKNOWN, via=via, note="nobody has read this text")
    term = record.permissions.get(permission)
    if term is None:
        return Ground(license=str(leaf), answer=Answer.UNKNOWN, via=via, note="the text was not read for this question")
    return _ground(str(leaf), term, via)


def _ground(license_id: str, term: Term, via: str) -> Ground:
    number = f"threshold {shorten(term.threshold)} {(term.unit or '').replace('-', ' ')}" if term.threshold else None
    words = "; ".join(text for text in (number, term.wording, term.note) if text)
    return Ground(license=license_id, answer=term.answer, via=via, clause=term.clause, when=term.when, note=words or None)


def duties_of(model_id: str, registry: Registry) -> tuple[dict[Limit, tuple[Ground, ...]], dict[Condition, tuple[Ground, ...]]]:
    """List the limits and the conditions of every license that reaches the weights of a model."""
    reached = [
        (record, leaf)
        for record in reaching_records(model_id, registry)
        for terms in _terms_of(record, registry)
        for leaf in _fewest_duties(terms.expressions, registry.licenses)
    ]
    return _grounds(Limit, reached, registry.licenses), _grounds(Condition, reached, registry.licenses)


def _fewest_duties(expressions: tuple[str, ...], licenses: Mapping[str, License]) -> tuple[Leaf, ...]:
    """Choose among alternatives the licenses that a careful user would take: those with the fewest limits."""

    def count(leaves: tuple[Leaf, ...]) -> int:
        return sum(_limits(license_of(leaf, licenses)) for leaf in leaves)

    def both(parts: Iterable[tuple[Leaf, ...]]) -> tuple[Leaf, ...]:
        return tuple(leaf for part in parts for leaf in part)

    def either(parts: Iterable[tuple[Leaf, ...]]) -> tuple[Leaf, ...]:
        return min(parts, key=count)

    return either([fold(read_expression(expression), lambda leaf: (leaf,), both, either) for expression in expressions])


def _limits(license_: License | None) -> int:
    """Count limits; a text that nobody read may hold any number of them."""
    return len(Limit) if license_ is None else sum(term.answer is not Answer.NO for term in license_.limits.values())


D = TypeVar("D", Limit, Condition)


def _grounds(kind: type[D], reached: list[tuple[str, Leaf]], licenses: Mapping[str, License]) -> dict[D, tuple[Ground, ...]]:
    found: dict[D, list[Ground]] = {}
    for record, leaf in reached:
        license_ = license_of(leaf, licenses)
        terms: Mapping[D, Term] = (license_.limits if kind is Limit else license_.conditions) if license_ else {}  # type: ignore[assignment] # the kind says which
        for name, term in terms.items():
            if term.answer in (Answer.YES, Answer.CONDITIONAL):
                found.setdefault(name, []).append(_ground(str(leaf), term, record))
    return {name: tuple(found[name]) for name in kind if name in found}
