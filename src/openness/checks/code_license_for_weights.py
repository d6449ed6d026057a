"""Weights under a license that only the code's own license file speaks for.

The license of a code repository says nothing of weights that lie elsewhere. Where nothing but the sources of the code's license
is cited for that of the weights, look for a sentence of the publisher that covers them.
"""

from collections.abc import Iterator
from urllib.parse import urlsplit

from openness.checks import Context
from openness.core.finding import Issue, Severity
from openness.core.model import Model
from openness.core.offer import Offer
from openness.core.vocabulary import Component
from openness.rules.expression import NOASSERTION, NONE
from openness.rules.terms import is_had
from openness.rules.walk import model_place

_CODE = (Component.TRAINING_CODE, Component.INFERENCE_CODE, Component.MODEL_ARCHITECTURE)
_FILES = ("license", "licence", "copying")


def check(context: Context) -> Iterator[Issue]:
    """Find weights whose license rests on the license file of another repository alone."""
    for model_id, model in context.registry.models.items():
        for number, offer in enumerate(model.components.get(Component.MODEL_PARAMETERS_FINAL, ())):
            if offer.is_current and is_had(offer) and offer.license not in (None, NONE, NOASSERTION) and _rests_on_code(model, offer):
                yield Issue(
                    code="code-license-for-weights",
                    place=model_place(model_id, "components", Component.MODEL_PARAMETERS_FINAL.value, number, "license"),
                    message=f"{offer.license} rests on the license file of the code alone, and the weights lie elsewhere",
                    hint="cite what the publisher says of the weights, or write NOASSERTION and declared",
                    severity=Severity.WARNING,
                )


def _rests_on_code(model: Model, offer: Offer) -> bool:
    """Tell whether every source of an offer is a license file that is cited for code, in another place than the weights."""
    of_code = {key for component in _CODE for found in model.components.get(component, ()) for key in found.evidence}
    sources = [(key, model.evidence[key].url) for key in offer.evidence if key in model.evidence]
    if not sources or offer.url is None:
        return False
    place = _repository(offer.url)
    return all(key in of_code and _is_license_file(url) and _repository(url) != place for key, url in sources)


def _is_license_file(url: str) -> bool:
    return urlsplit(url).path.rpartition("/")[2].casefold().startswith(_FILES)


def _repository(url: str) -> tuple[str, ...]:
    """Return host and the first two steps of the path."""
    parts = urlsplit(url)
    return (parts.netloc.casefold(), *parts.path.casefold().strip("/").split("/")[:2])
