"""What each predicate answers, and what it says for a reason."""

from datetime import date

import pytest
from msgspec.structs import replace
from worlds import CLOSED, EVIDENCE, OPEN, OPEN_OFFER, SAFE, UNREAD, fully_open, registry_with

from openness.core.license_vocabulary import Answer, Limit, Permission
from openness.core.model import EuFacts, Model, Step, TrainingData, TrainingSet, Variant
from openness.core.offer import Offer
from openness.core.outcome import Outcome
from openness.core.verdict import Judgement
from openness.core.vocabulary import (
    Access,
    Completeness,
    Component,
    DataClass,
    Facet,
    Form,
    Modality,
    Monetisation,
    Relation,
    Stage,
    UsageFacet,
    VariantFact,
)
from openness.rules.coverage import Subject
from openness.rules.judge import FrameworkError, make_predicate
from openness.rules.permissions import permissions_of
from openness.rules.predicates import Predicate, predicates
from openness.rules.predicates.bases_meet import BasesMeet
from openness.rules.predicates.computed_above import ComputedAbove
from openness.rules.predicates.data_described import DataDescribed
from openness.rules.predicates.data_documented import DataDocumented
from openness.rules.predicates.data_listed import DataListed
from openness.rules.predicates.generates import Generates
from openness.rules.predicates.granted import Granted
from openness.rules.predicates.hardware_named import HardwareNamed
from openness.rules.predicates.not_designated import NotDesignated
from openness.rules.predicates.not_monetised import NotMonetised
from openness.rules.predicates.offered import Offered
from openness.rules.predicates.unlimited import Unlimited
from openness.rules.predicates.usage_told import UsageTold
from openness.rules.standards import Standard

MET, NOT_MET, UNKNOWN = Outcome.MET, Outcome.NOT_MET, Outcome.UNKNOWN
WEIGHTS = Component.MODEL_PARAMETERS_FINAL
CODE = Component.TRAINING_CODE


def ask(predicate: Predicate, **facts: object) -> Judgement:
    """Ask a predicate about a model that is fully open but for some facts."""
    model = replace(fully_open(), **facts)
    return predicate.judge(Subject(id="lab/sample", model=model, registry=registry_with(model, {})))


def with_offers(*offers: Offer, component: Component = CODE) -> dict[Component, tuple[Offer, ...]]:
    return {**fully_open().components, component: offers}


def offer(**facts: object) -> Offer:
    return replace(OPEN_OFFER, **facts)


@pytest.mark.parametrize(
    ("offers", "outcome", "reason"),
    [
        ((OPEN_OFFER,), MET, "public, in full, under LicenseRef-open"),
        ((offer(access=Access.GATED),), NOT_MET, "training-code: gated"),
        ((offer(access=Access.NONE),), NOT_MET, "not released"),
        ((offer(access=Access.UNDISCLOSED),), NOT_MET, "undisclosed"),
        ((offer(access=Access.UNKNOWN),), UNKNOWN, "looked for and not found"),
        ((offer(access=Access.NOT_APPLICABLE),), NOT_MET, "not applicable"),
        ((offer(form=Form.DELTA),), NOT_MET, "as a delta"),
        ((offer(license=CLOSED),), NOT_MET, "LicenseRef-closed is not approved by OSI"),
        ((offer(license=UNREAD),), UNKNOWN, "is not known"),
        ((offer(license="NONE"),), NOT_MET, "released without a license"),
        ((offer(license=None),), UNKNOWN, "a license that nobody looked for"),
        ((offer(until=date(2024, 1, 1)),), NOT_MET, "no offer holds any longer"),
        ((offer(access=Access.GATED), OPEN_OFFER), MET, "public"),
        ((offer(until=date(2024, 1, 1)), offer(license=CLOSED)), NOT_MET, "LicenseRef-closed"),
        ((offer(variants=("13b",)),), UNKNOWN, "nobody looked for the training-code of 7b"),
    ],
)
def test_offered(offers, outcome, reason):
    found = ask(Offered(component=CODE, license=Standard.OSI_APPROVED), components=with_offers(*offers))
    assert found.outcome is outcome
    assert reason in found.reason
    assert (found.remedy is None) is (outcome is MET)


