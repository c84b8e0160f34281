"""A headless Chromium for the tests of the page; without one they skip, in CI they fail."""

import os
import shutil

import pytest

from riwaya.tell.dossier import dossier

from .opening import DESKTOP, Page, canal

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
DRIVER = shutil.which("chromedriver")


def pytest_collection_modifyitems(items):
    for item in items:
        if "browser" in item.path.parts:
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="session")
def browser():
    if not (CHROMIUM and DRIVER):
        missing = (
            "no Chromium with chromedriver here (apt-get install chromium chromium-driver): the page is NOT tested"
        )
        if os.environ.get("CI"):
            pytest.fail(missing)
        pytest.skip(missing)
    from selenium import webdriver
    from selenium.webdriver.chrome.service import Service

    options = webdriver.ChromeOptions()
    options.binary_location = CHROMIUM
    for argument in ("--headless=new", "--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu"):
        options.add_argument(argument)
    options.set_capability("goog:loggingPrefs", {"browser": "ALL", "performance": "ALL"})
    driver = webdriver.Chrome(options=options, service=Service(DRIVER))
    yield driver
    driver.quit()


@pytest.fixture(scope="session")
def files(tmp_path_factory):
    folder = tmp_path_factory.mktemp("pages")
    for name in ("canal", "bridge", "hostile", "two", "silos", "crowd"):
        (folder / f"{name}.html").write_text(dossier(canal(name)), encoding="utf-8")
    return folder


@pytest.fixture
def page(browser, files):
    def opened(name="canal", size=DESKTOP, **media):
        return Page(browser, files / f"{name}.html", size, media)

    yield opened
    browser.execute_script("try { localStorage.clear() } catch {}")
