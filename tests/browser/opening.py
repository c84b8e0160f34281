"""A page in the browser, in the words of the tests."""

import importlib.util
import json
import time
from pathlib import Path

from selenium.webdriver.common.by import By
from selenium.webdriver.support.select import Select

_PATH = Path(__file__).parents[1] / "tell" / "canal.py"
_SPEC = importlib.util.spec_from_file_location("canal_views", _PATH)
_MODULE = importlib.util.module_from_spec(_SPEC)
_SPEC.loader.exec_module(_MODULE)
canal = _MODULE.story
DESKTOP, PHONE = (1400, 900), (390, 844)


class Page:
    """One page opened fresh: what it shows, what it logged and what it asked the network for."""

    def __init__(self, browser, path, size, media):
        self.browser, self.url = browser, path.as_uri()
        browser.get("about:blank")
        self._logs("browser")
        self._logs("performance")
        metrics = {"width": size[0], "height": size[1], "deviceScaleFactor": 1, "mobile": size[0] < 500}
        browser.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", metrics)
        self.media("screen", **media)
        browser.get(self.url)

    def media(self, kind, **features):
        chosen = [{"name": name, "value": value} for name, value in features.items()]
        self.browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": kind, "features": chosen})

    def _logs(self, kind):
        return self.browser.get_log(kind)

    def errors(self):
        return [entry["message"] for entry in self._logs("browser")]

    def requests(self):
        """Every address that the page asked for, data: aside."""
        events = (json.loads(entry["message"])["message"] for entry in self._logs("performance"))
        asked = [
            event["params"]["request"]["url"] for event in events if event["method"] == "Network.requestWillBeSent"
        ]
        return [url for url in asked if not url.startswith("data:")]

    def js(self, script, *arguments):
        return self.browser.execute_script(script, *arguments)

    def all(self, selector):
        return self.browser.find_elements(By.CSS_SELECTOR, selector)

    def text(self, selector):
        return self.browser.find_element(By.CSS_SELECTOR, selector).text

    def visible(self, selector):
        return any(element.is_displayed() for element in self.all(selector))

    def count(self, selector):
        return sum(element.is_displayed() for element in self.all(selector))

    def click(self, selector):
        element = next(element for element in self.all(selector) if element.is_displayed())
        self.js("arguments[0].scrollIntoView({block: 'center'})", element)
        element.click()

    def choose(self, selector, value):
        Select(self.browser.find_element(By.CSS_SELECTOR, selector)).select_by_value(value)

    def seek(self, words):
        box = self.browser.find_element(By.ID, "search")
        self.js("arguments[0].value = arguments[1]; arguments[0].dispatchEvent(new Event('input'))", box, words)
        time.sleep(0.3)

    def wait(self, met, seconds=3):
        until = time.monotonic() + seconds
        while not met():
            assert time.monotonic() < until
            time.sleep(0.05)
