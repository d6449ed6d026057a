"""Laws that hold for every model and every framework of the registry."""

import itertools
import random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace
from worlds import (
    CLOSED,
    EVIDENCE,
    LICENSES,
    OPEN,
    OPEN_OFFER,
    SAFE,
    UNREAD,
    datasets,
    fully_open,
    license_with,
    models,
    registry_with,
    term,
)

from openness.core.framework import Ask, Framework
from openness.core.license import License
from openness.core.license_vocabulary import Answer, Approval, Confidence, Limit, Permission, Target
from openness.core.model import Model, Step
from openness.core.outcome import Outcome, PartState
from openness.core.verdict import Judgement, Verdict
from openness.core.vocabulary import Access, Component, Relation
from openness.rules.coverage import Subject
from openness.rules.judge import conclude, judge_by_all
from openness.rules.permissions import permissions_of
from openness.rules.standards import Standard, meets
from openness.store.reader import read_registry

FRAMEWORKS = read_registry(__import__("pathlib").Path(__file__).resolve().parents[2] / "registry").registry.frameworks
OUTCOME = {Outcome.NOT_MET: 0, Outcome.UNKNOWN: 1, Outcome.MET: 2}
STATE = {PartState.CLOSED: 0, PartState.UNKNOWN: 0.5, PartState.PARTIAL: 1, PartState.OPEN: 2}
DEMANDS_OPENNESS = ("osi-approved", "osi-or-open-definition", "mof-open", "four-freedoms")


def verdicts(model: Model, **world: object) -> dict[str, Verdict]:
    registry = registry_with(model, FRAMEWORKS, **world)  # type: ignore[arg-type]
    return judge_by_all(Subject(id="lab/sample", model=model, registry=registry))


def level(verdict: Verdict) -> int:
    return [one.id for one in verdict.levels].index(verdict.level) + 1 if verdict.level else 0


@given(models, st.sampled_from(Component), datasets)
def test_one_more_open_offer_never_lowers_a_verdict(model, component, dataset):
    more = replace(model, components={**model.components, component: (*model.components.get(component, ()), OPEN_OFFER)})
    before, after = verdicts(model, dataset=dataset), verdicts(more, dataset=dataset)
    for name, old in before.items():
        new = after[name]
        if Outcome.NOT_APPLICABLE not in (old.outcome, new.outcome):
            assert OUTCOME[new.outcome] >= OUTCOME[old.outcome], name
        assert level(new) >= level(old), name
        for part, state in old.parts.items():
            assert STATE[new.parts[part].state] >= STATE[state.state] or state.state is PartState.UNKNOWN, (name, part)


@given(models, st.data())
def test_what_becomes_unknown_is_never_met_for_it(model, data):
    stated = list(model.components)
    if not stated:
        return
    component = data.draw(st.sampled_from(stated))
    hidden = tuple(replace(offer, access=Access.UNKNOWN) for offer in model.components[component])
    before, after = verdicts(model), verdicts(replace(model, components={**model.components, component: hidden}))
    for name in before:
        met_before = {one.id for one in before[name].requirements if one.outcome is Outcome.MET}
        met_after = {one.id for one in after[name].requirements if one.outcome is Outcome.MET}
        assert met_after <= met_before, name


def test_a_model_of_which_nothing_is_known_meets_nothing():
    bare = Model(
        name="Bare",
        developer="Lab",
        kind=fully_open().kind,
        modalities=fully_open().modalities,
        stated_in=("card",),
        evidence=EVIDENCE,
        variants={"7b": replace(fully_open().variants["7b"], parameters=None, training_tokens=None, hardware=None)},
        components={},
    )
    for name, verdict in verdicts(bare).items():
        assert verdict.outcome is Outcome.UNKNOWN, name
        assert not verdict.level
        assert all(part.state is PartState.UNKNOWN for part in verdict.parts.values())
        met = [one.id for one in verdict.requirements if one.outcome is Outcome.MET]
        assert met == [], name


