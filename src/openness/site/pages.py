"""Pages: answers to HTML, through the templates in `site/templates`; every value is escaped where it lands."""

import math
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template
from msgspec import Struct

from openness.core.answer import ModelAnswer, OfferAnswer, VariantAnswer
from openness.core.outcome import Outcome
from openness.core.record_answer import DatasetAnswer, FrameworkAnswer, LicenseAnswer
from openness.core.verdict import PartVerdict, Verdict
from openness.core.vocabulary import Access, Component, Facet, Form
from openness.core.vocabulary_words import PERMISSION_QUESTIONS
from openness.rules.words import shorten

SOURCE = "https://github.com/openness-registry/openness"
ROWS_PER_PAGE = 500
_SHOWN = 80
TONES = {
    **dict.fromkeys(("met", "yes", "open", "public", "borne-out"), "good"),
    **dict.fromkeys(("conditional", "partial", "gated", "request", "paid", "warning", "in-part"), "part"),
    **dict.fromkeys(("not-met", "no", "closed", "none", "withdrawn", "undisclosed", "api", "error", "not-borne-out"), "bad"),
}
SYMBOLS = {"good": "✓", "part": "◐", "bad": "✕"}
FORMS = {"delta": "as a delta", "index": "links only", "partial": "in part", "described": "described only"}
VOICES = {"publisher": "By the publisher", "host": "By the host", "third-party": "By a third party"}
STANDARDS = {
    "osi-approved": "OSI approved",
    "osi-or-open-definition": "OSI or Open Definition",
    "mof-open": "Open by the MOF",
    "four-freedoms": "Four freedoms",
}
_ACCESS = [access.value for access in Access]
_FORM = [form.value for form in Form]
_SAID = {Outcome.MET: "yes", Outcome.NOT_MET: "no"}
_COMPONENT_OF_PART = {
    "weights": Component.MODEL_PARAMETERS_FINAL.value,
    "datasets": Component.DATASETS.value,
    "training-code": Component.TRAINING_CODE.value,
}


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


class Fact(Struct, frozen=True, kw_only=True):
    """Hold one answer of the strip that heads a page; `state` gives its color, empty for none, `anchor` leads to the reasons."""

    label: str
    state: str
    word: str
    detail: str = ""
    anchor: str = ""


class Press:
    """Print pages with the templates of one folder."""

    def __init__(self, templates: Path, site: Site) -> None:
        self._environment = Environment(
            loader=FileSystemLoader(templates), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
        )
        self._environment.filters |= {"shorten": shorten, "shorten_url": shorten_url}
        self._environment.globals |= {"site": site, **_words()}
        self.site = site

    def template(self, name: str) -> Template:
        """Return a template by its file name."""
        return self._environment.get_template(name)

    def model(self, answer: ModelAnswer) -> Page:
        """Print the page of a model."""
        return self._print(f"models/{answer.id}/index.html", "model.html", model_context(answer))

    def license(self, answer: LicenseAnswer) -> Page:
        """Print the page of a license."""
        return self._print(
            f"licenses/{answer.id}/index.html", "license.html", {"x": answer, "facts": facts_of_license(answer), "section": "Licenses"}
        )

    def dataset(self, answer: DatasetAnswer) -> Page:
        """Print the page of a dataset."""
        return self._print(
            f"datasets/{answer.id}/index.html", "dataset.html", {"x": answer, "facts": facts_of_dataset(answer), "section": "Datasets"}
        )

    def framework(self, answer: FrameworkAnswer) -> Page:
        """Print the page of a framework."""
        results: dict[str, list[str]] = defaultdict(list)
        for model, word in answer.results.items():
            results[word].append(model)
        context = {"x": answer, "results": dict(sorted(results.items())), "section": "Definitions"}
        return self._print(f"frameworks/{answer.id}/index.html", "framework.html", context)

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


def _words() -> Mapping[str, object]:
    """Return what every template may call for."""
    shown = {"tone": _Tones(TONES), "symbol": _Tones(SYMBOLS), "forms": FORMS, "voices": VOICES}
    return shown | {"number": number, "offer_facts": offer_facts}


def model_context(answer: ModelAnswer) -> Mapping[str, object]:
    """Return what the page of a model is printed from."""
    missing = [name.value for name in Component if name.value not in answer.components]
    facts = facts_of_model(answer)
    return {"m": answer, "facts": facts, "questions": PERMISSION_QUESTIONS, "missing": missing, "section": "Models"}


def facts_of_model(answer: ModelAnswer) -> list[Fact]:
    """Say in short how open a model is, by the frameworks that the registry has."""
    facts = []
    if "weights-data-code" in answer.verdicts:
        parts = answer.verdicts["weights-data-code"].parts
        facts += [
            Fact(label=part.name, state=part.state, word=part.word, detail=_offered(answer, key), anchor="v-weights-data-code")
            for key, part in parts.items()
        ]
    commercial = answer.permissions["commercial-use"]
    facts += [Fact(label="Commercial use", state=commercial.answer, word=commercial.answer, detail=_by(answer), anchor="answers")]
    for name, label in (("osaid-1.0", "OSAID"), ("mof-1.0-mot", "MOF")):
        if name in answer.verdicts:
            verdict = answer.verdicts[name]
            facts += [Fact(label=label, state=verdict.outcome, word=verdict.word, detail=_count(verdict), anchor=f"v-{name}")]
    return facts