def test_what_is_not_used_need_not_be_offered():
    components = with_offers(offer(access=Access.NOT_APPLICABLE))
    assert ask(Offered(component=CODE, if_used=True), components=components).outcome is MET
    without = with_offers(Offer(access=Access.NOT_APPLICABLE))
    assert ask(Offered(component=CODE, if_used=True), components=without).outcome is UNKNOWN


def test_a_license_that_a_framework_lists_itself_is_accepted():
    components = with_offers(offer(license="OpenMDW-1.0"))
    asked = Offered(component=CODE, license=Standard.MOF_OPEN, accepts=("OpenMDW-1.0",))
    assert ask(asked, components=components).outcome is MET


def test_every_variant_has_to_be_offered_unless_some_will_do():
    both = {"7b": Variant(evidence=("card",)), "13b": Variant(evidence=("card",))}
    components = with_offers(offer(variants=("7b",)), offer(access=Access.NONE, variants=("13b",)))
    assert ask(Offered(component=CODE), components=components, variants=both).outcome is NOT_MET
    assert ask(Offered(component=CODE, some=True), components=components, variants=both).outcome is MET


def data(*sets: TrainingSet, completeness: Completeness = Completeness.COMPLETE) -> TrainingData:
    return TrainingData(completeness=completeness, sets=sets, evidence=("card",))


def a_set(data_class: DataClass = DataClass.OPEN, **facts: object) -> TrainingSet:
    found = TrainingSet(stage=Stage.PRETRAINING, data_class=data_class, evidence=("card",), name="a set")
    return replace(found, **facts)


def without_datasets() -> dict[Component, tuple[Offer, ...]]:
    return {name: offers for name, offers in fully_open().components.items() if name is not Component.DATASETS}


@pytest.mark.parametrize(
    ("training_data", "every", "some"),
    [
        (data(a_set(dataset="lab/set")), MET, MET),
        (data(a_set(dataset="lab/set"), a_set(DataClass.UNDISCLOSED)), NOT_MET, MET),
        (data(a_set(DataClass.UNDISCLOSED)), NOT_MET, NOT_MET),
        (data(a_set(DataClass.UNKNOWN)), UNKNOWN, UNKNOWN),
        (data(a_set(dataset="lab/set"), completeness=Completeness.PARTIAL), NOT_MET, MET),
        (data(a_set(dataset="lab/set"), completeness=Completeness.UNKNOWN), UNKNOWN, MET),
        (data(a_set(DataClass.UNDISCLOSED), completeness=Completeness.UNKNOWN), NOT_MET, NOT_MET),
        (None, UNKNOWN, UNKNOWN),
    ],
)
def test_data_is_offered_set_by_set(training_data, every, some):
    components = without_datasets()
    asked = Offered(component=Component.DATASETS)
    assert ask(asked, components=components, training_data=training_data).outcome is every
    assert ask(replace(asked, some=True), components=components, training_data=training_data).outcome is some


DESCRIBED = dict.fromkeys(Facet, ("card",))


@pytest.mark.parametrize(
    ("training_data", "outcome", "reason"),
    [
        (data(a_set(described=DESCRIBED)), MET, "the one set is described by provenance, scope"),
        (data(a_set(dataset="lab/set")), MET, "the one set is"),
        (data(a_set(described={Facet.SCOPE: ("card",)})), UNKNOWN, "no description was found of a set: provenance, collection"),
        (data(a_set(described=DESCRIBED), completeness=Completeness.PARTIAL), NOT_MET, "not all training data is named"),
        (data(a_set(described=DESCRIBED), completeness=Completeness.UNKNOWN), UNKNOWN, "whether all training data is named"),
        (data(a_set(DataClass.UNDISCLOSED)), NOT_MET, "not all training data is named"),
        (None, UNKNOWN, "nobody looked"),
    ],
)
def test_data_described(training_data, outcome, reason):
    found = ask(DataDescribed(), training_data=training_data)
    assert found.outcome is outcome
    assert reason in found.reason


