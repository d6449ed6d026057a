"""Pages in a browser: axe finds nothing, nothing is fetched from elsewhere, and a phone, a keyboard and a printer are enough to read them."""

import json
import re
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Self

import pytest

PROJECT = Path(__file__).resolve().parent.parent.parent
CHROMIUM = Path("/usr/bin/chromium")
PACKAGES = PROJECT / "build/browser/node_modules"
AXE = PACKAGES / "axe-core/axe.min.js"
VNU = PACKAGES / "vnu-jar/build/dist/vnu.jar"

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(not CHROMIUM.is_file(), reason=f"no Chromium at {CHROMIUM}: run tests/site/prepare.sh"),
    pytest.mark.skipif(not AXE.is_file(), reason="no axe-core in build/browser: run tests/site/prepare.sh"),
]

ARGUMENTS = [
    "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run",
    "--disable-quic",
]  # fmt: skip
VIOLATIONS = """axe.run(document, { resultTypes: ['violations'] }).then(
  found => found.violations.map(rule => [rule.id, ...rule.nodes.slice(0, 3).map(node => node.html.slice(0, 200))]))"""
PHONE, DESK = {"width": 360, "height": 740}, {"width": 1280, "height": 800}
PAPER = {"width": 720, "height": 1040}  # A4 less its margins
REAL = {
    "index": "index.html",
    "open model": "models/eleutherai/pythia/index.html",
    "restricted model": "models/meta/llama-2/index.html",
    "closed model": "models/openai/gpt-4/index.html",
    "license": "licenses/LicenseRef-llama-2/index.html",
    "dataset": "datasets/eleutherai/the-pile/index.html",
    "definition": "frameworks/osaid-1.0/index.html",
    "list of licenses": "licenses/index.html",
}
HOSTILE = {
    "hostile index": "index.html",
    "hostile model": "models/evil/model/index.html",
    "model with a long name": "models/evil/long/index.html",
    "hostile license": "licenses/LicenseRef-evil.script+1/index.html",
    "hostile dataset": "datasets/evil/set/index.html",
    "hostile definition": "frameworks/evil/index.html",
}
PAGES = {**REAL, **HOSTILE}


