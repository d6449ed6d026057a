"""Pages: answers to HTML, through the templates in `site/templates`; every value is escaped where it lands."""

import math
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template
from msgspec import Struct

from openness.core.answer import ModelAnswer, VariantAnswer
from openness.core.record_answer import DatasetAnswer, FrameworkAnswer, LicenseAnswer
from openness.core.verdict import PartVerdict, Verdict
from openness.core.vocabulary import Component
from openness.core.vocabulary_words import PERMISSION_QUESTIONS
from openness.rules.words import shorten

SOURCE = "https://github.com/openness-registry/openness"
ROWS_PER_PAGE = 500
_SHOWN = 80
TONES = {
    **dict.fromkeys(("met", "yes", "open", "public"), "good"),
    **dict.fromkeys(("conditional", "partial", "gated", "request", "paid", "warning"), "part"),
    **dict.fromkeys(("not-met", "no", "closed", "none", "withdrawn", "undisclosed", "api", "error"), "bad"),
}
SYMBOLS = {"good": "✓", "part": "◐", "bad": "✕"}


class Page(Struct, frozen=True, kw_only=True):
    """Hold one file of the site; `path` is relative to its root."""

    path: str
    content: str


class Site(Struct, frozen=True, kw_only=True):
    """Hold what every page knows: names by id, and the newest day of evidence."""

    models: Mapping[str, str]
    datasets: Mapping[str, str]
    licenses: Mapping[str, str]
    frameworks: Mapping[str, str]
    as_of: str
    source: str = SOURCE


class Row(Struct, frozen=True, kw_only=True):
    """Hold one line of the comparison."""

    id: str
    name: str
    developer: str
    released: str | None
    parts: tuple[PartVerdict, ...]
    license: str | None
    commercial: str
    mof: Verdict
    osaid: Verdict
    band: str


class Press:
    """Print pages with the templates of one folder."""

    def __init__(self, templates: Path, site: Site) -> None:
        self._environment = Environment(
            loader=FileSystemLoader(templates), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
        )
        self._environment.filters |= {"shorten": shorten, "shorten_url": shorten_url}
        self._environment.globals |= {"site": site, "tone": _Tones(TONES), "symbol": _Tones(SYMBOLS), "number": number}
        self.site = site

    def template(self, name: str) -> Template:
        """Return a template by its file name."""
        return self._environment.get_template(name)

    def model(self, answer: ModelAnswer) -> Page:
        """Print the page of a model."""
        return self._print(f"models/{answer.id}/index.html", "model.html", model_context(answer))

    def license(self, answer: LicenseAnswer) -> Page:
        """Print the page of a license."""
        return self._print(f"licenses/{answer.id}/index.html", "license.html", {"x": answer, "section": "Licenses"})

    def dataset(self, answer: DatasetAnswer) -> Page:
        """Print the page of a dataset."""
        return self._print(f"datasets/{answer.id}/index.html", "dataset.html", {"x": answer, "section": "Datasets"})

    def framework(self, answer: FrameworkAnswer) -> Page:
        """Print the page of a framework."""
        return self._print(f"frameworks/{answer.id}/index.html", "framework.html", {"x": answer, "section": "Definitions"})

    def comparison(self, rows: Sequence[Row]) -> Iterator[Page]:
        """Print the comparison, as many pages as it takes."""
        pages = max(1, math.ceil(len(rows) / ROWS_PER_PAGE))
        for page in range(1, pages + 1):
            path = "index.html" if page == 1 else f"page/{page}/index.html"
            shown = rows[(page - 1) * ROWS_PER_PAGE : page * ROWS_PER_PAGE]
            yield self._print(path, "index.html", {"rows": shown, "page": page, "pages": pages, "section": "Models"})

    def lists(self) -> Iterator[Page]:
        """Print the lists of licenses, datasets and definitions."""
        for folder, section, items, lead in (
            ("licenses", "Licenses", self.site.licenses, "What each text allows, asks and forbids, clause by clause."),
            ("datasets", "Datasets", self.site.datasets, "How each set can be had, on which terms, and what is described of it."),
            ("frameworks", "Definitions", self.site.frameworks, "What each definition of openness asks, and what it says of each model."),
        ):
            yield self._print(f"{folder}/index.html", "list.html", {"section": section, "items": items, "folder": folder, "lead": lead})

    def _print(self, path: str, template: str, context: Mapping[str, object]) -> Page:
        root = "../" * path.count("/")
        return Page(path=path, content=self.template(template).render(context, root=root))


class _Tones(dict[str, str]):
    """Answer an unknown word with nothing, so that a state without a tone is shown as unknown."""

    def __missing__(self, key: str) -> str:
        return ""


def model_context(answer: ModelAnswer) -> Mapping[str, object]:
    """Return what the page of a model is printed from."""
    missing = [name.value for name in Component if name.value not in answer.components]
    return {"m": answer, "questions": PERMISSION_QUESTIONS, "missing": missing, "section": "Models"}


def row_of_comparison(answer: ModelAnswer) -> Row | None:
    """Return a model's line of the comparison; None where the registry lacks the frameworks that it shows."""
    needed = ("weights-data-code", "mof-1.0-mot", "osaid-1.0")
    if any(name not in answer.verdicts for name in needed):
        return None
    parts, mof, osaid = (answer.verdicts[name] for name in needed)
    weights = answer.components.get(Component.MODEL_PARAMETERS_FINAL.value)
    return Row(
        id=answer.id,
        name=answer.name,
        developer=answer.developer,
        released=answer.released,
        parts=tuple(parts.parts.values()),
        license=weights.license if weights else None,
        commercial=answer.permissions["commercial-use"].answer,
        mof=mof,
        osaid=osaid,
        band=", ".join(sorted({variant.band for variant in answer.variants.values() if variant.band})),
    )


def number(variant: VariantAnswer, field: str) -> str:
    """Show a number of a variant, or why there is none."""
    value = getattr(variant, field)
    if value is not None:
        return f"{'about ' if field in variant.rounded else ''}{value:,}" if isinstance(value, int) else str(value)
    return "undisclosed" if field in variant.undisclosed else "unknown" if field in variant.unknown else "\N{EN DASH}"


def shorten_url(url: str) -> str:
    """Show an address without its scheme, cut in the middle."""
    shown = url.partition("://")[2].rstrip("/")
    return shown if len(shown) <= _SHOWN else f"{shown[:50]}…{shown[-28:]}"
