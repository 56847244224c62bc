"""Requirements in every engine: pages start, ticks persist, and nothing is requested from another host."""

from __future__ import annotations

import pytest
from engine import FIND, Engine
from saved import FIVE_STEPS, tick, ticks

PAGES = [FIVE_STEPS, "my-recovery/your-data/", "worksheets/debrief/", "worksheets/follow-up-note/"]
REQUESTS = "return performance.getEntriesByType('resource').map((entry) => entry.name)"

# Requests an image from another host, and records on the page what the policy refused.
REQUEST = """
document.addEventListener("securitypolicyviolation", (event) => {
    document.documentElement.dataset.refused = event.effectiveDirective;
});
const image = new Image();
image.src = arguments[0];
document.body.append(image);
"""
REFUSED = "return document.documentElement.dataset.refused"


def elsewhere(engine: Engine) -> list[str]:
    host = engine.home.partition("/career/")[0]
    ours = (f"{host}/", "data:", "blob:")
    return [address for address in engine.run(REQUESTS) if not address.startswith(ours)]


def test_ticks_survive_a_reload(engine: Engine) -> None:
    engine.open(FIVE_STEPS)
    tick(engine, 1)
    engine.reload()
    assert ticks(engine) == [1]


@pytest.mark.parametrize("path", PAGES)
def test_a_page_starts_and_requests_nothing_from_another_host(engine: Engine, path: str) -> None:
    engine.open(path)
    assert engine.find("[data-module] button, [data-module] input")
    assert not engine.run(FIND, "[data-script-failed]", None)
    assert engine.run(REQUESTS)
    assert not elsewhere(engine)


def test_a_request_to_another_host_is_refused(engine: Engine) -> None:
    engine.open(FIVE_STEPS)
    other = engine.home.replace("127.0.0.1", "localhost")
    engine.run(REQUEST, other)
    engine.eventually(lambda: engine.run(REFUSED) == "img-src")