@contextmanager
def serving(folder: Path) -> Iterator[str]:
    """Serve a folder on loopback from a process of its own, since sockets are shut in this one."""
    command = [sys.executable, "-u", "-m", "http.server", "0", "--bind", "127.0.0.1", "--directory", str(folder)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as server:
        try:
            port = re.search(r"port (\d+)", server.stdout.readline())[1]
            yield f"http://127.0.0.1:{port}/"
        finally:
            server.terminate()


@pytest.fixture(scope="module")
def address(real_site, hostile_site):
    """Return the address of each page by its name."""
    with serving(real_site.folder) as real, serving(hostile_site.folder) as hostile:
        yield {name: (real if name in REAL else hostile) + path for name, path in PAGES.items()}


@pytest.fixture(scope="module")
def browser():
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        yield started
        started.close()


class Visit:
    """Open one page and keep what the browser says of it."""

    def __init__(self, browser, address: str, **options: object) -> None:
        self._context = browser.new_context(service_workers="block", **options)
        self.page = self._context.new_page()
        self.said: list[str] = []
        self.asked: list[str] = []
        self.page.on("console", lambda message: self.said.append(message.text))
        self.page.on("pageerror", lambda error: self.said.append(str(error)))
        self.page.on("requestfailed", lambda request: self.said.append(f"failed: {request.url}"))
        self.page.on("response", lambda answer: self.said.append(f"{answer.status}: {answer.url}") if answer.status >= 400 else None)
        self.page.on("request", lambda request: self.asked.append(request.url))
        self.page.goto(address)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._context.close()

    def is_too_wide(self) -> bool:
        return self.page.evaluate("document.scrollingElement.scrollWidth > innerWidth")

    def show_details(self, *, shown: bool) -> None:
        self.page.evaluate("shown => document.querySelectorAll('details').forEach(part => { part.open = shown })", shown)


def check(visit: Visit, *, opened: bool) -> None:
    """Find a page too wide, or in the way of somebody who cannot see or point."""
    for shown in (not opened, opened):
        visit.show_details(shown=shown)
        assert not visit.is_too_wide()
    assert visit.page.evaluate(VIOLATIONS) == []


def check_talk(visit: Visit) -> None:
    """Find a page that makes the browser complain, or asks anybody but its own host."""
    assert visit.said == []
    assert visit.asked
    assert [asked for asked in visit.asked if not asked.startswith("http://127.0.0.1:")] == []


@pytest.mark.parametrize("screen", [PHONE, DESK], ids=["phone", "desk"])
@pytest.mark.parametrize("name", REAL)
def test_a_page_can_be_used_by_everybody_and_asks_nobody_else(browser, address, name, screen):
    with Visit(browser, address[name], viewport=screen) as visit:
        visit.page.evaluate(AXE.read_text(encoding="utf-8"))
        for scheme in ("light", "dark"):
            visit.page.emulate_media(color_scheme=scheme)
            # Opened once in each scheme and once on each screen: what is folded takes axe most of its time.
            check(visit, opened=(screen is PHONE) == (scheme == "light"))
        check_talk(visit)


@pytest.mark.parametrize("name", HOSTILE)
def test_a_page_that_strangers_wrote_can_be_used_as_well(browser, address, name):
    with Visit(browser, address[name], viewport=PHONE) as visit:
        visit.page.evaluate(AXE.read_text(encoding="utf-8"))
        check(visit, opened=True)
        check_talk(visit)


@pytest.mark.parametrize("name", ["index", "restricted model", "dataset", "hostile index", "hostile model", "model with a long name"])
def test_a_page_fits_screens_of_every_width(browser, address, name):
    with Visit(browser, address[name]) as visit:
        visit.show_details(shown=True)
        for width in (320, 600, 831, 833, 1000, 1280, 1920):
            visit.page.set_viewport_size({"width": width, "height": 800})
            assert not visit.is_too_wide(), width


def test_colors_follow_the_scheme(browser, address):
    papers = set()
    for scheme in ("light", "dark"):
        with Visit(browser, address["index"], color_scheme=scheme) as visit:
            papers.add(visit.page.evaluate("getComputedStyle(document.body).backgroundColor"))
    assert len(papers) == 2


def test_the_answers_stand_on_the_first_screen_of_a_model(browser, address):
    for screen in (PHONE, DESK):
        with Visit(browser, address["restricted model"], viewport=screen) as visit:
            boxes = [part.bounding_box() for part in visit.page.locator(".strip > div").all()]
            assert len(boxes) == 6
            assert all(box["y"] + box["height"] <= screen["height"] for box in boxes)


def test_the_site_needs_no_javascript(browser, address):
    with Visit(browser, address["index"], java_script_enabled=False, viewport=DESK) as visit:
        rows = visit.page.locator("tbody tr")
        assert rows.count() > 10
        assert rows.first.is_visible()
        assert visit.page.locator("script").count() == 0
        rows.first.get_by_role("link").first.click()
        assert visit.page.locator("h1").inner_text().startswith("How open is ")
        part = visit.page.locator("details").first
        part.locator("summary").click()
        assert part.locator("table").is_visible()


def focused(visit: Visit) -> str:
    return visit.page.evaluate("document.activeElement.textContent.trim()")


@pytest.mark.parametrize("name", ["index", "open model", "license"])
def test_the_first_tab_reaches_the_skip_link_and_the_link_skips(browser, address, name):
    with Visit(browser, address[name], viewport=DESK) as visit:
        visit.page.keyboard.press("Tab")
        assert focused(visit) == "Skip to the content"
        assert visit.page.locator(".skip").bounding_box()["x"] >= 0
        visit.page.keyboard.press("Enter")
        visit.page.keyboard.press("Tab")
        assert visit.page.evaluate("document.querySelector('main').contains(document.activeElement)")


def test_every_stop_of_the_keyboard_can_be_seen(browser, address):
    with Visit(browser, address["restricted model"], viewport=DESK) as visit:
        for _ in range(25):
            visit.page.keyboard.press("Tab")
            assert visit.page.evaluate("getComputedStyle(document.activeElement).outlineStyle") != "none"


def test_a_definition_opens_by_keyboard(browser, address):
    with Visit(browser, address["open model"], viewport=DESK) as visit:
        part = visit.page.locator("details").first
        part.locator("summary").focus()
        visit.page.keyboard.press("Enter")
        assert part.get_attribute("open") is not None
        assert part.locator("table").is_visible()


@pytest.mark.parametrize("name", REAL)
def test_print_keeps_the_content(browser, address, name):
    with Visit(browser, address[name], viewport=DESK) as visit:
        visit.show_details(shown=True)
        everything = set(visit.page.locator("main").inner_text().split())
        visit.show_details(shown=False)
        visit.page.emulate_media(media="print")
        visit.page.set_viewport_size(PAPER)
        assert not visit.is_too_wide()
        printed = set(visit.page.locator("main").inner_text().split())
        for_screens = set(" ".join(visit.page.locator(".toc li, .actions").all_text_contents()).split())
        assert everything - printed - for_screens == set()


def test_vnu_finds_no_error_in_any_page(real_site, hostile_site):
    if not VNU.is_file():
        pytest.skip("no vnu-jar in build/browser: run tests/site/prepare.sh")
    command = ["java", "-jar", str(VNU), "--errors-only", "--format", "json", "--stdout", "--skip-non-html"]
    found = subprocess.run([*command, str(real_site.folder), str(hostile_site.folder)], check=False, capture_output=True, text=True)
    assert json.loads(found.stdout)["messages"] == [], found.stderr
    assert found.returncode == 0
