"""Real license texts of AI models: none named as something it is not, and most named as what they are."""

import json
from collections import Counter

import pytest
from mutations import LOOKS, SUBSTANCE, other_order

from openness.core.fingerprint import Fingerprint
from openness.core.identified import TextKind
from openness.jobs.identify import as_text, references_of
from openness.rules.license_text.identify import identify
from openness.rules.license_text.notice import names_as_words
from openness.rules.license_text.references import References
from openness.rules.license_text.words import without_owners, words_of

pytestmark = [pytest.mark.real, pytest.mark.slow]

_ARE_TEXTS = {"exact", "reformatted", "bilingual", "chinese", "transcribed", "appended-aup", "modified", "clone", "aup-only"}
_FORGED = "me042589"  # a date that somebody changed in a copy


@pytest.fixture(scope="module")
def corpus(project):
    """Return what is known of each text, and the texts."""
    folder = project.parent / "shared" / "licenses" / "corpus"
    if not folder.is_dir():
        pytest.skip("the collected license texts are not beside this checkout")
    items = json.loads((folder / "index.json").read_text(encoding="utf-8"))["items"]
    return items, {item["file"]: as_text((folder / item["file"]).read_bytes()) for item in items}


@pytest.fixture(scope="module")
def answers(project, corpus):
    """Identify each text with references from other sources alone."""
    items, texts = corpus
    licenses = json.loads((project.parent / "shared" / "licenses" / "ai_licenses.json").read_text(encoding="utf-8"))["licenses"]
    names = names_as_words([(name, one["id"]) for one in licenses for name in (one["name"], one["id"], *one["aliases"]) if name])
    hashes = {item["file"]: words_of(without_owners(texts[item["file"]])).hashes for item in items}
    found = []
    for item in items:
        others = [
            Fingerprint(license=other["id"], text=other["source"]["date"] or "", hashes=hashes[other["file"]])
            for other in items
            if other["kind"] in _ARE_TEXTS and other["source"].get("repo") != item["source"].get("repo") and _FORGED not in other["file"]
        ]
        known = any(other.license == item["id"] for other in others)
        found.append((item, identify(texts[item["file"]], References(others, names)), known))
    return found


def test_no_text_is_named_as_another(answers):
    wrong = [(item["file"], found.license) for item, found, _ in answers if found.license not in (None, item["id"])]
    assert wrong == []


def test_most_texts_whose_license_is_known_from_elsewhere_are_named_or_said_to_be_near(answers):
    known = [(item, found) for item, found, is_known in answers if is_known]
    named = [item["file"] for item, found in known if found.license == item["id"]]
    near = [item["file"] for item, found in known if item["id"] in (found.license, found.nearest, *found.others)]
    assert len(known) >= 60
    assert len(named) >= 0.7 * len(known)
    assert len(near) >= 0.95 * len(known)


def test_clones_and_forged_texts_are_never_named_as_the_original(answers):
    for item, found, _ in answers:
        if item["kind"] == "clone" or _FORGED in item["file"]:
            assert found.license is None, item["file"]


@pytest.fixture(scope="module")
def known_texts(project, corpus):
    """Return texts that are known word for word, with their licenses, and the references of this registry."""
    items, texts = corpus
    references = references_of(project / "registry")
    found = [(item["file"], texts[item["file"]], identify(texts[item["file"]], references)) for item in items if item["kind"] == "exact"]
    return [(file, text, said.license) for file, text, said in found if said.kind is TextKind.EXACT], references


# What is left when the added clause is taken out of a modified MIT license is the MIT license; and Apple's text came with
# and without its preamble.
_TRULY = {("without_clause", "MIT"), ("without_clause", "LicenseRef-apple-ascl")}


def test_a_change_of_substance_is_never_the_license(known_texts):
    texts, references = known_texts
    counted = Counter()
    for file, text, license_id in texts:
        for change in (*SUBSTANCE, other_order):
            changed = change(text)
            if changed is not None and changed != text:
                found = identify(changed, references)
                counted[found.kind] += 1
                assert found.license is None or (change.__name__, found.license) in _TRULY, (file, change.__name__, license_id)
    assert sum(counted.values()) >= 500


def test_wrapping_case_and_markup_leave_nearly_every_answer(known_texts):
    texts, references = known_texts
    same = [identify(look(text), references).license == license_id for _, text, license_id in texts for look in LOOKS]
    assert len(same) >= 500
    assert sum(same) >= 0.99 * len(same)


def test_the_registry_knows_the_texts_that_were_learned(project):
    references = references_of(project / "registry")
    assert len(references.all) >= 90
    files = list((project / "registry" / "licenses").glob("*.fingerprint"))
    assert sum(file.stat().st_size for file in files) < 5_000_000
