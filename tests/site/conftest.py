"""Sites to test with: of this project's registry, and of one whose every free text is written by a stranger who means harm."""

import json
import shutil
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest

from openness.jobs.build import Built, build_site

PROJECT = Path(__file__).resolve().parent.parent.parent
TODAY = date(2026, 11, 20)

SCRIPT = "<script>alert(1)</script>"
EVIL = (
    SCRIPT,
    "\"><img src=x onerror=alert(1)> '><svg/onload=alert(1)>",
    '\' onmouseover=\'alert(1)\' " onfocus="alert(1)" autofocus x="',
    "{{7*7}} {% raw %} {{ site.__class__ }} ${7*7} #{7*7}",
    "& &amp; &lt;b&gt; &#60;script&#62; &copy",
    "javascript:alert(1)",
    "</title></style></textarea></main> <!-- ]]> --> <base href=//evil.example>",
    "مرحبا بالعالم (שלום) 1.0",
    "🧨👩‍👩‍👧‍👦 é ﷽ Z̸̡͙a̷l̴g̵o̶",
)
LONG = "w" * 2000
NAME = 'Evil <b onclick="x()">&amp;</b> {{7*7}} \'"'
ADDRESS = "https://example.org/?q='onmouseover='alert(1)'&copy=1&lt;x&amp;y#'"
EVIDENCE = {
    "card": {"url": ADDRESS, "seen": "2026-11-01", "by": "publisher", "note": EVIL[1]},
    "long": {"url": f"https://example.org/{'a' * 470}", "seen": "2026-11-01", "by": "third-party", "copy": "undated", "note": LONG},
}


def _offer(access: str = "public", **more: object) -> dict[str, object]:
    return {"access": access, "license": "LicenseRef-evil.script+1", "url": ADDRESS, "evidence": ["card", "long"], **more}


def _dataset(name: str) -> dict[str, object]:
    return {
        "name": name,
        "publisher": EVIL[0],
        "description": EVIL[6],
        "aliases": list(EVIL),
        "stated_in": ["card"],
        "superseded_by": "evil/set",
        "offers": [
            _offer(form="partial", declared=EVIL[2], channel=EVIL[3], note=LONG, where=EVIL[1], evidence=["own"]),
            _offer("withdrawn", **{"from": "2024-01-01"}),
        ],
        "data-card": _offer(note=EVIL[7]),
        "sizes": [{"amount": 12, "unit": "tokens", "tokenizer": EVIL[1], "of": EVIL[0], "note": EVIL[2], "evidence": ["card"]}],
        "parts": {"one": {"name": NAME, "declared": EVIL[0], "note": LONG, "dataset": "evil/same", "evidence": ["card"]}},
        "derived_from": [{"dataset": "evil/gone", "relation": "filtered", "note": EVIL[0], "evidence": ["card"]}],
        "produced_by": [{"service": EVIL[0], "note": EVIL[1], "evidence": ["card"]}],
        "described": {"scope": ["card"]},
        "evidence": EVIDENCE | {"own": EVIDENCE["card"]},
        "note": EVIL[0],
    }  # fmt: skip


def _model(name: str) -> dict[str, object]:
    used = {"stage": "pretraining", "class": "open", "evidence": ["card"]}
    return {
        "name": name,
        "developer": EVIL[1],
        "kind": "base",
        "modalities": {"in": ["text"], "out": ["text"]},
        "description": EVIL[0] + LONG[:1900],
        "aliases": list(EVIL),
        "stated_in": ["card"],
        "claims": [{"term": text, "quote": text, "note": text, "evidence": ["card"]} for text in (*EVIL, LONG[:120])],
        "variants": {
            "7b": {"repo_id": "evil/x.y_z", "hardware": EVIL[3], "unknown": ["parameters"], "evidence": ["card"], "note": LONG},
            "8b": {"parameters": 8_000_000_001, "training_tokens": 160_000_000_000, "gpu_hours": 12.5, "evidence": ["long"], "note": EVIL[4]},
        },
        "lineage": [{"base": "evil/gone@main#7b", "relation": "finetune", "note": EVIL[0], "evidence": ["card"]}],
        "training_data": {
            "completeness": "partial",
            "evidence": ["card"],
            "note": EVIL[2],
            "sets": [
                {"dataset": "evil/set", **used},
                {"dataset": "evil/same", **used},
                {"dataset": "evil/gone", **used},
                {"name": NAME, **used, "note": LONG},
            ],
        },
        "components": {
            "model-parameters-final": [
                _offer("gated", gate={"mode": "manual", "asks": ["name"]}, note=EVIL[5], needs=["evil/gone#7b"]),
                _offer(license="(MIT OR LicenseRef-evil.script+1) AND LicenseRef-nowhere", declared=EVIL[0], until="2024-01-01"),
            ],
            "training-code": _offer(note=EVIL[1], where=LONG),
        },
        "evidence": EVIDENCE,
        "note": EVIL[0] + LONG[:1900],
    }  # fmt: skip


