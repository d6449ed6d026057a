"""The lineage audit: each rule on facts made up for it, and the laws that hold for all."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace
from worlds import EVIDENCE

from openness.core.audit import AuditSubject, AuditVerdict, Status, Upstream, UpstreamKind, UpstreamRelation
from openness.core.license import License, Term
from openness.core.license_vocabulary import Answer, Condition, Confidence, DerivativeTerms, Limit, Permission, Target, Trigger
from openness.rules.audit import rule_modules
from openness.rules.audit.engine import Auditor
from openness.rules.audit.resolve import Resolver

YES, NO, CONDITIONAL = (
    Term(answer=Answer.YES, clause="1"),
    Term(answer=Answer.NO, clause="2"),
    Term(answer=Answer.CONDITIONAL, clause="3", when="below a number of users"),
)


def license_with(commerce=YES, *, permissions=None, conditions=None, limits=None, **more):
    return License(
        name="A text",
        targets=(Target.MODEL,),
        confidence=Confidence.READ,
        evidence=EVIDENCE,
        permissions={Permission.COMMERCIAL_USE: commerce, Permission.MODIFICATION: YES, **(permissions or {})},
        conditions=conditions or {},
        limits=limits or {},
        **more,
    )


RESTRICTED = {"limits": {Limit.FIELD_OF_USE: YES}, "conditions": {Condition.PASS_ON_RESTRICTIONS: YES}}
FREE = license_with(conditions={Condition.LICENSE_COPY: YES}, derivatives=DerivativeTerms.ANY)
LICENSES = {
    "free": FREE,
    "nc": license_with(NO),
    "nd": license_with(derivatives=DerivativeTerms.NONE),
    "same": license_with(derivatives=DerivativeTerms.SAME, compatible_with=("friend",)),
    "friend": license_with(derivatives=DerivativeTerms.SAME),
    "rail": license_with(**RESTRICTED, family="rail", publisher="P"),
    "rail-2": license_with(**RESTRICTED, family="rail", publisher="Q"),
    "policy": license_with(**RESTRICTED, family="policy", publisher="P"),
    "users": license_with(CONDITIONAL),
    "keeps": license_with(derivatives=DerivativeTerms.KEEP_CONDITION),
    "named": license_with(conditions={Condition.NAMING: replace(YES, wording="Sample", triggers=(Trigger.WEIGHTS,))}),
    "named-out": license_with(conditions={Condition.NAMING: replace(YES, wording="Sample", triggers=(Trigger.OUTPUTS,))}),
    "shown": license_with(conditions={Condition.DISPLAY: replace(YES, wording="Built with Sample")}),
    "teacher-no": license_with(permissions={Permission.TRAINING_ON_OUTPUTS: NO}),
    "teacher-own": license_with(permissions={Permission.TRAINING_ON_OUTPUTS: replace(NO, when="only to improve itself")}),
    "teacher-yes": license_with(permissions={Permission.TRAINING_ON_OUTPUTS: YES}),
    "teacher-if": license_with(permissions={Permission.TRAINING_ON_OUTPUTS: CONDITIONAL}),
    "distilled": license_with(NO, outputs_are_derivatives=YES),
    "abroad": license_with(limits={Limit.TERRITORY: replace(YES, excluded=("EU",))}),
    "family-1": license_with(CONDITIONAL, family="f", publisher="P"),
    "family-2": license_with(CONDITIONAL, family="f", publisher="P"),
    "alike": license_with(conditions={Condition.SHARE_ALIKE: YES}),
    "unread": replace(FREE, confidence=Confidence.NONE),
    "second-hand": replace(license_with(NO), confidence=Confidence.SECONDARY),
}
AUDITOR = Auditor(LICENSES, Resolver(LICENSES))


def audit(declared, license_, relation="finetune", kind="model", name="lab/it"):
    upstream = Upstream(relation=UpstreamRelation(relation), kind=UpstreamKind(kind), ref="lab/base", license=license_)
    return AUDITOR.audit(AuditSubject(id=name, declared=declared, upstreams=(upstream,)))


def found(result):
    return {(finding.rule, finding.status.value) for finding in result.findings}


@pytest.mark.parametrize(
    ("declared", "base", "relation", "expected"),
    [
        (None, "nc", "finetune", ("R01", "unknown")),
        ("free", None, "finetune", ("R01", "unknown")),
        ("free", "unread", "finetune", ("R01", "unknown")),
        ("free", "nobody-knows", "finetune", ("R01", "unknown")),
        ("free", "nd", "finetune", ("R02", "conflict")),
        ("free", "nc", "adapter", ("R03", "conflict")),
        ("free", "second-hand", "merge", ("R03", "conflict")),
        ("free", "distilled", "outputs", ("R03", "conflict")),
        ("free", "same", "quantized", ("R04", "conflict")),
        ("free", "rail", "finetune", ("R05", "conflict")),
        ("policy", "rail", "finetune", ("R05", "warning")),
        ("rail-2", "rail", "finetune", ("R05", "obligation")),
        ("rail AND free", "rail", "finetune", ("R05", "obligation")),
        ("free", "keeps", "finetune", ("R05", "conflict")),
        ("free", "users", "ancestor", ("R06", "conflict")),
        ("users", "users", "finetune", ("R06", "obligation")),
        ("named", "named", "finetune", ("R07", "conflict")),
        ("named-out", "named-out", "outputs", ("R07", "conflict")),
        ("shown", "shown", "finetune", ("R08", "obligation")),
        ("free", "free", "finetune", ("R09", "note")),
        ("free", "teacher-no", "outputs", ("R10", "conflict")),
        ("free", "teacher-own", "outputs", ("R10", "conflict")),
        ("teacher-own", "teacher-own", "outputs", ("R10", "obligation")),
        ("teacher-no", "teacher-no", "outputs", ("R10", "conflict")),
        ("free", "teacher-if", "outputs", ("R10", "obligation")),
        ("free", "teacher-yes", "outputs", ("R10", "note")),
        ("free", "free", "outputs", ("R10", "unknown")),
        ("free", "abroad", "copy", ("R11", "obligation")),
        ("family-1", "family-2", "finetune", ("R12", "warning")),
    ],
)
def test_a_rule_fires(declared, base, relation, expected):
    assert expected in found(audit(declared, base, relation))


@pytest.mark.parametrize(
    ("declared", "base", "relation"),
    [
        ("free", "nd", "copy"),
        ("nc", "nc", "finetune"),
        ("nc", "second-hand", "finetune"),
        ("free AND nc", "nc", "finetune"),
        ("friend", "same", "finetune"),
        ("same", "same", "finetune"),
        ("keeps", "keeps", "finetune"),
        ("nc", "users", "finetune"),
        ("free", "nc", "code"),
        ("free", "named-out", "finetune"),
        ("free", "nd", "outputs"),
    ],
)
def test_no_conflict_where_the_declared_license_carries_the_terms(declared, base, relation):
    assert audit(declared, base, relation).verdict is not AuditVerdict.CONFLICT


@pytest.mark.parametrize(
    ("name", "status"),
    [
        ("lab/Sample-7b", None),
        ("lab/SAMPLE_tuned", None),
        ("lab/My-Sample-7b", "warning"),
        ("lab/Other-7b", "conflict"),
        ("lab/a-b-c-d-sample", "conflict"),
    ],
)
def test_a_name_begins_as_the_license_asks(name, status):
    statuses = {one.status.value for one in audit("named", "named", name=name).findings if one.rule == "R07"}
    assert statuses == ({status} if status else set())


@pytest.mark.parametrize(
    ("license_", "expected"),
    [("nc", ("R14", "warning")), ("teacher-no", ("R14", "warning")), ("alike", ("R14", "warning")), (None, ("R14", "warning"))],
)
def test_data_are_a_warning_and_never_a_conflict(license_, expected):
    for relation in ("dataset", "outputs"):
        result = audit("free", license_, relation, "dataset")
        assert expected in found(result)
        assert result.verdict is AuditVerdict.WARNING


def test_two_parents_that_both_want_their_terms_to_stay():
    other = replace(LICENSES["same"], compatible_with=())
    auditor = Auditor({**LICENSES, "third": other}, Resolver(LICENSES))
    parents = tuple(Upstream(relation=UpstreamRelation.MERGE, ref=f"lab/{name}", license=name) for name in ("same", "third"))
    result = auditor.audit(AuditSubject(id="lab/it", declared="same AND third", upstreams=parents))
    assert ("R13", "conflict") in found(result)


def test_a_label_that_is_not_the_text_is_a_conflict():
    result = AUDITOR.audit(AuditSubject(id="lab/it", declared="free", detected="nc"))
    assert (result.verdict, found(result)) == (AuditVerdict.CONFLICT, {("R16", "conflict")})
    assert AUDITOR.audit(AuditSubject(id="lab/it", declared="free", detected="free")).verdict is AuditVerdict.OK


def test_what_nobody_looked_at_is_not_fine():
    assert AUDITOR.audit(AuditSubject(id="lab/it", declared="free", lineage_known=False)).verdict is AuditVerdict.UNKNOWN
    assert AUDITOR.audit(AuditSubject(id="lab/it")).verdict is AuditVerdict.UNKNOWN
    assert AUDITOR.audit(AuditSubject(id="lab/it", declared="free")).verdict is AuditVerdict.OK


def test_a_choice_is_read_as_is_best_for_the_model():
    assert audit("free OR nc", "nc").verdict is AuditVerdict.OK
    assert audit("free", "nc OR free").verdict is AuditVerdict.OK
    assert audit("free", "nc AND free").verdict is AuditVerdict.CONFLICT


def test_second_hand_facts_and_contested_law_are_told():
    finding = audit("free", "second-hand").findings[0]
    assert finding.secondary
    assert finding.contested
    assert not audit("free", "nc").findings[0].secondary


def test_every_rule_has_an_id_of_its_own_and_says_what_it_is():
    ids = [module.RULE for module in rule_modules()]
    assert sorted(ids) == ids
    assert len(set(ids)) == len(ids) == 13
    assert all(module.__doc__.startswith(module.RULE) for module in rule_modules())


@pytest.mark.parametrize("spelling", ["RAIL", "rail", " Rail ", "licenseref-x", "The X_Terms", "x tag", "sc-x"])
def test_a_license_is_found_by_any_spelling(spelling):
    found_in = {"rail": FREE, "LicenseRef-x": replace(FREE, name="The X Terms", hub_ids=("x-tag",), scancode_key="sc-x")}
    assert Resolver(found_in)(spelling) == ("rail" if spelling.strip().lower() == "rail" else "LicenseRef-x")


names = st.sampled_from(sorted(LICENSES))
relations = st.sampled_from(list(UpstreamRelation))
_RANK = {verdict: number for number, verdict in enumerate(AuditVerdict)}


@given(names, names, names, relations)
def test_a_choice_is_never_worse_than_each_of_its_parts(one, other, base, relation):
    both = _RANK[audit(f"{one} OR {other}", base, relation.value).verdict]
    assert (
        both >= max(_RANK[audit(each, base, relation.value).verdict] for each in (one, other) if each != "unread")
        if {one, other} != {"unread"}
        else True
    )


@given(names, names, names, relations)
def test_one_more_upstream_never_makes_it_better(declared, base, other, relation):
    first = Upstream(relation=relation, ref="lab/base", license=base)
    second = Upstream(relation=relation, ref="lab/other", license=other)
    alone = AUDITOR.audit(AuditSubject(id="lab/it", declared=declared, upstreams=(first,)))
    joined = AUDITOR.audit(AuditSubject(id="lab/it", declared=declared, upstreams=(first, second)))
    assert _RANK[joined.verdict] <= _RANK[alone.verdict]


@given(names, names, relations)
def test_the_verdict_is_the_worst_of_the_findings_and_unknown_facts_conclude_nothing(declared, base, relation):
    result = audit(declared, base, relation.value)
    statuses = [finding.status for finding in result.findings]
    assert statuses == sorted(statuses, key=list(Status).index)
    if "unread" in (declared, base):
        assert {finding.rule for finding in result.findings} == {"R01"}
