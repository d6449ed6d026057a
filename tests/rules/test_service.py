"""What the terms of services allow."""

from datetime import date

import pytest
from msgspec.structs import replace
from worlds import CLOSED, EVIDENCE, OPEN, fully_open, registry_with

from openness.core.dataset import Dataset, Producer
from openness.core.license_vocabulary import Answer, Permission
from openness.core.offer import Offer
from openness.core.vocabulary import Access, Component
from openness.rules.answer import answer_model
from openness.rules.facts import row_of
from openness.rules.service import QUESTIONS, end_of_service, service_permissions_of

PAST, LATER = date(2023, 1, 1), date(2024, 1, 1)


def model_with(*offers):
    return replace(fully_open(), components={**fully_open().components, Component.MODEL_PARAMETERS_FINAL: offers})


def api(license_, until=None):
    return Offer(access=Access.API, license=license_, until=until, evidence=("card",))


def answers(model):
    return {found.answer for found in service_permissions_of("lab/sample", registry_with(model, {})).values()}


@pytest.mark.parametrize(
    ("offers", "answer", "end"),
    [
        ((api(OPEN),), Answer.YES, None),
        ((api(CLOSED),), Answer.NO, None),
        ((api(CLOSED), api(OPEN)), Answer.YES, None),
        ((api(OPEN, PAST), api(CLOSED)), Answer.NO, None),
        ((api(OPEN, PAST), api(CLOSED, LATER)), Answer.NO, LATER),
        ((api(None),), Answer.UNKNOWN, None),
        ((api("NOASSERTION"),), Answer.UNKNOWN, None),
    ],
)
def test_a_service_is_answered_by_its_present_terms_or_by_its_last(offers, answer, end):
    assert answers(model_with(*offers)) == {answer}
    assert end_of_service(model_with(*offers)) == end


def test_a_model_that_no_service_offers_has_no_answers():
    assert service_permissions_of("lab/sample", registry_with(fully_open(), {})) == {}
    assert end_of_service(fully_open()) is None
    row = row_of(answer_model("lab/sample", registry_with(fully_open(), {})))
    assert {row[f"api-{question}"] for question in QUESTIONS} == {"no-api"}


def test_the_weights_of_a_service_stay_forbidden():
    answer = answer_model("lab/sample", registry_with(model_with(api(OPEN)), {}))
    assert answer.permissions["commercial-use"].answer == "no"
    assert answer.service["commercial-use"].answer == "yes"


@pytest.mark.parametrize(("terms", "answer"), [(OPEN, "yes"), (CLOSED, "no"), ("NOASSERTION", "unknown")])
def test_a_set_tells_whose_outputs_it_holds_and_what_their_terms_say(terms, answer):
    made = Dataset(
        name="Set",
        publisher="Lab",
        stated_in=("card",),
        evidence=EVIDENCE,
        offers=(Offer(access=Access.PUBLIC, license=OPEN),),
        produced_by=(Producer(service="A service", model="lab/teacher", terms=terms, evidence=("card",)),),
    )
    found = answer_model("lab/sample", registry_with(fully_open(), {}, made))
    [outputs] = found.training_data.sets[0].outputs_of
    assert (outputs.service, outputs.terms.answer) == ("A service", answer)
    assert row_of(found)["outputs-of"] == ["A service", "lab/teacher"]


def test_outputs_without_terms_say_that_nobody_looked():
    made = replace(registry_with(fully_open(), {}).datasets["lab/set"], produced_by=(Producer(service="A service", evidence=("card",)),))
    found = answer_model("lab/sample", registry_with(fully_open(), {}, made))
    assert found.training_data.sets[0].outputs_of[0].terms is None


def test_licenses_of_the_past_are_those_that_do_not_hold_now():
    past, now = (Offer(access=Access.PUBLIC, license=one, until=end) for one, end in ((CLOSED, PAST), (OPEN, None)))
    assert row_of(answer_model("lab/sample", registry_with(model_with(past, now), {})))["past-license"] == [CLOSED]
    assert row_of(answer_model("lab/sample", registry_with(model_with(now, replace(past, license=OPEN)), {})))["past-license"] == []


def test_every_question_is_one_that_licenses_answer():
    assert set(QUESTIONS) <= set(Permission)


@pytest.mark.parametrize(
    ("offers", "answer"),
    [
        ((Offer(access=Access.PUBLIC, license=OPEN, until=PAST), Offer(access=Access.UNKNOWN)), "yes"),
        ((Offer(access=Access.PUBLIC, license=CLOSED, until=PAST), Offer(access=Access.WITHDRAWN)), "no"),
        (
            (
                Offer(access=Access.PUBLIC, license=CLOSED, until=PAST),
                Offer(access=Access.PUBLIC, license=OPEN, until=LATER),
                Offer(access=Access.UNKNOWN),
            ),
            "yes",
        ),
        ((Offer(access=Access.PUBLIC, license=OPEN, until=PAST), Offer(access=Access.WITHDRAWN, license=CLOSED)), "no"),
        ((Offer(access=Access.UNKNOWN),), "unknown"),
        ((Offer(access=Access.PUBLIC, license=OPEN, until=PAST), Offer(access=Access.NONE)), "no"),
    ],
)
def test_where_nobody_knows_whether_weights_can_be_had_the_last_terms_answer(offers, answer):
    assert answer_model("lab/sample", registry_with(model_with(*offers), {})).permissions["commercial-use"].answer == answer