def asks(ask: Ask) -> list[Ask]:
    return [ask] if ask.predicate else [found for part in ask.all + ask.any for found in asks(part)]


def demanding() -> list[tuple[str, str]]:
    """List every question of every framework that demands an open license."""
    return [
        (framework, requirement)
        for framework, found in FRAMEWORKS.items()
        for requirement, asked in found.requirements.items()
        for ask in asks(asked.ask)
        if ask.arguments.get("license") in DEMANDS_OPENNESS
    ]


def test_some_requirements_demand_openness_in_every_framework_that_speaks_of_it():
    assert {framework for framework, *_ in demanding()} >= {
        "mof-1.0-mot",
        "mof-1.0-paper",
        "osaid-1.0",
        "osaid-checklist",
        "open-weights-osi",
    }


not_open = st.builds(
    License,
    name=st.just("A text"),
    targets=st.just((Target.MODEL,)),
    confidence=st.sampled_from(Confidence),
    evidence=st.just(EVIDENCE),
    permissions=st.dictionaries(st.sampled_from(Permission), st.sampled_from(Answer).map(term)),
    limits=st.dictionaries(st.sampled_from(Limit), st.sampled_from(Answer).map(term)).map(
        lambda limits: {**limits, Limit.NON_COMMERCIAL: term(Answer.YES)}
    ),
    approvals=st.dictionaries(st.sampled_from(Approval), st.sampled_from([Answer.NO, Answer.CONDITIONAL, Answer.UNKNOWN]).map(term)),
)


@given(not_open, st.sampled_from(demanding()))
def test_no_license_that_is_not_open_satisfies_a_requirement_that_demands_openness(license_, question):
    framework, requirement = question
    offer = replace(OPEN_OFFER, license="LicenseRef-drawn")
    model = replace(fully_open(), components=dict.fromkeys(Component, (offer,)))
    registry = replace(registry_with(model, FRAMEWORKS), licenses={"LicenseRef-drawn": license_})
    documented = replace(registry.datasets["lab/set"], offers=(offer,), data_card=(offer,), research_paper=(offer,))
    registry = replace(registry, datasets={"lab/set": documented})
    found = judge_by_all(Subject(id="lab/sample", model=model, registry=registry))[framework]
    assert {one.id: one.outcome for one in found.requirements}[requirement] is not Outcome.MET


@given(not_open)
def test_no_standard_is_met_by_a_license_that_is_not_open(license_):
    for standard in Standard:
        assert meets(standard, "LicenseRef-drawn", {"LicenseRef-drawn": license_}) is not Outcome.MET


def test_no_license_of_the_registry_that_limits_use_is_called_open(project):
    licenses = read_registry(project / "registry").registry.licenses
    for name, license_ in licenses.items():
        limited = any(one.answer in (Answer.YES, Answer.CONDITIONAL) for one in license_.limits.values())
        if limited:
            assert meets(Standard.FOUR_FREEDOMS, name, licenses) is Outcome.NOT_MET, name


@pytest.mark.parametrize("framework", sorted(FRAMEWORKS))
def test_every_level_and_part_is_reachable(framework):
    verdict = verdicts(fully_open())[framework]
    assert verdict.outcome is Outcome.MET
    if verdict.levels:
        assert verdict.level == verdict.levels[-1].id
    assert all(part.state is PartState.OPEN for part in verdict.parts.values())


@pytest.mark.parametrize("framework", sorted(FRAMEWORKS))
def test_every_level_is_the_highest_one_for_some_model(framework):
    found = FRAMEWORKS[framework]
    reached = {conclude(framework, found, answers(found, missing)).level for missing in found.requirements}
    reached |= {conclude(framework, found, answers(found)).level}
    assert reached >= {level.id for level in found.levels}


def answers(framework: Framework, *missing: str) -> dict[str, Judgement]:
    return {
        name: Judgement(outcome=Outcome.NOT_MET if name in missing else Outcome.MET, reason="made up", remedy="none")
        for name in framework.requirements
    }


