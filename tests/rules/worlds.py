"""Made-up licenses and models of every kind, for laws."""

from datetime import date

from hypothesis import strategies as st
from msgspec.structs import replace

from openness.core.dataset import Dataset
from openness.core.license import License, Term
from openness.core.license_vocabulary import Answer, Approval, Confidence, Limit, Permission, Target
from openness.core.model import EuFacts, Modalities, Model, Step, TrainingData, TrainingSet, Variant
from openness.core.offer import Offer
from openness.core.registry import Registry
from openness.core.source import Source
from openness.core.vocabulary import (
    Access,
    Asserter,
    Completeness,
    Component,
    DataClass,
    Facet,
    Form,
    Kind,
    Modality,
    Monetisation,
    Relation,
    Stage,
    UsageFacet,
)

SOURCE = Source(url="https://example.org/card", seen=date(2026, 11, 1), by=Asserter.PUBLISHER)
EVIDENCE = {"card": SOURCE}
OPEN, CLOSED, UNREAD, SAFE = "LicenseRef-open", "LicenseRef-closed", "LicenseRef-unread", "LicenseRef-safe"


def term(answer: Answer) -> Term:
    return Term(answer=answer, clause="1")


def license_with(permission: Answer, limit: Answer, approval: Answer, confidence: Confidence = Confidence.READ) -> License:
    """Return a license that answers every question of a kind alike."""
    return License(
        name="A text",
        targets=(Target.MODEL,),
        confidence=confidence,
        evidence=EVIDENCE,
        permissions={name: term(permission) for name in Permission},
        limits={name: term(limit) for name in Limit},
        approvals={name: term(approval) for name in Approval},
    )


LICENSES = {
    OPEN: license_with(Answer.YES, Answer.NO, Answer.YES),
    CLOSED: license_with(Answer.NO, Answer.YES, Answer.NO),
    UNREAD: license_with(Answer.YES, Answer.NO, Answer.YES, Confidence.NONE),
    SAFE: replace(
        license_with(Answer.YES, Answer.NO, Answer.NO),
        limits={**{name: term(Answer.NO) for name in Limit}, Limit.FIELD_OF_USE: term(Answer.YES)},
    ),
}
EXPRESSIONS = (
    OPEN,
    CLOSED,
    UNREAD,
    SAFE,
    "NONE",
    "NOASSERTION",
    f"{OPEN} OR {CLOSED}",
    f"{OPEN} AND {CLOSED}",
    f"{OPEN} AND {UNREAD}",
    None,
)
OPEN_OFFER = Offer(access=Access.PUBLIC, license=OPEN, url="https://example.org/it", evidence=("card",))

offers = st.builds(
    Offer,
    access=st.sampled_from(Access),
    form=st.sampled_from(Form),
    license=st.sampled_from(EXPRESSIONS),
    until=st.sampled_from([None, None, None, date(2024, 1, 1)]),
    variants=st.sampled_from([(), (), ("7b",)]),
    evidence=st.just(("card",)),
)
components = st.dictionaries(st.sampled_from(Component), st.lists(offers, min_size=1, max_size=3).map(tuple), max_size=len(Component))
training_sets = st.builds(
    TrainingSet,
    stage=st.just(Stage.PRETRAINING),
    data_class=st.sampled_from(DataClass),
    evidence=st.just(("card",)),
    dataset=st.sampled_from([None, "lab/set", "lab/absent"]),
    name=st.just("a set"),
    url=st.sampled_from([None, "https://example.org/data"]),
    described=st.dictionaries(st.sampled_from(Facet), st.just(("card",))),
)
training_data = st.builds(
    TrainingData,
    completeness=st.sampled_from(Completeness),
    sets=st.lists(training_sets, max_size=3).map(tuple),
    evidence=st.just(("card",)),
)
variants = st.builds(
    Variant,
    evidence=st.just(("card",)),
    parameters=st.sampled_from([None, 10**9, 7 * 10**9, 10**12]),
    training_tokens=st.sampled_from([None, 10**9, 10**12, 10**13]),
    hardware=st.sampled_from([None, "8 chips"]),
)
steps = st.builds(Step, relation=st.sampled_from(Relation), evidence=st.just(("card",)), base=st.sampled_from(["lab/base", "lab/absent"]))
datasets = st.builds(
    Dataset,
    name=st.just("Set"),
    publisher=st.just("Lab"),
    stated_in=st.just(("card",)),
    evidence=st.just(EVIDENCE),
    offers=st.lists(offers, min_size=1, max_size=2).map(tuple),
    described=st.dictionaries(st.sampled_from(Facet), st.just(("card",))),
)
models = st.builds(
    Model,
    name=st.just("Sample"),
    developer=st.just("Lab"),
    kind=st.just(Kind.BASE),
    modalities=st.just(Modalities(input=(Modality.TEXT,), output=(Modality.TEXT,))),
    stated_in=st.just(("card",)),
    evidence=st.just(EVIDENCE),
    variants=st.dictionaries(st.sampled_from(["7b", "13b"]), variants, min_size=1),
    components=components,
    training_data=st.one_of(st.none(), training_data),
    lineage=st.one_of(st.none(), st.lists(steps, max_size=2).map(tuple)),
    usage=st.dictionaries(st.sampled_from(UsageFacet), st.just(("card",))),
    eu=st.one_of(
        st.none(), st.builds(EuFacts, evidence=st.just(("card",)), monetisation=st.sampled_from([None, (), (Monetisation.PRICE,)]))
    ),
)


def fully_open() -> Model:
    """Return a model of which everything is open, above 1e23 FLOP."""
    described = dict.fromkeys(Facet, ("card",))
    found = TrainingSet(stage=Stage.PRETRAINING, data_class=DataClass.OPEN, evidence=("card",), dataset="lab/set", described=described)
    return Model(
        name="Sample",
        developer="Lab",
        kind=Kind.BASE,
        modalities=Modalities(input=(Modality.TEXT,), output=(Modality.TEXT,)),
        stated_in=("card",),
        evidence=EVIDENCE,
        variants={"7b": Variant(evidence=("card",), parameters=7 * 10**9, training_tokens=10**13, hardware="8 chips")},
        components=dict.fromkeys(Component, (OPEN_OFFER,)),
        training_data=TrainingData(completeness=Completeness.COMPLETE, sets=(found,), evidence=("card",)),
        lineage=(),
        usage=dict.fromkeys(UsageFacet, ("card",)),
        eu=EuFacts(evidence=("card",), monetisation=(), designated_systemic=False),
    )


def registry_with(model: Model, frameworks: object, dataset: Dataset | None = None, base: Model | None = None) -> Registry:
    """Return a registry around one model, `lab/sample`."""
    found = dataset or Dataset(
        name="Set",
        publisher="Lab",
        stated_in=("card",),
        evidence=EVIDENCE,
        offers=(OPEN_OFFER,),
        described=dict.fromkeys(Facet, ("card",)),
    )
    models_by_id = {"lab/sample": model} | ({"lab/base": base} if base else {})
    return Registry(models=models_by_id, datasets={"lab/set": found}, licenses=LICENSES, frameworks=frameworks)  # type: ignore[arg-type]
