"""Pages: what a stranger writes stays text, every link leads somewhere, and equal registries give equal bytes."""

import os
import re
import subprocess
import sys
from collections import Counter
from collections.abc import Mapping
from datetime import date
from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

import msgspec
import pytest
from click.testing import CliRunner
from generate import write_registry

from openness.cli.show import command as show
from openness.core.answer import ModelAnswer, VariantAnswer
from openness.core.error import UnreadableError
from openness.core.record_answer import DatasetAnswer, FrameworkAnswer, LicenseAnswer
from openness.jobs.build import build_site
from openness.jobs.lookup import read_answer
from openness.jobs.open import open_registry
from openness.site.pages import ROWS_PER_PAGE, TONES, number, shorten_url

TODAY = date(2026, 11, 20)
SITES = ("real_site", "hostile_site")
BASE = "https://site.example/"
VOID = {"meta", "link", "br", "img", "input", "hr", "base", "wbr"}
TAGS = {
    "a", "abbr", "body", "br", "caption", "code", "dd", "details", "div", "dl", "dt", "footer", "h1", "h2", "h3", "head", "header", "html", "li",
    "link", "main", "meta", "nav", "p", "q", "section", "small", "span", "strong", "summary", "table", "tbody", "td", "th", "thead", "title", "tr",
    "ul",
}  # fmt: skip
ATTRIBUTES = {
    "aria-current", "aria-hidden", "aria-label", "aria-labelledby", "charset", "class", "content", "data-label", "href", "http-equiv", "id", "lang",
    "name", "rel", "role", "scope", "tabindex", "title", "type",
}  # fmt: skip
FETCHING = {"src", "srcset", "href", "data", "poster", "action", "formaction", "background", "cite", "ping"}


class Parsed(HTMLParser):
    """Keep what a page consists of."""

    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=True)
        self.elements: list[tuple[str, dict[str, str]]] = []
        self.words: list[str] = []
        self.open: list[str] = []
        self.unbalanced: list[str] = []
        self.odd: list[str] = []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert len(attrs) == len(dict(attrs)), f"an attribute stands twice in <{tag}>"
        self.elements.append((tag, {name: value or "" for name, value in attrs}))
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if not self.open or self.open.pop() != tag:
            self.unbalanced.append(tag)

    def handle_data(self, data: str) -> None:
        self.words.append(data)

    def handle_comment(self, data: str) -> None:
        self.odd.append(data)

    def handle_pi(self, data: str) -> None:
        self.odd.append(data)

    def unknown_decl(self, data: str) -> None:
        self.odd.append(data)

    @property
    def text(self) -> str:
        return "".join(self.words)

    @property
    def ids(self) -> list[str]:
        return [attributes["id"] for _, attributes in self.elements if "id" in attributes]

    @property
    def links(self) -> list[str]:
        return [attributes["href"] for tag, attributes in self.elements if tag == "a"]


@cache
def parsed(page: Path) -> Parsed:
    return Parsed(page.read_text(encoding="utf-8"))


@pytest.fixture(params=SITES)
def site(request: pytest.FixtureRequest):
    """Return both sites, one after the other."""
    return request.getfixturevalue(request.param)


def test_a_page_consists_of_known_elements_and_attributes_only(site):
    for page in site.pages:
        for tag, attributes in parsed(page).elements:
            assert tag in TAGS, f"{page}: <{tag}>"
            assert attributes.keys() <= ATTRIBUTES, f"{page}: <{tag} {attributes}>"


def test_a_page_is_well_formed(site):
    for page in site.pages:
        found = parsed(page)
        assert (found.unbalanced, found.open, found.odd) == ([], [], []), page
        assert [name for name, times in Counter(found.ids).items() if times > 1] == [], page


def test_every_attribute_stands_in_quotation_marks(site):
    for page in site.pages:
        for tag in re.findall(r"<[^>]+>", page.read_text(encoding="utf-8")):
            assert "=" not in re.sub(r'="[^"]*"', "", tag), f"{page}: {tag}"


def test_no_link_does_anything_but_lead_to_a_page(site):
    for page in site.pages:
        for link in parsed(page).links:
            assert urlsplit(link).scheme in ("", "http", "https"), f"{page}: {link!r}"


