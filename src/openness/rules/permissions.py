"""Permissions: what one may do with a model, by its own license and by those it inherits."""

from collections.abc import Iterable, Mapping

from msgspec import Struct

from openness.core.license import License, Term
from openness.core.model import Model
from openness.core.offer import Offer
from openness.core.reference import parse_reference
from openness.core.registry import Registry
from openness.core.vocabulary import Access, Answer, Component, Permission, Relation
from openness.rules.expression import NOASSERTION, NONE, Leaf, fold, parse_expression
from openness.rules.standards import license_of

_ORDER = {Answer.NO: 0, Answer.UNKNOWN: 1, Answer.CONDITIONAL: 2, Answer.YES: 3}
_HAD = (Access.PUBLIC, Access.GATED, Access.REQUEST, Access.PAID)
_WEIGHTS = frozenset({Relation.FINETUNE, Relation.ADAPTER, Relation.MERGE, Relation.QUANTIZED, Relation.COPY})


class Ground(Struct, frozen=True, kw_only=True):
    """Name one license and what it says; `via` is the record through which it reaches the model."""

    license: str
    answer: Answer
    via: str
    clause: str | None = None
    when: str | None = None
    note: str | None = None


class PermissionAnswer(Struct, frozen=True, kw_only=True):
    """Answer one question about a model, with every ground for it."""

    answer: Answer
    because: tuple[Ground, ...]


def permissions_of(model_id: str, registry: Registry) -> dict[Permission, PermissionAnswer]:
    """Answer every permission for the weights of a model: all terms that reach them must allow it."""
    reaching = [(record, expression) for record in reaching_records(model_id, registry) for expression in _expressions(registry.models.get(record))]
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
    steps = [step for step in model.lineage or () if step.relation in _WEIGHTS]
    named = [base for step in steps for base in step.bases]
    needed = [need for offer in model.components.get(Component.MODEL_PARAMETERS_FINAL, ()) for need in offer.needs]
    return list(dict.fromkeys(parse_reference(reference).id for reference in named + needed))


def _expressions(model: Model | None) -> tuple[str, ...]:
    """Return the licenses under which a model's weights can be had now; unknown where that is not recorded."""
    if model is None:
        return (NOASSERTION,)
    offers = [offer for offer in model.components.get(Component.MODEL_PARAMETERS_FINAL, ()) if offer.is_current]
    had = [offer for offer in offers if offer.access in _HAD]
    if had:
        return tuple(dict.fromkeys(offer.license or NOASSERTION for offer in had))
    return (_without_weights(offers),)


def _without_weights(offers: Iterable[Offer]) -> str:
    """Tell what governs weights that nobody can have: nothing is granted, unless nobody looked."""
    closed = (Access.NONE, Access.API, Access.UNDISCLOSED, Access.WITHDRAWN)
    return NONE if any(offer.access in closed for offer in offers) else NOASSERTION


def _answer(permission: Permission, reaching: list[tuple[str, str]], licenses: Mapping[str, License]) -> PermissionAnswer:
    grounds_by_record: dict[str, list[Ground]] = {}
    for record, expression in reaching:
        grounds_by_record.setdefault(record, []).append(ask_expression(permission, expression, record, licenses))
    # Several offers of one work are alternatives; the terms of several works all apply.
    best = [max(grounds, key=lambda ground: _ORDER[ground.answer]) for grounds in grounds_by_record.values()]
    return PermissionAnswer(answer=weakest(ground.answer for ground in best), because=tuple(best))


def weakest(answers: Iterable[Answer]) -> Answer:
    """Join answers that all apply: no, unknown, conditional, yes."""
    return min(answers, key=_ORDER.__getitem__, default=Answer.UNKNOWN)


def ask_expression(permission: Permission, expression: str, via: str, licenses: Mapping[str, License]) -> Ground:
    """Ask a license expression: OR takes the best branch for the user, AND the strictest."""

    def ask(leaf: Leaf) -> Ground:
        return _ask_leaf(permission, leaf, via, licenses)

    def strictest(grounds: Iterable[Ground]) -> Ground:
        return min(grounds, key=lambda ground: _ORDER[ground.answer])

    def kindest(grounds: Iterable[Ground]) -> Ground:
        return max(grounds, key=lambda ground: _ORDER[ground.answer])

    return fold(parse_expression(expression), ask, strictest, kindest)


def _ask_leaf(permission: Permission, leaf: Leaf, via: str, licenses: Mapping[str, License]) -> Ground:
    if leaf.id == NONE:
        return Ground(license=NONE, answer=Answer.NO, via=via, note="no license was given, so nothing is granted")
    if leaf.id == NOASSERTION:
        return Ground(license=NOASSERTION, answer=Answer.UNKNOWN, via=via, note="the license is not known")
    record = license_of(leaf, licenses)
    if record is None:
        return Ground(license=str(leaf), answer=Answer.UNKNOWN, via=via, note="nobody has read this text")
    term = record.permissions.get(permission)
    if term is None:
        return Ground(license=str(leaf), answer=Answer.UNKNOWN, via=via, note="the text was not read for this question")
    return _ground(str(leaf), term, via)


def _ground(license_id: str, term: Term, via: str) -> Ground:
    return Ground(license=license_id, answer=term.answer, via=via, clause=term.clause, when=term.when, note=term.note)
