"""Print how fast openness is, each figure a ratio against a peer or a limit measured in the same run."""

import argparse
import hashlib
import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

import yaml
from generate import write_registry

PROJECT = Path(__file__).resolve().parent.parent
BIN = Path(sys.executable).parent
OPENNESS = str(BIN / "openness")


def main() -> int:
    """Measure and print; exit with 1 if a ratio is worse than it has to be."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--models", type=int, default=10_000)
    arguments.add_argument("--only", choices=["validate", "show", "build", "identify"])
    arguments.add_argument("--scancode", type=Path, help="Python of an environment with scancode-toolkit 32.5.0 and pluggy 1.5.0.")
    options = arguments.parse_args()
    with tempfile.TemporaryDirectory(prefix="openness-bench-") as folder:
        registry = Path(folder) / "registry"
        write_registry(registry, options.models)
        os.environ["XDG_CACHE_HOME"] = folder
        os.environ.pop("PYTHONDONTWRITEBYTECODE", None)  # an installed package has its bytecode
        parts = {
            "validate": bench_validate,
            "show": bench_show,
            "build": bench_build,
            "identify": partial(bench_identify, options.scancode),
        }
        kept = [part(registry, Path(folder)) for name, part in parts.items() if options.only in (None, name)]
    return 0 if all(kept) else 1


_SCANCODE = """
import sys, time
from licensedcode.cache import get_index
index = get_index()
index.match(query_string="Licensed under the MIT license.")
start = time.perf_counter()
for name in sys.argv[1:]:
    index.match(query_string=open(name, encoding="utf-8", errors="replace").read())
print((time.perf_counter() - start) / len(sys.argv[1:]))
"""
_OURS = """
import resource, sys, time
from pathlib import Path
from openness.jobs.identify import identify_file, references_of
references = references_of(Path(sys.argv[1]))
start = time.perf_counter()
for name in sys.argv[2:]:
    identify_file(Path(name), references)
