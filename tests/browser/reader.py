"""What a reader does and sees."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from contextlib import suppress
from itertools import product
from typing import Any
from urllib.parse import urljoin

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import BrowserContext, Error, Frame, Locator, Page, Response, ViewportSize, expect
from pypdfium2 import PdfDocument

from macros.content.words import Ui

FIVE_STEPS = "checklists/five-steps/"
AUDIT = "checklists/rejection-audit/"
WIDE: ViewportSize = {"width": 1280, "height": 720}
# The viewport of an iPhone, between the bars of its browser.
PHONE: ViewportSize = {"width": 390, "height": 664}
# The prefix of all our storage keys, and that of answers.
OURS = "second-impression:/career/second-impression/:"
ANSWERS = f"{OURS}2:"
# Limit the color rules of axe to marked elements: measuring colors takes most of its time.
MEASURE_MARKED = """axe.configure({ rules: [
    { id: "color-contrast", selector: "[data-measured]" },
    { id: "link-in-text-block", selector: "a[href][data-measured]" },
] })"""
# Runs axe. Contrast depends on the text and on what lies behind it, so it is measured on three elements out of those
# that share both: axe does not judge one that is half covered. An element that may overlap others counts as having a
# background of its own. How a link stands out from its text also depends on its underline and on that text. Whatever
# has passed on a page is not measured again in a window of another size or after a click.
FIND_VIOLATIONS = """async (options) => {
    const NOTHING = "rgba(0, 0, 0, 0),none,1,false";
    window.passed ??= new Set();
    window.runs = (window.runs ?? 0) + 1;
    const grounds = new Map();
    const ground = (each) => {
        if (!each) return "";
        if (!grounds.has(each)) {
            const { backgroundColor, backgroundImage, opacity, position } = getComputedStyle(each);
            const isOpaque = backgroundColor.startsWith("rgb(") && opacity === "1";
            const isOver = ["absolute", "fixed", "sticky"].includes(position) && !isOpaque;
            const own = [backgroundColor, backgroundImage, opacity, isOver && `${runs}.${grounds.size}`].join();
            const behind = ground(each.parentElement);
            grounds.set(each, own === NOTHING ? behind : `${behind};${own}`);
        }
        return grounds.get(each);
    };
    const look = (each) => {
        const { borderBottom, color, fontSize, fontWeight, textDecorationLine, textShadow } = getComputedStyle(each);
        const around = each.localName === "a" ? [textDecorationLine, borderBottom, look(each.parentElement)] : [];
        const isLarge = parseFloat(fontSize) >= (fontWeight >= 700 ? 18.66 : 24);
        return [each.localName, color, isLarge, textShadow, ground(each), ...around].join();
    };
    const hasWords = (each) => each.matches("a[href], input:not([type=checkbox], [type=radio]), select, textarea")
        || [...each.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && /[\\p{L}\\p{N}]/u.test(node.data));
    const isDisabled = (each) => each.closest(":disabled, [aria-disabled=true]") || each.closest("label")?.control?.disabled;
    const measured = [...document.body.querySelectorAll("*")]
        .filter((each) => hasWords(each) && each.checkVisibility({ opacityProperty: true }) && !isDisabled(each));
    const alike = Object.entries(Object.groupBy(measured, look)).filter(([name]) => !passed.has(name));
    const marked = new Map(alike.map(([name, elements]) => [name, elements.slice(0, 3)]));
    for (const each of [...marked.values()].flat()) each.dataset.measured = "";
    const { violations, incomplete } = await axe.run({ ...options, elementRef: true });
    for (const each of [...marked.values()].flat()) delete each.dataset.measured;
    const doubtful = new Set([...violations, ...incomplete].flatMap(({ nodes }) => nodes.map(({ element }) => element)));
    for (const [name, elements] of marked) if (!elements.some((each) => doubtful.has(each))) passed.add(name);
    return violations.map(({ id, nodes }) =>
        ({ id, nodes: nodes.map(({ target, failureSummary }) => ({ target, failureSummary })) }));
}"""
# Fields whose type is so small that a phone zooms in, including those now hidden and those that a script later
# creates from a template.
SMALL_FIELDS = """() => {
    const drawn = [...document.querySelectorAll("template")].map((template) => {
        const parent = template.parentElement;
        const copy = document.createElement("div");
        copy.append(template.content.cloneNode(true));
        return parent.appendChild(copy);
    });
    const fields = [...document.querySelectorAll("textarea, select, input:not([type=checkbox], [type=radio], [type=hidden])")];
    const small = fields.filter((field) => parseFloat(getComputedStyle(field).fontSize) < 16);
    const found = small.map((field) => `${field.outerHTML}: ${getComputedStyle(field).fontSize}`);
    for (const copy of drawn) copy.remove();
    return found;
}"""
# Adds a rule that is off by default in axe: the target size that WCAG 2.2 requires.
AXE_OPTIONS = {
    "resultTypes": ["violations", "incomplete"],
    "rules": {"target-size": {"enabled": True}},
}
# The only rules whose outcome depends on the color scheme: elements and their sizes are the same in both.
COLOR_RULES = ("color-contrast", "link-in-text-block")
# Does what the switch in the menu does, which cannot be reached while a dialog is open.
SWITCH_SCHEME = "scheme => { document.documentElement.dataset.scheme = scheme; }"

# Starts the tools whose scripts load on first use, as if the mouse were over them. Returns whether the page runs
# scripts: with JavaScript off, a test can still evaluate one, but no tool will ever load.
USE = """() => {
    document.querySelector("[data-on-use]")?.dispatchEvent(new Event("pointerover", { bubbles: true }));
    return matchMedia("(scripting)").matches;
}"""
USE_AT_ONCE = f"addEventListener('DOMContentLoaded', {USE})"


def watch(context: BrowserContext, page_errors: list[str], home: str) -> Callable[[], None]:
    """Collect every error of a page and every request to another host.

    The browser resolves no other host, so each such request fails. Listening to every request instead,
    including the eighty of a page that are fine, takes an eighth of the time of all tests.

    Returns:
        a function that stops watching.
    """
    # A test may serve a second site on another port.
    host = origin_of(home).rpartition(":")[0]
    watched: dict[Any, Callable[[Any], Any]] = {
        "console": lambda message: message.type == "error" and page_errors.append(message.text),
        "weberror": lambda thrown: page_errors.append(str(thrown.error)),
        "requestfailed": lambda asked: is_elsewhere(asked.url, host) and page_errors.append(asked.url),
    }
    for event, listener in watched.items():
        context.on(event, listener)

    def stop() -> None:
        for event, listener in watched.items():
            context.remove_listener(event, listener)

    return stop


def origin_of(address: str) -> str:
    return urljoin(address, "/").rstrip("/")


def is_elsewhere(address: str, host: str) -> bool:
    return not address.startswith((f"{host}:", "data:", "blob:"))


def boxes(page: Page) -> Locator:
    return page.get_by_role("article").get_by_role("checkbox")


def button(page: Page | Locator, name: str) -> Locator:
    return page.get_by_role("button", name=name, exact=True)


def answer(page: Page, words: Ui, answers: str) -> None:
    """Answer the questions of a page in order: y for Yes, n for No, u for Not sure, - to skip one."""
    labels = {"y": words.checklist.yes, "n": words.checklist.no, "u": words.checklist.unsure}
    for number, sign in enumerate(answers):
        if sign in labels:
            question = page.get_by_role("article").get_by_role("group").nth(number)
            question.get_by_role("radio", name=labels[sign], exact=True).check()


def visible(page: Page, selector: str) -> Locator:
    return page.locator(selector).filter(visible=True)


def storage(page: Page) -> dict[str, str]:
    """Return what the browser stores for this host."""
    return page.evaluate("({ ...localStorage })")


def sheets(page: Page, **options: str) -> list[str]:
    """Print a page and return the squeezed text of each sheet of paper."""
    with PdfDocument(page.pdf(**options)) as printed:
        return [squeezed(sheet.get_textpage().get_text_bounded()) for sheet in printed]


def wait_for_tools(page: Page) -> None:
    """Wait until the tools of a page that load on use are there, or have reported that they cannot load."""
    page.locator("[data-on-use]:not([data-failed])").first.wait_for(state="detached")


def waiting_for_tools(open_page: Callable[..., Response | None]) -> Callable[..., Response | None]:
    """Return a way to open a page that also waits for its tools: no reader is faster than they are."""

    def opened(page: Page, *args: Any, **kwargs: Any) -> Response | None:
        response = open_page(page, *args, **kwargs)
        is_used = False
        with suppress(Error):  # the page redirects to another
            is_used = kwargs.get("wait_until") != "commit" and page.evaluate(USE)
        if is_used:
            wait_for_tools(page)
        return response

    return opened


def squeezed(text: str) -> str:
    """Return a text without spaces, which print does not preserve, and without ligatures such as ﬁ."""
    return re.sub(r"\s+", "", unicodedata.normalize("NFKC", text))


def open_search(page: Page) -> None:
    """Open the search in the header."""
    page.locator("header").get_by_role("button", name="Search", exact=True).click()


def search(page: Page, asked: str) -> None:
    """Search for something and wait for the results."""
    open_search(page)
    page.keyboard.insert_text(asked)
    expect(page.get_by_role("dialog").get_by_role("status")).to_have_text(re.compile("answer|Nothing"))


def wait_until(page: Page | Frame, condition: str) -> None:
    """Wait for something that no reader can see, such as a saved answer.

    Playwright's own method evaluates a string repeatedly, which the page's policy forbids.
    """
    page.evaluate(
        f"""() => new Promise((resolve, reject) => {{
            setTimeout(() => reject(new Error("It never came.")), 30_000);
            const look = () => ({condition}) ? resolve() : setTimeout(look, 20);
            look();
        }})"""
    )


def restyle(page: Page, style: str) -> None:
    """Add rules to a page, as a reader's own style sheet does; the page's policy forbids style elements."""
    page.evaluate(
        """style => {
            const sheet = new CSSStyleSheet();
            sheet.replaceSync(style);
            document.adoptedStyleSheets.push(sheet);
        }""",
        style,
    )


def small_fields(page: Page) -> list[str]:
    """Return every field of a page whose type is smaller than 16 pixels."""
    found: list[str] = page.evaluate(SMALL_FIELDS)
    return found


def violations(page: Page, *rules: str) -> list[str]:
    """Return every violation that axe finds on a page: the rule, the element and the remedy."""
    axe = Axe()
    if page.evaluate("typeof axe") == "undefined":
        page.evaluate(axe.axe_script)
        page.evaluate(MEASURE_MARKED)
    # An element half hidden behind the bar, or another sticky element, would count as too small.
    page.evaluate("scrollTo(0, 0)")
    options = {**AXE_OPTIONS, "runOnly": list(rules)} if rules else AXE_OPTIONS
    found: list[dict[str, Any]] = page.evaluate(FIND_VIOLATIONS, options)
    return [
        f"{violation['id']} on {page.url}: {node['target']}: {node['failureSummary']}"
        for violation in found
        for node in violation["nodes"]
    ]


def violations_in_every_look(page: Page, *sizes: ViewportSize) -> list[str]:
    """Return every violation in light and dark mode, at these sizes or on a wide screen and a phone."""
    found = []
    before = page.viewport_size
    assert before
    # Colors still in transition to the other scheme would be measured halfway.
    page.emulate_media(reduced_motion="reduce")
    for size, (scheme, rules) in product(sizes or (WIDE, PHONE), (("light", ()), ("dark", COLOR_RULES))):
        page.set_viewport_size(size)
        page.evaluate(SWITCH_SCHEME, scheme)
        expect(page.locator("body")).to_have_css("color-scheme", scheme)
        found += [f"{scheme}, {size['width']} pixels: {violation}" for violation in violations(page, *rules)]
    page.set_viewport_size(before)
    page.evaluate(SWITCH_SCHEME, "light")
    return found