@pytest.mark.parametrize(("framework", "requirement"), [(name, one) for name, found in FRAMEWORKS.items() for one in found.requirements])
def test_every_requirement_can_decide(framework, requirement):
    found = FRAMEWORKS[framework]
    others = [name for name in found.requirements if name != requirement]
    chance = random.Random(7)
    alone = itertools.chain([()], ((other,) for other in others), (tuple(o for o in others if chance.random() < 0.5) for _ in range(300)))
    for missing in alone:
        met = conclude(framework, found, answers(found, *missing))
        not_met = conclude(framework, found, answers(found, *missing, requirement))
        if (met.outcome, met.level, met.parts) != (not_met.outcome, not_met.level, not_met.parts):
            return
    pytest.fail(f"{requirement} never decides")


@given(models, models)
def test_a_circle_of_bases_ends(model, base):
    step = Step(base="lab/base", relation=Relation.FINETUNE, evidence=("card",))
    back = replace(step, base="lab/sample")
    found = verdicts(replace(model, lineage=(step,)), base=replace(base, lineage=(back,)))
    assert found["osaid-1.0"].outcome is not Outcome.MET


def test_a_web_of_bases_is_judged_once_each():
    step = Step(base="lab/m0", relation=Relation.MERGE, evidence=("card",))
    web = {}
    for number in range(60):
        below = tuple(f"lab/m{other}" for other in range(number))
        lineage = (replace(step, base=None, all_of=below),) if len(below) > 1 else ()
        web[f"lab/m{number}"] = replace(fully_open(), lineage=lineage)
    registry = replace(registry_with(fully_open(), FRAMEWORKS), models=web)
    found = judge_by_all(Subject(id="lab/m59", model=web["lab/m59"], registry=registry))
    assert found["osaid-1.0"].outcome is Outcome.MET


@given(models)
def test_what_decides_a_verdict_is_named(model):
    for verdict in verdicts(model).values():
        assert any(one.decisive for one in verdict.requirements)


@given(models, st.sampled_from(Permission))
def test_an_expression_answers_between_its_branches(model, permission):
    order = [Answer.NO, Answer.UNKNOWN, Answer.CONDITIONAL, Answer.YES]

    def ask(expression: str) -> int:
        offer = replace(OPEN_OFFER, license=expression)
        found = replace(model, lineage=(), components={Component.MODEL_PARAMETERS_FINAL: (offer,)})
        return order.index(permissions_of("lab/sample", registry_with(found, FRAMEWORKS))[permission].answer)

    for left, right in itertools.combinations((OPEN, CLOSED, UNREAD, SAFE), 2):
        assert ask(f"{left} OR {right}") >= max(ask(left), ask(right))
        assert ask(f"{left} AND {right}") <= min(ask(left), ask(right))


@given(models)
def test_an_unknown_base_never_leaves_a_permission_granted(model):
    found = replace(model, components={**model.components, Component.MODEL_PARAMETERS_FINAL: (OPEN_OFFER,)})
    steps = [step for step in model.lineage or () if step.relation.value in ("finetune", "adapter", "merge", "quantized", "copy")]
    granted = permissions_of("lab/sample", registry_with(found, FRAMEWORKS))[Permission.COMMERCIAL_USE].answer
    assert (granted is Answer.YES) is not bool(steps)


def test_the_made_up_licenses_are_what_they_say():
    assert meets(Standard.FOUR_FREEDOMS, OPEN, LICENSES) is Outcome.MET
    assert meets(Standard.FOUR_FREEDOMS, UNREAD, LICENSES) is Outcome.UNKNOWN
    assert meets(Standard.FOUR_FREEDOMS, CLOSED, LICENSES) is Outcome.NOT_MET
    assert meets(Standard.FOUR_FREEDOMS, "NONE", LICENSES) is Outcome.NOT_MET
    assert meets(Standard.OSI_APPROVED, None, LICENSES) is Outcome.UNKNOWN
    assert license_with(Answer.YES, Answer.NO, Answer.YES) == LICENSES[OPEN]
