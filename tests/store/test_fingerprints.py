"""Fingerprint files keep a text's words as hashes, and nothing of the text."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from openness.core.error import UnreadableError
from openness.core.fingerprint import Fingerprint
from openness.store.fingerprints import read_fingerprints, write_fingerprint


@pytest.fixture
def root(tmp_path):
    (tmp_path / "licenses").mkdir()
    return tmp_path


def test_what_is_written_is_read(root):
    texts = [
        Fingerprint(license="MIT", hashes=(0, 1, 2**32 - 1)),
        Fingerprint(license="LicenseRef-x", text="2024-01", hashes=(7,), source="s"),
    ]
    files = [write_fingerprint(root, text).name for text in texts]
    assert files == ["MIT.fingerprint", "LicenseRef-x@2024-01.fingerprint"]
    assert sorted(read_fingerprints(root), key=lambda text: text.license) == sorted(texts, key=lambda text: text.license)


@given(hashes=st.lists(st.integers(0, 2**32 - 1), max_size=200))
def test_any_hashes_survive(tmp_path_factory, hashes):
    root = tmp_path_factory.mktemp("registry")
    (root / "licenses").mkdir()
    write_fingerprint(root, Fingerprint(license="MIT", hashes=tuple(hashes)))
    assert read_fingerprints(root)[0].hashes == tuple(hashes)


@pytest.mark.parametrize("license_id", ["../MIT", "a/b", "", "MIT@x@y", "MIT "])
def test_an_id_that_is_no_file_name_is_refused(root, license_id):
    with pytest.raises(UnreadableError, match="cannot name a file"):
        write_fingerprint(root, Fingerprint(license=license_id, hashes=(1,)))
    assert list(root.rglob("*.fingerprint")) == []


@pytest.mark.parametrize(
    "change",
    [
        {"schema_version": "2"},
        {"words": 5},
        {"hashes": ["no base 85 \u00e9"]},
        {"hashes": ["00000"]},
        {"license": 5},
        {"extra": 1},
    ],
)
def test_a_broken_file_is_refused_by_name(root, change):
    path = write_fingerprint(root, Fingerprint(license="MIT", hashes=(1, 2, 3)))
    path.write_text(json.dumps({**json.loads(path.read_text(encoding="utf-8")), **change}), encoding="utf-8")
    with pytest.raises(UnreadableError, match=r"MIT\.fingerprint"):
        read_fingerprints(root)


def test_a_registry_without_fingerprints_knows_no_text(root):
    assert read_fingerprints(root) == ()
