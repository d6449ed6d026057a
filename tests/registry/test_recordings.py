"""The registry beside what the Hub really said, as far as it was recorded."""

import json
from datetime import date

import pytest
from msgspec.structs import replace
from worlds import fully_open

from openness.checks import Context
from openness.checks.number_far_from_name import check as check_names
from openness.checks.parameters_against_hub import check as check_against_hub
from openness.core.hub import Snapshot
from openness.core.model import Variant
from openness.core.registry import Registry
from openness.store.reader import read_registry

pytestmark = pytest.mark.real


@pytest.fixture(scope="module")
def recorded(project):
    """Return snapshots of every recorded repository with weights in safetensors."""
    folder = project.parent / "shared" / "hub" / "payloads"
    if not folder.is_dir():
        pytest.skip("the recorded answers of the Hub are not beside this checkout")
    payloads = [json.loads(path.read_text(encoding="utf-8")) for path in sorted(folder.glob("*.json"))]
    found = [payload for payload in payloads if isinstance(payload, dict) and payload.get("safetensors") and payload.get("id")]
    return {payload["id"].lower(): _snapshot(payload) for payload in found}


def _snapshot(payload):
    counts = payload["safetensors"].get("parameters") or {"F32": payload["safetensors"]["total"]}
    return Snapshot(repo_id=payload["id"], repo_type="model", asked_at="2026-05-01T00:00:00Z", state="present", safetensors=counts)


@pytest.fixture(scope="module")
def registry(project):
    return read_registry(project / "registry").registry


# The first two count the masks of attention, which are kept beside the weights; of the last the paper gives a rounder number.
# The records say so.
_EXPLAINED = {"EleutherAI/pythia-1.4b", "openai-community/gpt2-xl", "google-t5/t5-large"}


def test_parameters_that_differ_from_the_hub_are_those_that_are_explained(registry, recorded):
    issues = list(check_against_hub(Context(registry=replace(registry, hub=recorded), today=date(2026, 11, 20))))
    assert {issue.message.rpartition(" ")[2] for issue in issues} == _EXPLAINED


def test_the_recordings_speak_of_models_of_the_registry(registry, recorded):
    repositories = {variant.repo_id.lower() for model in registry.models.values() for variant in model.variants.values() if variant.repo_id}
    assert len(repositories & recorded.keys()) >= 7


# "1b" for 1.54 billion, and active parameters, which the Hub does not count.
_OTHERWISE_NAMED = [
    "Salesforce/xLAM-2-1b-fc-r",
    "meta-llama/Llama-4-Maverick-17B-128E-Instruct",
    "meta-llama/Llama-4-Maverick-17B-128E-Instruct-FP8",
]


def test_the_names_of_real_repositories_tell_their_size(recorded):
    """160 names as people give them: only those whose number means something else are found."""
    found = set()
    for snapshot in recorded.values():
        variant = Variant(evidence=("card",), repo_id=snapshot.repo_id, parameters=sum(snapshot.safetensors.values()))
        registry = Registry(models={"lab/it": replace(fully_open(), variants={"it": variant})})
        found |= {snapshot.repo_id for _ in check_names(Context(registry=registry, today=date(2026, 11, 20)))}
    assert sorted(found) == _OTHERWISE_NAMED
