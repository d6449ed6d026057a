"""Services: what the terms allow where a model, or a service whose outputs were learned from, can only be used."""

from datetime import date

from openness.core.dataset import Producer
from openness.core.license_vocabulary import Permission
from openness.core.model import Model
from openness.core.offer import Offer
from openness.core.registry import Registry
from openness.core.vocabulary import Access, Component
from openness.rules.expression import NOASSERTION
from openness.rules.permissions import Ground, PermissionAnswer, ask_expression, kindest_ground

QUESTIONS = (Permission.COMMERCIAL_USE, Permission.OUTPUT_USE, Permission.TRAINING_ON_OUTPUTS, Permission.SERVICE)
OF_OUTPUTS = (Permission.OUTPUT_USE, Permission.TRAINING_ON_OUTPUTS)


def service_permissions_of(model_id: str, registry: Registry) -> dict[Permission, PermissionAnswer]:
    """Answer what may be done through the services that offer a model, or did last; empty where none ever did."""
    served = _served(registry.models[model_id])
    end = end_of_service(registry.models[model_id])
    terms = tuple(dict.fromkeys(offer.license or NOASSERTION for offer in served if offer.until == end))
    found = {}
    for permission in QUESTIONS if terms else ():
        ground = kindest_ground(ask_expression(permission, expression, model_id, registry.licenses) for expression in terms)
        found[permission] = PermissionAnswer(answer=ground.answer, because=(ground,))
    return found


def end_of_service(model: Model) -> date | None:
    """Return the first day on which no service offered a model any more; None where one does, and where none ever did."""
    ends = [offer.until for offer in _served(model)]
    return None if None in ends else max((end for end in ends if end), default=None)


def _served(model: Model) -> list[Offer]:
    return [offer for offer in model.components.get(Component.MODEL_PARAMETERS_FINAL, ()) if offer.access is Access.API]


def terms_of_outputs(producer: Producer, dataset_id: str, registry: Registry) -> Ground | None:
    """Say what a service's terms make of training others on its output; None where nobody looked for the terms."""
    if producer.terms is None:
        return None
    return ask_expression(Permission.TRAINING_ON_OUTPUTS, producer.terms, dataset_id, registry.licenses)
