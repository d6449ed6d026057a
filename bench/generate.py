"""Write a large registry of made-up models, shaped like real ones."""

import random
from pathlib import Path

LICENSES = ("Apache-2.0", "MIT", "LicenseRef-llama-2", "LicenseRef-creativeml-openrail-m", "NOASSERTION", "MIT OR Apache-2.0")
COMPONENTS = (
    "model-architecture", "training-code", "inference-code", "evaluation-code", "data-preprocessing-code", "evaluation-results",
    "model-card", "technical-report", "research-paper", "tokenizer", "training-configuration", "model-parameters-intermediate",
)  # fmt: skip
ACCESS = ("public", "public", "public", "gated", "none", "unknown", "undisclosed")


def write_registry(root: Path, models: int, datasets: int = 200) -> None:
    """Write models, datasets, and the licenses and frameworks of this project."""
    chance = random.Random(20261120)
    source = Path(__file__).resolve().parent.parent / "registry"
    for folder in ("licenses", "frameworks"):
        (root / folder).mkdir(parents=True, exist_ok=True)
        for file in (source / folder).glob("*.yaml"):
            (root / folder / file.name).write_bytes(file.read_bytes())
    for number in range(datasets):
        _write(root / "datasets" / f"lab-{number % 20}" / f"set-{number}.yaml", dataset(number))
    for number in range(models):
        _write(root / "models" / f"lab-{number % 300}" / f"model-{number}.yaml", model(number, datasets, chance))


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def dataset(number: int) -> str:
    """Return one dataset record."""
    return f"""name: Set {number}
publisher: Lab {number % 20}
released: 2023-01-{number % 28 + 1:02d}
aliases: [Corpus {number}]
stated_in: [card]
offers:
  - {{access: public, license: CC-BY-4.0, url: 'https://huggingface.co/datasets/lab-{number % 20}/set-{number}', evidence: [card]}}
data-card: {{access: public, license: CC-BY-4.0, url: 'https://huggingface.co/datasets/lab-{number % 20}/set-{number}', evidence: [card]}}
described: {{provenance: [card], scope: [card], collection: [card], selection: [card], labelling: [card], processing: [card]}}
evidence:
  card: {{url: 'https://huggingface.co/datasets/lab-{number % 20}/set-{number}', seen: 2026-11-01, by: publisher}}
"""


def model(number: int, datasets: int, chance: random.Random) -> str:
    """Return one model record of some seventy lines."""
    lab, license_ = number % 300, chance.choice(LICENSES)
    sizes = chance.sample([1, 3, 7, 13, 34, 70], chance.randint(1, 3))
    lines = [
        f"name: Model {number}", f"family: family-{number // 4}", f"developer: Lab {lab}", f"released: 2024-{number % 12 + 1:02d}-{number % 28 + 1:02d}",
        "kind: base", "modalities: {in: [text], out: [text]}", f"description: The model number {number} of a made-up laboratory.",
        f"aliases: [M-{number}, 'The {number}th model']", "stated_in: [card, paper]", "claims:",
        "  - {term: open source, quote: our open model, evidence: [card]}", "usage: {capabilities: [card], limitations: [card], integration: [card]}", "variants:",
    ]  # fmt: skip
    for size in sizes:
        lines += [
            f"  {size}b:", f"    repo_id: lab-{lab}/model-{number}-{size}b", f"    parameters: {size * 1000000000 + number}",
            f"    training_tokens: {chance.randint(1, 2000)}000000000", "    hardware: 512 accelerators", "    evidence: [card, paper]",
        ]  # fmt: skip
    base = (
        f"\n  - {{base: lab-{(number - 1) % 300}/model-{number - 1}, relation: finetune, evidence: [card]}}" if number % 3 == 1 else " []"
    )
    lines += [f"lineage:{base}", "training_data:", "  completeness: complete", "  evidence: [paper]", "  sets:"]
    for chosen in chance.sample(range(datasets), 3):
        lines += [f"    - {{dataset: lab-{chosen % 20}/set-{chosen}, stage: pretraining, class: open, evidence: [paper]}}"]
    lines += ["components:", "  model-parameters-final:", "    access: public", f"    license: {license_}",
              f"    url: https://huggingface.co/lab-{lab}/model-{number}-{sizes[0]}b", "    evidence: [card]"]  # fmt: skip
    for component in COMPONENTS:
        access = chance.choice(ACCESS)
        terms = (
            f", license: {chance.choice(LICENSES)}, url: 'https://github.com/lab-{lab}/model-{number}'"
            if access in ("public", "gated")
            else ""
        )
        gate = ", gate: {mode: auto}" if access == "gated" else ""
        lines += [f"  {component}: {{access: {access}{terms}{gate}, evidence: [repository]}}"]
    lines += [
        "evidence:", f"  card: {{url: 'https://huggingface.co/lab-{lab}/model-{number}-{sizes[0]}b', seen: 2026-11-01, by: publisher}}",
        f"  paper: {{url: 'https://example.org/papers/{number}', seen: 2026-11-01, by: publisher, note: sections 2 and 3}}",
        f"  repository: {{url: 'https://github.com/lab-{lab}/model-{number}', seen: 2026-11-01, by: publisher}}",
    ]  # fmt: skip
    return "\n".join(lines) + "\n"
