"""Real models with known lineage: verdict and findings as a person judged them."""

import json

import pytest

from openness.core.audit import AuditSubject, Upstream, UpstreamKind, UpstreamRelation
from openness.rules.audit.engine import Auditor
from openness.rules.audit.resolve import Resolver
from openness.store.reader import read_registry

pytestmark = pytest.mark.real


@pytest.fixture(scope="module")
def cases(project):
    file = project.parent / "shared" / "licenses" / "cases_dev.json"
    if not file.is_file():
        pytest.skip("the judged cases are not beside this checkout")
    return json.loads(file.read_text(encoding="utf-8"))["cases"]


@pytest.fixture(scope="module")
def auditor(project):
    licenses = read_registry(project / "registry").registry.licenses
    return Auditor(licenses, Resolver(licenses))


def subject_of(case):
    upstreams = tuple(
        Upstream(
            relation=UpstreamRelation(found["relation"]),
            kind=UpstreamKind(found["kind"]),
            ref=found["ref"],
            license=found["license"],
        )
        for found in case["lineage"]
    )
    return AuditSubject(id=case["model"]["repo"], declared=case["model"]["declared_expression"], upstreams=upstreams)


def test_every_case_comes_out_as_it_was_judged(cases, auditor):
    wrong = []
    for case in cases:
        result = auditor.audit(subject_of(case))
        found = {(finding.rule, finding.status.value, finding.upstream) for finding in result.findings}
        expected = {(finding["rule"], finding["status"], finding["upstream"]) for finding in case["expected"]["findings"]}
        if result.verdict.value != case["expected"]["verdict"] or not expected <= found:
            wrong.append((case["id"], result.verdict.value, sorted(expected - found), sorted(found - expected)))
    assert wrong == []


def test_every_conflict_names_its_rule_license_and_clause(cases, auditor):
    for case in cases:
        for finding in auditor.audit(subject_of(case)).findings:
            assert finding.message
            if finding.status.value == "conflict" and finding.rule != "R04":
                assert finding.license, case["id"]
                assert finding.clause or finding.secondary, (case["id"], finding)