@pytest.mark.parametrize(
    ("training_data", "outcome"),
    [
        (data(a_set(dataset="lab/set")), MET),
        (data(a_set(url="https://example.org")), MET),
        (data(a_set()), UNKNOWN),
        (data(a_set(DataClass.UNSHAREABLE)), MET),
        (data(a_set(DataClass.UNKNOWN)), UNKNOWN),
        (data(a_set(url="https://example.org"), completeness=Completeness.UNKNOWN), UNKNOWN),
        (data(completeness=Completeness.PARTIAL), NOT_MET),
        (None, UNKNOWN),
    ],
)
def test_data_listed(training_data, outcome):
    assert ask(DataListed(classes=(DataClass.OPEN, DataClass.PUBLIC)), training_data=training_data).outcome is outcome


@pytest.mark.parametrize(
    ("license_", "outcome", "reason"),
    [
        (OPEN, MET, "LicenseRef-open grants commercial-use (clause 1)"),
        (CLOSED, NOT_MET, "does not grant commercial-use"),
        (UNREAD, UNKNOWN, "may or may not"),
        (None, UNKNOWN, "a license that nobody looked for"),
    ],
)
def test_granted(license_, outcome, reason):
    found = ask(Granted(permission=Permission.COMMERCIAL_USE), components=with_offers(offer(license=license_), component=WEIGHTS))
    assert found.outcome is outcome
    assert reason in found.reason


def test_a_description_of_weights_grants_nothing():
    described, restricted = offer(form=Form.DESCRIBED), offer(license=CLOSED)
    components = with_offers(described, restricted, component=WEIGHTS)
    assert ask(Granted(permission=Permission.COMMERCIAL_USE), components=components).outcome is NOT_MET
    model = replace(fully_open(), components=components)
    assert permissions_of("lab/sample", registry_with(model, {}))[Permission.COMMERCIAL_USE].answer is Answer.NO


@pytest.mark.parametrize(("access", "outcome"), [(Access.NONE, NOT_MET), (Access.UNKNOWN, UNKNOWN)])
def test_what_nobody_can_have_grants_nothing(access, outcome):
    components = with_offers(offer(access=access), component=WEIGHTS)
    assert ask(Granted(permission=Permission.MODIFICATION), components=components).outcome is outcome
    assert ask(Granted(permission=Permission.MODIFICATION), components={}).outcome is UNKNOWN


@pytest.mark.parametrize(
    ("license_", "safety_open", "outcome"),
    [(OPEN, False, MET), (CLOSED, False, NOT_MET), (SAFE, False, NOT_MET), (SAFE, True, UNKNOWN), (UNREAD, False, UNKNOWN)],
)
def test_unlimited(license_, safety_open, outcome):
    asked = Unlimited(limits=(Limit.FIELD_OF_USE, Limit.TERRITORY), safety_open=safety_open)
    assert ask(asked, components=with_offers(offer(license=license_), component=WEIGHTS)).outcome is outcome


@pytest.mark.parametrize(
    ("variants", "above", "not_above"),
    [
        ({"7b": (7 * 10**9, 10**13)}, MET, NOT_MET),
        ({"7b": (7 * 10**9, 10**9)}, NOT_MET, MET),
        ({"7b": (None, None)}, UNKNOWN, UNKNOWN),
        ({"7b": (7 * 10**9, 10**13), "13b": (None, None)}, MET, NOT_MET),
        ({"7b": (7 * 10**9, 10**9), "13b": (None, None)}, UNKNOWN, UNKNOWN),
    ],
)
def test_computed_above(variants, above, not_above):
    found = {name: Variant(evidence=("card",), parameters=p, training_tokens=d) for name, (p, d) in variants.items()}
    assert ask(ComputedAbove(flop=1e23), variants=found).outcome is above
    assert ask(ComputedAbove(flop=1e23, negated=True), variants=found).outcome is not_above


def test_compute_exactly_at_the_threshold_is_not_above_it():
    found = {"7b": Variant(evidence=("card",), parameters=10**11, training_tokens=10**12)}
    assert ask(ComputedAbove(flop=6e23), variants=found).outcome is NOT_MET


def test_generates():
    assert ask(Generates(output=(Modality.TEXT,))).outcome is MET
    assert ask(Generates(output=(Modality.IMAGE,))).outcome is NOT_MET
    assert ask(Generates(output=(Modality.TEXT,), input=(Modality.IMAGE,))).outcome is NOT_MET


def test_usage_told():
    assert ask(UsageTold()).outcome is MET
    assert ask(UsageTold(), usage={UsageFacet.CAPABILITIES: ("card",)}).outcome is UNKNOWN


