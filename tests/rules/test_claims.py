"""What a publisher says beside what the facts show."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace
from worlds import CLOSED, OPEN, SAFE, fully_open, models, registry_with

from openness.core.model import Claim, TrainingData
from openness.core.offer import Offer
from openness.core.vocabulary import Access, Assertion, Completeness, Component, Form
from openness.rules.answer import answer_model
from openness.rules.claims import Result
from openness.rules.facts import row_of
from openness.store.reader import read_registry

BORNE_OUT, IN_PART, NOT_BORNE_OUT, UNDECIDED = Result


@pytest.fixture(scope="module")
def frameworks(project):
    return read_registry(project / "registry").registry.frameworks


def answered(model, frameworks, *says):
    claimed = replace(model, claims=(Claim(term="words", evidence=("card",), says=says),))
    return answer_model("lab/sample", registry_with(claimed, frameworks))


def judged(model, frameworks, assertion):
    [found] = answered(model, frameworks, assertion).claims[0].judged
    return Result(found.result)


def model_with(component, *offers):
    return replace(fully_open(), components={**fully_open().components, component: offers})


def weights(license_=OPEN, access=Access.PUBLIC):
    return model_with(
        Component.MODEL_PARAMETERS_FINAL, Offer(access=access, license=license_, url="https://example.org/it", evidence=("card",))
    )


@pytest.mark.parametrize("assertion", [one for one in Assertion if one is not Assertion.NON_COMMERCIAL])
def test_of_a_model_of_which_everything_is_open_every_claim_is_borne_out(frameworks, assertion):
    assert judged(fully_open(), frameworks, assertion) is BORNE_OUT


@pytest.mark.parametrize("assertion", Assertion)
def test_of_a_model_of_which_nothing_is_known_no_claim_is_decided(frameworks, assertion):
    nothing = replace(fully_open(), components={}, training_data=None, lineage=None)
    assert judged(nothing, frameworks, assertion) is UNDECIDED


@pytest.mark.parametrize(
    ("model", "assertion", "result"),
    [
        (weights(CLOSED), Assertion.OPEN_SOURCE, NOT_BORNE_OUT),
        (weights(access=Access.GATED), Assertion.OPEN_SOURCE, IN_PART),
        (weights(access=Access.REQUEST), Assertion.OPEN_SOURCE, NOT_BORNE_OUT),
        (weights(CLOSED), Assertion.OPEN_WEIGHTS, IN_PART),
        (weights(CLOSED, Access.REQUEST), Assertion.OPEN_WEIGHTS, NOT_BORNE_OUT),
        (weights(CLOSED), Assertion.OPEN_LICENSE, NOT_BORNE_OUT),
        (weights(SAFE), Assertion.OPEN_LICENSE, NOT_BORNE_OUT),
        (weights(CLOSED), Assertion.COMMERCIAL_USE, NOT_BORNE_OUT),
        (weights(CLOSED), Assertion.NON_COMMERCIAL, BORNE_OUT),
        (weights(), Assertion.NON_COMMERCIAL, NOT_BORNE_OUT),
        (weights(SAFE), Assertion.NO_LIMITS, NOT_BORNE_OUT),
        (weights("NOASSERTION"), Assertion.NO_LIMITS, UNDECIDED),
        (weights("NOASSERTION"), Assertion.OPEN_LICENSE, UNDECIDED),
        (weights(access=Access.GATED), Assertion.PUBLIC_WEIGHTS, IN_PART),
        (weights(access=Access.API), Assertion.PUBLIC_WEIGHTS, NOT_BORNE_OUT),
        (model_with(Component.TRAINING_CODE, Offer(access=Access.NONE)), Assertion.OPEN_SOURCE, IN_PART),
        (model_with(Component.TRAINING_CODE, Offer(access=Access.NONE)), Assertion.PUBLIC_TRAINING_CODE, NOT_BORNE_OUT),
        (model_with(Component.TRAINING_CODE, Offer(access=Access.NONE)), Assertion.REPRODUCIBLE, IN_PART),
        (model_with(Component.TRAINING_CODE, Offer(access=Access.NONE)), Assertion.OPEN_SCIENCE, IN_PART),
        (model_with(Component.TRAINING_CODE, Offer(access=Access.UNKNOWN)), Assertion.OPEN_SOURCE, UNDECIDED),
        (model_with(Component.DATASETS, Offer(access=Access.PUBLIC, form=Form.INDEX, license=OPEN)), Assertion.PUBLIC_DATA, IN_PART),
        (model_with(Component.DATASETS, Offer(access=Access.UNDISCLOSED)), Assertion.PUBLIC_DATA, NOT_BORNE_OUT),
        (model_with(Component.DATASETS, Offer(access=Access.UNKNOWN)), Assertion.PUBLIC_DATA, UNDECIDED),
    ],
)
def test_a_claim_is_judged_by_the_facts(frameworks, model, assertion, result):
    assert judged(model, frameworks, assertion) is result


def test_without_the_framework_a_claim_is_not_decided():
    for assertion in (Assertion.OPEN_SOURCE, Assertion.OPEN_SCIENCE, Assertion.REPRODUCIBLE):
        assert judged(fully_open(), {}, assertion) is UNDECIDED


def test_words_that_assert_nothing_are_not_judged(frameworks):
    assert answered(fully_open(), frameworks).claims[0].judged == ()


def test_claims_can_be_asked_for_by_what_the_facts_show(frameworks):
    row = row_of(answered(weights(CLOSED), frameworks, Assertion.OPEN_SOURCE, Assertion.NON_COMMERCIAL, Assertion.OPEN_WEIGHTS))
    assert row["not-borne-out"] == ["open-source"]
    assert row["borne-out"] == ["non-commercial"]
    assert row["in-part"] == ["open-weights"]
    assert row["undecided"] == []


@given(models, st.sampled_from(Assertion))
def test_what_is_not_known_is_never_called_borne_out(frameworks, model, assertion):
    """Where nothing is known of the components, nothing is decided, and whatever is decided has its reason."""
    unread = replace(model, components={}, lineage=(), training_data=TrainingData(completeness=Completeness.UNKNOWN, sets=()))
    assert judged(unread, frameworks, assertion) is UNDECIDED
    [found] = answered(model, frameworks, assertion).claims[0].judged
    assert found.because
