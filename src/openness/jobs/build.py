"""Build the site: read and judge the registry, print every page, write what changed."""

import shutil
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path

import msgspec

from openness.core.error import UnreadableError
from openness.core.registry import Registry
from openness.jobs.answers import Answers
from openness.site.pages import Page, Press, Site, row_of_comparison
from openness.store.bundled import bundled
from openness.store.reader import read_registry

MARK = ".openness-site"


class Built(msgspec.Struct, frozen=True, kw_only=True):
    """Say how many pages a build wrote and how many records it left out because they hold errors."""

    pages: int
    left_out: int


def build_site(root: Path, output: Path, today: date) -> Built:
    """Build the site of a registry into a folder; raise UnreadableError where that folder holds something else."""
    reading = read_registry(root)
    _prepare(output, root)
    answers = Answers(reading.registry, today)
    site = _site(reading.registry, answers)
    press = Press(bundled("site") / "templates", site)
    pages = _write(output, _pages(press, answers))
    shutil.copytree(bundled("site") / "assets", output / "assets", dirs_exist_ok=True)
    shutil.copytree(bundled("schema"), output / "schema", dirs_exist_ok=True)
    return Built(pages=pages, left_out=len(reading.registry.unreadable))


def _prepare(output: Path, root: Path) -> None:
    """Empty the output folder, but only one that an earlier build made and that is apart from the registry."""
    place, registry = output.resolve(), root.resolve()
    if place.is_relative_to(registry) or registry.is_relative_to(place):
        raise UnreadableError(f"{str(output)!r} and the registry {str(root)!r} lie in each other: name another folder")
    if output.is_symlink() or (output.exists() and not output.is_dir()):
        raise UnreadableError(f"{str(output)!r} is a link or a file: name a folder")
    if output.exists() and any(output.iterdir()):
        if not (output / MARK).is_file():
            raise UnreadableError(f"{str(output)!r} is not empty and no build made it: name another folder")
        shutil.rmtree(output)
    output.mkdir(parents=True, exist_ok=True)
    (output / MARK).write_text("made by openness build\n", encoding="utf-8")


def _site(registry: Registry, answers: Answers) -> Site:
    return Site(
        models={key: record.name for key, record in sorted(registry.models.items())},
        datasets={key: record.name for key, record in sorted(registry.datasets.items())},
        licenses={key: record.name for key, record in sorted(registry.licenses.items())},
        frameworks={key: record.name for key, record in sorted(registry.frameworks.items())},
        as_of=answers.as_of,
    )


def _pages(press: Press, answers: Answers) -> Iterator[Page]:
    encode = msgspec.json.Encoder().encode
    rows = []
    for model in answers.models():
        yield press.model(model)
        yield Page(path=f"models/{model.id}.json", content=encode(model).decode())
        row = row_of_comparison(model)
        rows += [row] if row else []
    for dataset in answers.datasets():
        yield press.dataset(dataset)
        yield Page(path=f"datasets/{dataset.id}.json", content=encode(dataset).decode())
    for license_ in answers.licenses():
        yield press.license(license_)
        yield Page(path=f"licenses/{license_.id}.json", content=encode(license_).decode())
    for framework in answers.frameworks():
        yield press.framework(framework)
        yield Page(path=f"frameworks/{framework.id}.json", content=encode(framework).decode())
    yield from press.comparison(rows)
    yield from press.lists()


def _write(output: Path, pages: Iterable[Page]) -> int:
    count = 0
    known: set[Path] = set()
    for page in pages:
        target = output / page.path
        if target.parent not in known:
            target.parent.mkdir(parents=True, exist_ok=True)
            known.add(target.parent)
        target.write_bytes(page.content.encode())
        count += 1
    return count