def _offered(answer: ModelAnswer, part: str) -> str:
    """Say how the component behind a part can be had."""
    found = answer.components.get(_COMPONENT_OF_PART.get(part, ""))
    if found is None:
        return "nobody looked"
    license_ = "" if found.license in ("NONE", "NOASSERTION") else (found.license or "").replace("LicenseRef-", "")
    return ", ".join(word for word in (found.access, FORMS.get(found.form), license_) if word)


def _by(answer: ModelAnswer) -> str:
    """Name the licenses that decide on commercial use, or say why there is none."""
    reply = answer.permissions["commercial-use"]
    grounds = [ground for ground in reply.because if ground.answer == reply.answer]
    named = [ground.note if ground.license in ("NONE", "NOASSERTION") and ground.note else ground.license for ground in grounds]
    limited = f"; limits: {', '.join(name.replace('-', ' ') for name in answer.limits)}" if answer.limits else ""
    return ", ".join(dict.fromkeys(named)).replace("LicenseRef-", "") + limited


def _count(verdict: Verdict) -> str:
    """Say how much of a framework is met."""
    found = Counter(requirement.outcome for requirement in verdict.requirements)
    unknown = f", {found[Outcome.UNKNOWN]} not known" if found[Outcome.UNKNOWN] else ""
    return f"{found[Outcome.MET]} of {len(verdict.requirements)} met{unknown}"


def facts_of_license(answer: LicenseAnswer) -> list[Fact]:
    """Say in short what a license allows and whose standard it meets."""
    asked = {"commercial-use": "Commercial use", "modification": "Change", "distribution": "Pass on"}
    terms = {label: answer.permissions[name] for name, label in asked.items() if name in answer.permissions}
    facts = [
        Fact(label=label, state=term.answer, word=term.answer, detail=f"clause {term.clause}" if term.clause else "", anchor="permissions")
        for label, term in terms.items()
    ]
    said = {STANDARDS.get(name, name): _SAID.get(Outcome(outcome), "unknown") for name, outcome in answer.open.items()}
    return facts + [Fact(label=label, state=word, word=word) for label, word in said.items()]


def facts_of_dataset(answer: DatasetAnswer) -> list[Fact]:
    """Say in short how a dataset can be had now, on which terms, and how well it is described."""
    offers = [offer for offer in answer.offers if offer.current] or list(answer.offers)
    best = min(offers, key=lambda offer: (_ACCESS.index(offer.access), _FORM.index(offer.form)))
    whole = best.form == "full" or TONES.get(best.access) != "good"
    terms = {"NONE": "none given", "NOASSERTION": "not known", None: "not looked for"}
    states = {"NONE": "no", "NOASSERTION": "unknown", None: "unknown"}
    described, facets = len(answer.described), len(Facet)
    return [
        Fact(
            label="To be had", state=best.access if whole else "partial", word=best.access, detail=FORMS.get(best.form, ""), anchor="offers"
        ),
        Fact(label="License", state=states.get(best.license, ""), word=terms.get(best.license) or str(best.license)),
        Fact(
            label="Description",
            state="yes" if described == facets else "partial" if described else "unknown",
            word=f"{described} of {facets} facets",
            detail=", ".join(answer.described),
        ),
    ]


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
    """Show a number of a variant, or why there is none; all digits where its source gives them."""
    value = getattr(variant, field)
    if value is None:
        return "undisclosed" if field in variant.undisclosed else "unknown" if field in variant.unknown else "\N{EN DASH}"
    if field in variant.rounded:
        return f"about {shorten(value)}"
    return shorten(value) if float(f"{value:.3g}") == value else f"{value:,}"


def offer_facts(offer: OfferAnswer) -> str:
    """Say in one line when, where and for what an offer holds."""
    parts = [f"of {offer.of}" if offer.of else "", offer.channel or ""]
    parts += [f"from {offer.since}" if offer.since else "", f"until {offer.until}" if offer.until else ""]
    parts += [f"for {', '.join(offer.variants)}" if offer.variants else "", f"{offer.count} of them" if offer.count else ""]
    parts += [offer.where or ""]
    if offer.gate:
        parts += [f"gate: {offer.gate.mode}", f"asks for {', '.join(offer.gate.asks)}" if offer.gate.asks else ""]
    return ", ".join(part for part in parts if part)


def shorten_url(url: str) -> str:
    """Show an address without its scheme, cut in the middle."""
    shown = url.partition("://")[2].rstrip("/")
    return shown if len(shown) <= _SHOWN else f"{shown[:50]}…{shown[-28:]}"
