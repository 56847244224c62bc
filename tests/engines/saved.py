"""What a reader ticks and types, and what the browser stores of it."""

from __future__ import annotations

import json

from built_site import shown
from engine import FIND, Engine

from macros.content.words import Ui

FIVE_STEPS = "checklists/five-steps/"
MY_RECOVERY = "my-recovery/"
YOUR_DATA = "my-recovery/your-data/"
NOTE = "worksheets/follow-up-note/"
STAR = "worksheets/star-answer/"
WORKSHEETS = ["worksheets/debrief/", NOTE, STAR]
POINT = "textarea[data-field='point']"
OURS = "second-impression:/career/second-impression/:"
ANSWERS = f"{OURS}2:"
BOX = "article input[type=checkbox]"
TICKS = (
    f"return [...document.querySelectorAll('{BOX}')].flatMap((box, number) => (box.checked ? [number] : []))"
)
ALIVE = "return customElements.get('page-alive') !== undefined"
# Starts the tools whose scripts load on first use, as if the mouse were over them. Until they are there, an attribute
# of their element says so.
USE = "document.querySelector('[data-on-use]')?.dispatchEvent(new Event('pointerover', { bubbles: true }))"
BEGUN = "return !document.querySelector('[data-on-use]')"

TYPED = """
    const fields = [...document.querySelectorAll("[data-field]:is(input, textarea)")];
    return fields.map((field) => field.value).filter(Boolean);
"""


def tick(engine: Engine, number: int) -> None:
    boxes = f"return document.querySelectorAll('{BOX}')[arguments[0]]"
    box = engine.eventually(lambda: engine.run(boxes, number))
    engine.run("arguments[0].scrollIntoView({ block: 'center', behavior: 'instant' })", box)
    engine.press(box, with_control=False)
    engine.eventually(lambda: number in ticks(engine))


def ticks(engine: Engine) -> list[int]:
    numbers: list[int] = engine.run(TICKS)
    return numbers


def answers(engine: Engine, area: str) -> list[str]:
    """Return the values of the answers in an area of the browser's storage, sorted."""
    values = (json.loads(saved)["value"] for saved in engine.kept(area, ANSWERS).values())
    return sorted(value for value in values if value)


def open_worksheet(engine: Engine, path: str) -> None:
    """Open a worksheet, wait for its tools, and add a record to write into where needed."""
    engine.open(path)
    begin_tools(engine)
    if path == STAR:
        engine.click("[data-action='add']")


def begin_tools(engine: Engine) -> None:
    """Start the tools of a page, and wait until they are there."""
    engine.eventually(lambda: engine.run(ALIVE))
    engine.run(USE)
    engine.eventually(lambda: engine.run(BEGUN))


def start_over(engine: Engine, path: str) -> None:
    """Open a worksheet as if nothing had ever been saved."""
    engine.open("about/privacy/")
    engine.run("localStorage.clear()")
    open_worksheet(engine, path)


def typed(engine: Engine) -> list[str]:
    """Return the texts in the fields of a worksheet."""
    texts: list[str] = engine.run(TYPED)
    return texts


def says(engine: Engine, text: str) -> bool:
    """Return whether a page shows a text of the content."""
    seen: str = engine.run("return document.body.innerText")
    return shown(text) in seen


def keep_to_this_tab(engine: Engine, words: Ui) -> None:
    """Turn on "This is a shared computer" on Your data."""
    engine.click("label", words.shared.label)
    engine.eventually(lambda: is_shared(engine))


def no_longer_keep_to_this_tab(engine: Engine, words: Ui) -> None:
    """Turn it off."""
    engine.click("label", words.shared.label)
    engine.eventually(lambda: not is_shared(engine))


def is_shared(engine: Engine) -> bool:
    return bool(engine.run("return document.querySelector('[data-action=shared]').checked"))


def finish(engine: Engine) -> None:
    """Finish on this computer, on Your data."""
    engine.click("[data-action='finish']")
    engine.click("[data-action='finish-confirm']")
    engine.eventually(lambda: not engine.run(FIND, "[data-action='finish-confirm']", None))
