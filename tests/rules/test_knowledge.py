"""What is known of each field, and what is weak in a source."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace
from worlds import EVIDENCE, LICENSES, OPEN, SOURCE, fully_open, models

from openness.core.dataset import Dataset, Part
from openness.core.knowledge import Knowledge, Weakness
from openness.core.license import Term
from openness.core.license_vocabulary import Answer, Limit, Permission
from openness.core.model import TrainingData, TrainingSet, Variant
from openness.core.offer import Offer
from openness.core.registry import Registry
from openness.core.source import Expect
from openness.core.vocabulary import Access, Asserter, Completeness, Component, DataClass, Facet, Form, Stage, VariantFact
from openness.rules.knowledge import knowledge_of_dataset, knowledge_of_license, knowledge_of_model, total
from openness.rules.sources import sources_of, weaknesses

EVIDENCED, UNKNOWN, UNDISCLOSED, NOBODY = Knowledge
CARD = ("card",)


def model_with(components):
    return replace(fully_open(), components=components)


def fields_of(model):
    return knowledge_of_model("lab/it", Registry(models={"lab/it": model}, licenses=LICENSES)).fields


def of_component(component, *offers, **changes):
    return fields_of(replace(model_with({component: offers} if offers else {}), **changes)).get(f"components.{component}")


@pytest.mark.parametrize(
    ("offers", "known"),
    [
        ((), NOBODY),
        ((Offer(access=Access.PUBLIC, license=OPEN),), EVIDENCED),
        ((Offer(access=Access.NONE),), EVIDENCED),
        ((Offer(access=Access.UNKNOWN),), UNKNOWN),
        ((Offer(access=Access.UNDISCLOSED),), UNDISCLOSED),
        ((Offer(access=Access.UNDISCLOSED), Offer(access=Access.UNKNOWN)), UNDISCLOSED),
        ((Offer(access=Access.PUBLIC, until=date(2023, 5, 1)),), NOBODY),
        ((Offer(access=Access.PUBLIC, until=date(2023, 5, 1)), Offer(access=Access.WITHDRAWN)), EVIDENCED),
    ],
)
def test_a_component_is_as_well_known_as_its_best_current_offer(offers, known):
    assert of_component(Component.TRAINING_CODE, *offers) == {known: 1}


def test_what_a_model_does_not_have_is_not_counted():
    assert of_component(Component.TOKENIZER, Offer(access=Access.NOT_APPLICABLE)) is None


def test_a_component_is_known_as_badly_as_its_worst_variant():
    variants = {"7b": Variant(evidence=CARD), "70b": Variant(evidence=CARD)}
    some = Offer(access=Access.PUBLIC, license=OPEN, variants=("7b",))
    rest = Offer(access=Access.UNKNOWN, variants=("70b",))
    assert of_component(Component.TRAINING_CODE, some, variants=variants) == {NOBODY: 1}
    assert of_component(Component.TRAINING_CODE, some, rest, variants=variants) == {UNKNOWN: 1}


@pytest.mark.parametrize(
    ("offer", "known"),
    [
        (Offer(access=Access.PUBLIC, license=OPEN), {EVIDENCED: 1}),
        (Offer(access=Access.PUBLIC, license="NONE"), {EVIDENCED: 1}),
        (Offer(access=Access.GATED, license="NOASSERTION"), {UNKNOWN: 1}),
        (Offer(access=Access.PUBLIC), {NOBODY: 1}),
        (Offer(access=Access.NONE), None),
        (Offer(access=Access.PUBLIC, license=OPEN, form=Form.DESCRIBED), None),
    ],
)
def test_a_license_is_asked_for_where_there_is_something_to_be_had(offer, known):
    assert fields_of(model_with({Component.TRAINING_CODE: (offer,)})).get("components.training-code.license") == known


def test_numbers_are_counted_per_variant():
    variants = {
        "small": Variant(evidence=CARD, parameters=7, undisclosed=(VariantFact.TRAINING_TOKENS,)),
        "large": Variant(evidence=CARD, unknown=(VariantFact.PARAMETERS,), active_parameters=3),
        "other": Variant(evidence=CARD),
    }
    fields = fields_of(replace(model_with({}), variants=variants))
    assert fields["variants.parameters"] == {EVIDENCED: 1, UNKNOWN: 1, NOBODY: 1}
    assert fields["variants.training_tokens"] == {UNDISCLOSED: 1, NOBODY: 2}
    assert fields["variants.active_parameters"] == {EVIDENCED: 1}


@pytest.mark.parametrize(("word", "known"), list(zip(Completeness, (EVIDENCED, EVIDENCED, UNKNOWN), strict=True)))
def test_training_data_is_known_by_its_list_and_by_its_sets(word, known):
    sets = [
        TrainingSet(stage=Stage.PRETRAINING, data_class=data_class, evidence=CARD)
        for data_class in (DataClass.OPEN, DataClass.UNKNOWN, DataClass.UNDISCLOSED)
    ]
    fields = fields_of(replace(model_with({}), training_data=TrainingData(completeness=word, sets=tuple(sets), evidence=CARD)))
    assert fields["training_data.completeness"] == {known: 1}
    assert fields["training_data.sets"] == {EVIDENCED: 1, UNKNOWN: 1, UNDISCLOSED: 1}


def test_an_empty_lineage_is_an_answer_and_an_absent_one_is_not():
    assert fields_of(replace(model_with({}), lineage=()))["lineage"] == {EVIDENCED: 1}
    assert fields_of(replace(model_with({}), lineage=None))["lineage"] == {NOBODY: 1}


def test_a_dataset_is_counted_by_its_offers_parts_and_descriptions():
    dataset = Dataset(
        name="It",
        publisher="Lab",
        stated_in=CARD,
        offers=(Offer(access=Access.PUBLIC, license="NOASSERTION"),),
        evidence=EVIDENCE,
        parts={"a": Part(name="A", evidence=CARD, license=OPEN), "b": Part(name="B", evidence=CARD)},
        described={Facet.SCOPE: CARD},
    )
    fields = knowledge_of_dataset(dataset).fields
    assert fields["offers"] == {EVIDENCED: 1}
    assert fields["offers.license"] == {UNKNOWN: 1}
    assert fields["parts.license"] == {EVIDENCED: 1, NOBODY: 1}
    assert fields["described.scope"] == {EVIDENCED: 1}
    assert fields["described.labelling"] == fields["released"] == fields["sizes"] == fields["data-card"] == {NOBODY: 1}


def test_a_license_is_counted_by_every_question():
    asked = {Permission.SERVICE: Term(answer=Answer.UNKNOWN)}
    fields = knowledge_of_license(replace(LICENSES[OPEN], permissions=asked, limits={Limit.TERRITORY: Term(answer=Answer.NO)})).fields
    assert fields["permissions.service"] == {UNKNOWN: 1}
    assert fields["permissions.distribution"] == {NOBODY: 1}
    assert fields["limits.territory"] == {EVIDENCED: 1}


@given(st.lists(models, max_size=4))
def test_sums_lose_nothing_and_put_a_license_behind_its_artefact(found):
    known = [knowledge_of_model("lab/it", Registry(models={"lab/it": model}, licenses=LICENSES)) for model in found]
    summed = total(known)
    for state in Knowledge:
        parts = sum(counts.get(state, 0) for one in known for counts in one.fields.values())
        assert sum(counts.get(state, 0) for counts in summed.values()) == parts
    order = list(summed)
    for number, field in enumerate(order):
        if field.endswith(".license"):
            assert order[number - 1] == field.removesuffix(".license")


@pytest.mark.parametrize(
    ("changes", "weak"),
    [
        ({"revision": "0" * 40}, ()),
        ({"expect": Expect(sha256="0" * 64)}, ()),
        ({"expect": Expect(phrase="free")}, (Weakness.NO_REVISION,)),
        ({"copy": "2024-05-01", "revision": "0" * 40}, (Weakness.STORED_COPY,)),
        ({"copy": "undated", "by": Asserter.THIRD_PARTY}, (Weakness.UNDATED_COPY, Weakness.NO_REVISION, Weakness.THIRD_PARTY)),
    ],
)
def test_a_source_is_weak_where_it_may_have_changed_or_somebody_else_speaks(changes, weak):
    assert weaknesses(replace(SOURCE, **changes)) == weak


def test_every_statement_that_rests_on_a_source_is_counted():
    offers = {Component.TRAINING_CODE: (Offer(access=Access.NONE, evidence=CARD), Offer(access=Access.NONE, evidence=CARD))}
    plain, cited = model_with({}), model_with(offers)
    assert sources_of(cited)[0].statements - sources_of(plain)[0].statements == 2
