"""The run report as a browser shows it (`make test-page`; Debian's `chromium`)."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from tasks.report.html_page import render_page
from tests.report.browser import PROGRAM, Tab, browser
from tests.report.test_report import HOSTILE, a_report

pytestmark = [
    pytest.mark.chromium,
    pytest.mark.slow,
    pytest.mark.skipif("CASUS_TEST_CHROMIUM" not in os.environ, reason="make test-page runs it"),
    pytest.mark.skipif(PROGRAM is None, reason="no browser here: apt-get install chromium"),
]
WIDTHS = (1280, 900, 700, 390)
SCHEMES = ("light", "dark")
LEAST_CONTRAST = 4.5  # WCAG 2.2, success criterion 1.4.3

# Texts whose colour is too near to what they stand on, as "text: contrast".
FAINT = """
(() => {
  const rgba = words => words.match(/[\\d.]+/g).map(Number);
  const part = value => (value /= 255) <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  const light = ([r, g, b]) => 0.2126 * part(r) + 0.7152 * part(g) + 0.0722 * part(b);
  const ground = element => {
    for (; element; element = element.parentElement) {
      const colour = rgba(getComputedStyle(element).backgroundColor);
      if (colour.length < 4 || colour[3] > 0) return colour;
    }
    return [255, 255, 255];
  };
  const found = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const element = walker.currentNode.parentElement, text = walker.currentNode.data.trim();
    if (!text) continue;
    const both = [light(rgba(getComputedStyle(element).color)), light(ground(element))];
    const contrast = (Math.max(...both) + 0.05) / (Math.min(...both) + 0.05);
    if (contrast < LEAST) found.push(text + ": " + contrast.toFixed(2));
  }
  return found;
})()
""".replace("LEAST", str(LEAST_CONTRAST))

# Elements that stick out of the window, or whose words are squeezed into a column of a few letters.
MISPLACED = """
[...document.querySelectorAll("main *")].filter(element => {
  const box = element.getBoundingClientRect();
  const style = getComputedStyle(element);
  const squeezed = element.matches("td, th, li, p, .card span") && element.textContent.trim().length > 12
    && box.width > 0 && box.width < 60;
  return box.right > innerWidth + 1 || box.left < -1 || squeezed;
}).map(element => element.tagName + " " + element.textContent.trim().slice(0, 40))
"""


@pytest.fixture(scope="module")
def tab(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Tab]:
    """A tab for this file's tests."""
    with browser(tmp_path_factory.mktemp("browser")) as opened:
        yield opened


@pytest.fixture(params=["published", "refused", "unchanged", "failed"])
def page(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """The report of a run that met hostile text, in a file."""
    path = tmp_path / "report.html"
    path.write_text(render_page(a_report(HOSTILE * 4, request.param)), "utf-8")
    return path


@pytest.mark.parametrize("scheme", SCHEMES)
def test_everything_can_be_read_at_every_width(tab: Tab, page: Path, scheme: str, tmp_path: Path) -> None:
    """Nothing sticks out of the window, no column is squeezed, and every text has contrast."""
    for width in WIDTHS:
        tab.look(width, scheme)
        tab.open(page)
        assert tab.ask("document.documentElement.scrollWidth") <= width
        assert tab.ask(MISPLACED) == [], width
        assert tab.ask(FAINT) == [], width


def test_schemes_differ_and_pictures_show_something(tab: Tab, page: Path) -> None:
    """The page is no blank sheet, and those who like it dark get it dark."""
    pictures = []
    for scheme in SCHEMES:
        tab.look(1280, scheme)
        tab.open(page)
        pictures.append(tab.screenshot())
        assert tab.ask("document.body.innerText.length") > 500
    assert pictures[0] != pictures[1]
    assert all(len(picture) > 40_000 for picture in pictures)  # a blank one has a few thousand bytes
    grounds = [tab.ask("getComputedStyle(document.body).backgroundColor")]
    tab.look(1280, "light")
    assert tab.ask("getComputedStyle(document.body).backgroundColor") not in grounds


def test_page_loads_nothing_and_hostile_text_does_nothing(tab: Tab, page: Path) -> None:
    """The browser asks for the file alone, runs no script, and has nothing to complain of."""
    tab.open(page)
    asked = [event["params"] for event in tab.events if event["method"] == "Network.requestWillBeSent"]
    assert [parameters["request"]["url"] for parameters in asked] == [page.as_uri()]
    complaints = {"Log.entryAdded", "Runtime.exceptionThrown", "Page.javascriptDialogOpening"}
    assert not [event for event in tab.events if event["method"] in complaints]
    assert tab.ask("document.scripts.length + document.images.length") == 0
    assert tab.ask("document.body.innerText.includes('<script>alert(1)</script>')")