@pytest.mark.parametrize(
    ("eu", "outcome"),
    [
        (None, UNKNOWN),
        (EuFacts(evidence=("card",)), UNKNOWN),
        (EuFacts(evidence=("card",), monetisation=()), MET),
        (EuFacts(evidence=("card",), monetisation=(Monetisation.PRICE,)), NOT_MET),
    ],
)
def test_not_monetised(eu, outcome):
    assert ask(NotMonetised(), eu=eu).outcome is outcome


@pytest.mark.parametrize(("designated", "outcome"), [(None, UNKNOWN), (False, MET), (True, NOT_MET)])
def test_not_designated(designated, outcome):
    assert ask(NotDesignated(), eu=EuFacts(evidence=("card",), designated_systemic=designated)).outcome is outcome


def test_hardware_named():
    named, secret = Variant(evidence=("card",), hardware="8 chips"), Variant(evidence=("card",), undisclosed=(VariantFact.HARDWARE,))
    silent = Variant(evidence=("card",))
    assert ask(HardwareNamed(), variants={"a": named}).outcome is MET
    assert ask(HardwareNamed(), variants={"a": named, "b": silent}).outcome is UNKNOWN
    assert ask(HardwareNamed(), variants={"a": named, "b": secret}).outcome is NOT_MET
    assert ask(HardwareNamed(some=True), variants={"a": named, "b": secret}).outcome is MET


def test_a_base_without_a_record_is_not_known():
    step = Step(base="lab/absent", relation=Relation.FINETUNE, evidence=("card",))
    assert ask(BasesMeet(framework="osaid-1.0"), lineage=(step,)).outcome is UNKNOWN
    assert ask(BasesMeet(framework="osaid-1.0"), lineage=None).outcome is UNKNOWN
    assert ask(BasesMeet(framework="osaid-1.0"), lineage=()).outcome is MET
    outputs = replace(step, relation=Relation.OUTPUTS)
    assert ask(BasesMeet(framework="osaid-1.0"), lineage=(outputs,)).outcome is MET


@pytest.mark.parametrize(
    ("training_data", "license_", "outcome"),
    [
        (data(a_set(dataset="lab/set")), OPEN, MET),
        (data(a_set(dataset="lab/set")), CLOSED, NOT_MET),
        (data(a_set(dataset="lab/set")), None, UNKNOWN),
        (data(a_set(dataset="lab/set"), a_set()), OPEN, UNKNOWN),
        (data(a_set(dataset="lab/set"), completeness=Completeness.UNKNOWN), OPEN, UNKNOWN),
        (None, OPEN, UNKNOWN),
    ],
)
def test_data_documented(training_data, license_, outcome):
    model = replace(fully_open(), training_data=training_data)
    registry = registry_with(model, {})
    card = (offer(license=license_),)
    registry = replace(registry, datasets={"lab/set": replace(registry.datasets["lab/set"], data_card=card)})
    found = DataDocumented(license=Standard.OSI_OR_OPEN_DEFINITION).judge(Subject(id="lab/sample", model=model, registry=registry))
    assert found.outcome is outcome


def test_every_predicate_is_tested_here():
    tested = {"offered", "granted", "unlimited", "computed-above", "generates", "data-described", "data-listed", "usage-told",
              "not-monetised", "not-designated", "data-documented", "hardware-named", "bases-meet"}  # fmt: skip
    assert set(predicates()) == tested


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ({"predicate": "ofered"}, "no predicate is named 'ofered'"),
        ({"predicate": "offered"}, "missing required field `component`"),
        ({"predicate": "offered", "arguments": {"component": "wieghts"}}, "Invalid enum value 'wieghts'"),
        ({"predicate": "offered", "arguments": {"component": "datasets", "licence": "x"}}, "unknown field `licence`"),
    ],
)
def test_a_wrong_ask_is_told_what_is_wrong(arguments, message):
    from openness.core.framework import Ask

    with pytest.raises(FrameworkError, match=message):
        make_predicate(Ask(**arguments))


def test_evidence_points_at_the_record_that_holds_it():
    found = ask(Offered(component=Component.DATASETS), components=without_datasets())
    assert [(pointer.record, pointer.key, pointer.url) for pointer in found.evidence] == [("lab/set", "card", EVIDENCE["card"].url)]
    assert isinstance(fully_open(), Model)