def _license() -> dict[str, object]:
    term = {"answer": "conditional", "clause": EVIL[2], "when": LONG, "note": EVIL[0], "wording": EVIL[1]}
    return {
        "name": NAME,
        "publisher": EVIL[0],
        "aliases": list(EVIL),
        "targets": ["model"],
        "confidence": "read",
        "permissions": {"commercial-use": term, "modification": term, "output-use": term},
        "conditions": {"naming": term},
        "limits": {"user-threshold": {**term, "threshold": 7e8, "unit": "monthly-active-users"}},
        "evidence": EVIDENCE,
        "note": EVIL[7],
    }


def _framework() -> dict[str, object]:
    asked = {"title": EVIL[0], "clause": EVIL[1], "note": EVIL[2], "ask": {"predicate": "offered", "component": "training-code"}}
    return {
        "name": NAME,
        "version": EVIL[5],
        "publisher": EVIL[1],
        "summary": EVIL[0],
        "question": EVIL[6],
        "terms": {"met": LONG[:120], "not-met": EVIL[0], "unknown": EVIL[3]},
        "requirements": {"one": asked},
        "passes": "one",
        "evidence": EVIDENCE,
        "note": EVIL[3],
    }


HOSTILE: Mapping[str, Mapping[str, object]] = {
    "models/evil/model.yaml": _model(NAME),
    "models/evil/same.yaml": _model(EVIL[0]),
    "models/datasets/evil.yaml": _model(EVIL[7]),
    "models/evil/long.yaml": _model(LONG[:120]),
    "models/evil/bad-url.yaml": {**_model("Bad URL"), "evidence": {"card": {**EVIDENCE["card"], "url": "javascript:alert(1)"}}},
    "models/evil/bad-license.yaml": {**_model("Bad license"), "components": {"tokenizer": _offer(license=SCRIPT)}},
    "datasets/evil/set.yaml": _dataset(NAME),
    "datasets/evil/same.yaml": _dataset(EVIL[0]),
    "licenses/LicenseRef-evil.script+1.yaml": _license(),
    "frameworks/evil.yaml": _framework(),
}
REFUSED = ("evil/bad-url", "evil/bad-license")


@dataclass(frozen=True, kw_only=True)
class BuiltSite:
    """Hold a registry and the site that was built of it."""

    registry: Path
    folder: Path
    built: Built

    @property
    def pages(self) -> list[Path]:
        return sorted(self.folder.rglob("*.html"))


def _built(registry: Path, folder: Path) -> BuiltSite:
    return BuiltSite(registry=registry, folder=folder, built=build_site(registry, folder, TODAY))


@pytest.fixture(scope="session")
def real_site(tmp_path_factory: pytest.TempPathFactory) -> BuiltSite:
    """Return the site of this project's registry, copied, so that it holds still."""
    folder = tmp_path_factory.mktemp("real")
    shutil.copytree(PROJECT / "registry", folder / "registry")
    return _built(folder / "registry", folder / "site")


@pytest.fixture(scope="session")
def hostile_site(tmp_path_factory: pytest.TempPathFactory) -> BuiltSite:
    """Return the site of a registry that attacks its readers; JSON is YAML too."""
    folder = tmp_path_factory.mktemp("hostile")
    shutil.copytree(PROJECT / "registry" / "frameworks", folder / "registry" / "frameworks")
    for name, record in HOSTILE.items():
        file = folder / "registry" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(json.dumps(record, ensure_ascii=False), encoding="utf-8")
    return _built(folder / "registry", folder / "site")