def test_what_comes_from_a_record_is_linked_without_a_word_for_it(site):
    own = ("https://github.com/openness-registry/", "https://creativecommons.org/")
    for page in site.pages:
        for tag, attributes in parsed(page).elements:
            if tag == "a" and urlsplit(attributes["href"]).netloc and not attributes["href"].startswith(own):
                assert attributes["rel"] == "nofollow noopener", f"{page}: {attributes}"


def test_every_internal_link_and_anchor_leads_somewhere(site):
    for page in site.pages:
        here = BASE + page.relative_to(site.folder).as_posix()
        for link in parsed(page).links:
            target = urlsplit(urljoin(here, link))
            if target.netloc != urlsplit(BASE).netloc:
                continue
            file = site.folder / unquote(target.path).lstrip("/")
            assert file.is_file(), f"{page}: {link!r} leads to no file"
            if target.fragment:
                assert unquote(target.fragment) in parsed(file).ids, f"{page}: {link!r} leads to no place"


def test_links_are_relative_so_that_the_site_can_lie_in_any_folder(site):
    for page in site.pages:
        assert [link for link in parsed(page).links if link.startswith("/")] == [], page


def test_no_page_asks_another_host_for_anything(site):
    for page in site.pages:
        for tag, attributes in parsed(page).elements:
            for name in FETCHING & attributes.keys() if tag != "a" else ():
                assert not urlsplit(attributes[name]).netloc, f"{page}: <{tag} {name}={attributes[name]!r}>"
                assert (page.parent / attributes[name]).is_file(), f"{page}: <{tag} {name}={attributes[name]!r}>"
    for sheet in (site.folder / "assets").rglob("*.css"):
        assert re.findall(r"url\(|@import", sheet.read_text(encoding="utf-8")) == []


def test_every_page_forbids_scripts_and_all_that_is_not_its_own(site):
    for page in site.pages:
        [policy] = [a["content"] for tag, a in parsed(page).elements if tag == "meta" and a.get("http-equiv") == "Content-Security-Policy"]
        assert policy == "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'"


def free_texts(value: object) -> list[str]:
    """Return the texts of a record that its pages show word for word."""
    if isinstance(value, Mapping):
        return [text for key, inner in value.items() if key not in ("url", "evidence", "stated_in") for text in free_texts(inner)]
    return [text for inner in value for text in free_texts(inner)] if isinstance(value, list) else [str(value)]


@pytest.mark.parametrize("model", ["evil/model", "evil/same", "evil/long", "datasets/evil"])
def test_what_a_stranger_wrote_can_be_read_as_it_was_written(hostile_site, model):
    record = msgspec.json.decode((hostile_site.registry / f"models/{model}.yaml").read_bytes())
    page = parsed(hostile_site.folder / f"models/{model}/index.html")
    text = " ".join(page.text.split())
    shown = {key: record[key] for key in ("name", "developer", "description", "aliases", "claims", "note")}
    for written in free_texts(shown):
        assert " ".join(written.split()) in text
    assert f"How open is {record['name']}?" in text
    assert "49" not in "".join(re.findall(r"\{\{.*?\}\}", text))


def test_a_hostile_license_dataset_and_definition_can_be_read_too(hostile_site):
    for path in ("licenses/LicenseRef-evil.script+1", "datasets/evil/set", "frameworks/evil"):
        record = msgspec.json.decode((hostile_site.registry / f"{path}.yaml").read_bytes())
        text = parsed(hostile_site.folder / path / "index.html").text
        assert record["name"] in text
        assert record["note"] in text


def test_records_that_hold_errors_are_left_out_and_nobody_links_to_them(hostile_site):
    assert hostile_site.built.left_out == 2
    assert not list(hostile_site.folder.rglob("bad-*"))
    assert all("bad-url" not in page.read_text(encoding="utf-8") for page in hostile_site.pages)