print((time.perf_counter() - start) / len(sys.argv[2:]), resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)
"""


def bench_identify(scancode: Path | None, _: Path, __: Path) -> bool:
    """Identify license texts: time per text against ScanCode, and peak memory."""
    collected = sorted((PROJECT.parent / "shared" / "licenses" / "corpus").rglob("*.txt"))
    names = [str(path) for path in collected] or [str(PROJECT / "LICENSE")]
    ours = subprocess.run([sys.executable, "-c", _OURS, str(PROJECT / "registry"), *names], check=True, capture_output=True, text=True)
    each, memory = map(float, ours.stdout.split())
    kept = report("identify: peak memory in MiB", memory, 150, f"{len(names)} texts, {each * 1000:.1f} ms each")
    if scancode is None:
        print("     identify: give --scancode PYTHON to compare with ScanCode", flush=True)
        return kept
    theirs = subprocess.run([str(scancode), "-c", _SCANCODE, *names], check=True, capture_output=True, text=True)
    other = float(theirs.stdout.split()[-1])
    detail = f"{each * 1000:.1f} ms against {other * 1000:.0f} ms each"
    return report("identify: times faster than ScanCode", other / each, 50, detail, at_least=True) and kept


def report(what: str, ratio: float, limit: float, detail: str, *, at_least: bool = False) -> bool:
    """Print one ratio and whether it holds."""
    holds = ratio >= limit if at_least else ratio <= limit
    print(f"{'ok  ' if holds else 'MISS'} {what}: {ratio:.2f} (at {'least' if at_least else 'most'} {limit:g}; {detail})", flush=True)
    return holds


def seconds(action: Callable[[], object], times: int = 1) -> float:
    """Return the median time of an action."""
    found = []
    for _ in range(times):
        start = time.perf_counter()
        action()
        found.append(time.perf_counter() - start)
    return statistics.median(found)


def run(*command: str) -> None:
    """Run a command that has to succeed."""
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def bench_validate(registry: Path, _: Path) -> bool:
    """Compare validation with check-jsonschema and with merely parsing."""
    files = sorted(str(file) for file in (registry / "models").rglob("*.yaml"))
    schema = str(PROJECT / "schema" / "model.schema.json")
    ours = seconds(lambda: run(OPENNESS, "validate", "--registry", str(registry)), 3)
    parse = f"import sys, yaml\nfor f in open({str(registry / 'list')!r}): yaml.load(open(f.strip(), 'rb'), yaml.CSafeLoader)"
    every = sorted(str(file) for file in registry.rglob("*.yaml"))
    (registry / "list").write_text("\n".join(every))
    assert yaml.__with_libyaml__
    parsing = seconds(lambda: run(sys.executable, "-c", parse), 3)
    (registry / "list").unlink()
    peer = seconds(lambda: run(str(BIN / "check-jsonschema"), "--schemafile", schema, *files))
    first = report(
        "check-jsonschema / openness validate", peer / ours, 20, f"{len(files)} records, {peer:.1f} s and {ours:.2f} s", at_least=True
    )
    second = report("openness validate / parsing with PyYAML's C loader", ours / parsing, 1.5, f"{ours:.2f} s and {parsing:.2f} s")
    return first and second


def bench_show(registry: Path, _: Path) -> bool:
    """Compare one query with an empty Python program."""
    shown = "lab-7/model-7"
    run(OPENNESS, "show", shown, "--registry", str(registry))
    ours = PROJECT / "registry"
    run(OPENNESS, "show", "eleutherai/pythia", "--registry", str(ours))
    empty = seconds(lambda: run(sys.executable, "-c", "pass"), 41)
    small = seconds(lambda: run(OPENNESS, "show", "eleutherai/pythia", "--registry", str(ours)), 41)
    large = seconds(lambda: run(OPENNESS, "show", shown, "--registry", str(registry)), 11)
    print(
        f"     openness show in a checkout of {len(list((registry / 'models').rglob('*.yaml')))} models: {large / empty:.1f} x (every file is looked at for changes)"
    )
    return report("openness show / python -c pass", small / empty, 8, f"{small * 1000:.0f} ms and {empty * 1000:.1f} ms")


TEMPLATES_ONLY = """
import sys, time
from datetime import date
from pathlib import Path
from openness.jobs.answers import Answers
from openness.jobs.build import _site
from openness.site.pages import Press, model_context
from openness.store.bundled import bundled
from openness.store.reader import read_registry
registry = read_registry(Path(sys.argv[1])).registry
answers = Answers(registry, date(2026, 11, 20))
press = Press(bundled("site") / "templates", _site(registry, answers))
template = press.template("model.html")
contexts = [(f"models/{answer.id}/index.html", model_context(answer)) for answer in answers.models()]
start = time.perf_counter()
for path, context in contexts:
    template.render(context, root="../../../")
print(time.perf_counter() - start)
"""


def bench_build(registry: Path, folder: Path) -> bool:
    """Compare the whole build with rendering nothing but the templates of its pages; two builds must be equal."""
    os.environ["SOURCE_DATE_EPOCH"] = "1795132800"
    first, second = folder / "one", folder / "two"
    before = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
    ours = seconds(lambda: run(OPENNESS, "build", "--registry", str(registry), "--output", str(first)))
    memory = max(before, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss) / 1024
    bare = float(subprocess.run([sys.executable, "-c", TEMPLATES_ONLY, str(registry)], check=True, capture_output=True, text=True).stdout)
    run(OPENNESS, "build", "--registry", str(registry), "--output", str(second))
    speed = report("openness build / rendering its templates alone", ours / bare, 3, f"{ours:.1f} s and {bare:.1f} s")
    space = report("memory of a build in MiB", memory, 1024, "peak of the process")
    same = digest(first) == digest(second)
    print(f"{'ok  ' if same else 'MISS'} two builds are byte-identical: {same}")
    return speed and space and same


def digest(folder: Path) -> str:
    """Digest every file of a folder with its name."""
    total = hashlib.sha256()
    for file in sorted(folder.rglob("*")):
        if file.is_file():
            total.update(str(file.relative_to(folder)).encode() + b"\0" + hashlib.sha256(file.read_bytes()).digest())
    return total.hexdigest()


if __name__ == "__main__":
    sys.exit(main())