def test_a_model_and_a_dataset_of_one_id_are_not_confused(hostile_site):
    page = hostile_site.folder / "models/evil/same/index.html"
    assert "../../../datasets/evil/same/index.html#e-own" in parsed(page).links
    users = parsed(hostile_site.folder / "licenses/LicenseRef-evil.script+1/index.html").links
    for kind in ("models/evil/same", "datasets/evil/same", "models/datasets/evil"):
        assert f"../../{kind}/index.html" in users


def test_a_license_expression_links_each_of_its_licenses(hostile_site):
    links = parsed(hostile_site.folder / "models/evil/model/index.html").links
    assert "../../../licenses/LicenseRef-evil.script+1/index.html" in links
    assert not any("MIT" in link or "nowhere" in link for link in links)


def test_the_json_of_a_model_says_what_show_says(site, tmp_path):
    compiled = open_registry(site.registry, tmp_path, TODAY, lambda _: None)
    files = sorted((site.folder / "models").glob("*/*.json"))
    assert len(files) == len(list((site.folder / "models").glob("*/*/index.html")))
    for file in files:
        name = file.relative_to(site.folder / "models").as_posix().removesuffix(".json")
        found = msgspec.json.decode(file.read_bytes(), type=ModelAnswer)
        assert found.id == name
        assert found == read_answer(compiled, name)


def test_the_command_gives_the_same_id_and_verdicts_as_the_page(real_site):
    shown = CliRunner().invoke(show, ["openai/gpt-4", "--format", "json", "--registry", str(real_site.registry)])
    told = msgspec.json.decode(shown.stdout)
    found = msgspec.json.decode((real_site.folder / "models/openai/gpt-4.json").read_bytes())
    assert (found["id"], found["verdicts"]) == (told["id"], told["verdicts"])


@pytest.mark.parametrize(("folder", "kind"), [("datasets", DatasetAnswer), ("licenses", LicenseAnswer), ("frameworks", FrameworkAnswer)])
def test_the_json_of_every_other_record_is_valid(site, folder, kind):
    files = sorted((site.folder / folder).rglob("*.json"))
    assert files
    for file in files:
        found = msgspec.json.decode(file.read_bytes(), type=kind, strict=True)
        assert found.id == file.relative_to(site.folder / folder).as_posix().removesuffix(".json")


def contents(folder: Path) -> dict[str, bytes]:
    return {file.relative_to(folder).as_posix(): file.read_bytes() for file in sorted(folder.rglob("*")) if file.is_file()}


def test_two_builds_are_byte_identical(site, tmp_path):
    build = "import sys; from datetime import date; from pathlib import Path; from openness.jobs.build import build_site\n"
    build += "build_site(Path(sys.argv[1]), Path(sys.argv[2]), date(2026, 11, 20))"
    environment = {**os.environ, "PYTHONHASHSEED": "7", "LC_ALL": "C", "TZ": "Pacific/Kiritimati"}
    subprocess.run([sys.executable, "-c", build, str(site.registry), str(tmp_path / "again")], check=True, env=environment)
    assert contents(tmp_path / "again") == contents(site.folder)


def test_a_folder_that_holds_something_else_is_refused_and_left_alone(real_site, tmp_path):
    (tmp_path / "thesis.txt").write_text("mine")
    with pytest.raises(UnreadableError, match="no build made it"):
        build_site(real_site.registry, tmp_path, TODAY)
    assert contents(tmp_path) == {"thesis.txt": b"mine"}


def test_a_build_takes_away_what_an_earlier_build_left(hostile_site, tmp_path):
    build_site(hostile_site.registry, tmp_path / "site", TODAY)
    (tmp_path / "site/models/evil/stale.json").write_text("{}")
    build_site(hostile_site.registry, tmp_path / "site", TODAY)
    assert contents(tmp_path / "site") == contents(hostile_site.folder)


def test_a_registry_without_records_has_pages_too(tmp_path, write_registry):
    build_site(write_registry({}), tmp_path / "site", TODAY)
    assert "0 models" in parsed(tmp_path / "site/index.html").text
    assert "There is no model in this registry." in parsed(tmp_path / "site/frameworks/osaid-1.0/index.html").text


def strip(page: Path) -> dict[str, str]:
    """Return the strip of a page: the state's class by label."""
    found = re.findall(r'<div class="(\w+)"><dt>(?:<a href="#[^"]+">)?(.+?)(?:</a>)?</dt>', page.read_text(encoding="utf-8"))
    return {label: tone for tone, label in found}


def test_a_model_page_begins_with_the_answer(real_site):
    page = real_site.folder / "models/openai/gpt-4/index.html"
    assert strip(page) == dict.fromkeys(("Weights", "Datasets", "Training code", "Commercial use", "OSAID", "MOF"), "bad")
    text = page.read_text(encoding="utf-8")
    assert text.index("<h1>") < text.index('class="strip"') < text.index("<h2")


def test_a_strip_holds_what_the_registry_can_answer(tmp_path, hostile_site):
    registry = tmp_path / "registry"
    for file in ("models/evil/model.yaml", "frameworks/evil.yaml"):
        (registry / file).parent.mkdir(parents=True)
        (registry / file).write_bytes((hostile_site.registry / file).read_bytes())
    build_site(registry, tmp_path / "site", TODAY)
    assert list(strip(tmp_path / "site/models/evil/model/index.html")) == ["Commercial use"]


@pytest.mark.parametrize("page", ["licenses/MIT", "datasets/eleutherai/the-pile"])
def test_a_license_and_a_dataset_begin_with_the_answer_too(real_site, page):
    assert set(strip(real_site.folder / page / "index.html").values()) <= {"good", "part", "bad", "unknown"}


def test_the_license_of_a_dataset_is_named_without_judging_it(hostile_site):
    text = (hostile_site.folder / "datasets/evil/set/index.html").read_text(encoding="utf-8")
    assert "<dt>License</dt><dd><strong>LicenseRef-evil.script+1</strong></dd>" in text


def test_every_state_has_a_symbol_and_a_word(site):
    symbols = {"good": "✓", "part": "◐", "bad": "✕", "unknown": "?"}
    for page in site.pages:
        text = page.read_text(encoding="utf-8")
        for tone, symbol, word in re.findall(r'<span class="state (\w+)"><span aria-hidden="true">(.)</span>&nbsp;([^<]*)', text):
            assert symbols[tone] == symbol
            assert word.strip()


def test_no_word_has_two_tones():
    assert set(TONES.values()) == {"good", "part", "bad"}
    assert "unknown" not in TONES
    assert "not-applicable" not in TONES


def test_a_number_is_shown_with_the_digits_that_its_source_gives():
    variant = VariantAnswer(
        parameters=6_857_302_016, training_tokens=2_000_000_000_000, rounded=("training_tokens",), active_parameters=7_000_000_000,
        undisclosed=("hardware",), unknown=("epochs",),
    )  # fmt: skip
    shown = [number(variant, name) for name in ("parameters", "training_tokens", "active_parameters", "hardware", "epochs", "gpu_hours")]
    assert shown == ["6,857,302,016", "about 2T", "7B", "undisclosed", "unknown", "\N{EN DASH}"]


def test_a_long_address_is_cut_in_the_middle():
    assert shorten_url("https://example.org/a/") == "example.org/a"
    assert shorten_url(f"https://example.org/{'a' * 200}/the-end") == f"example.org/{'a' * 38}…{'a' * 20}/the-end"


@pytest.mark.slow
def test_a_large_registry_is_paged(tmp_path):
    write_registry(tmp_path / "registry", 1100, 20)
    build_site(tmp_path / "registry", tmp_path / "site", TODAY)
    pages = [tmp_path / "site" / name for name in ("index.html", "page/2/index.html", "page/3/index.html")]
    assert not (tmp_path / "site/page/4").exists()
    models = [[link for link in parsed(page).links if "models/" in link] for page in pages]
    assert [len(links) for links in models] == [ROWS_PER_PAGE, ROWS_PER_PAGE, 100]
    assert len({link.rpartition("models/")[2] for links in models for link in links}) == 1100
    for page, links in zip(pages, models, strict=True):
        found = [link for link in parsed(page).links if re.search(r"page/\d+/|index\.html$", link)]
        assert all((page.parent / link).is_file() for link in found + links)
    assert "500 of 1100 models, page 2 of 3" in parsed(pages[1]).text
