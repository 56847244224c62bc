"""Checks every page and picture of a built site with the Nu HTML checker: ``python -m tools.html [FOLDER]``.

Prints every error and warning with its line and column. Three exceptions are made: for what is right on a
host and looks wrong in a folder, for style sheets, and for data that no browser runs.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

from tools import ROOT
from tools.java import find_java
from tools.page_text import pages

JAR = ROOT / "node_modules/vnu-jar/build/dist/vnu.jar"
# Room for its deep recursion, and no time spent on optimizing what runs for two seconds.
JAVA_OPTIONS = ("-Xss4m", "-XX:TieredStopAtLevel=1")
# Language is guessed from the words of a page, and guessed wrong on short ones. Notes of no consequence, such
# as that on the slash in `<br />`, concern what Markdown writes.
OPTIONS = (
    *("--skip-non-html", "--also-check-svg", "--no-langdetect", "--skip-info-messages"),
    *("--exit-zero-always", "--stdout", "--format", "json"),
)

# A file has no origin, so to the checker it is elsewhere even to the page beside it.
FROM_ITS_OWN_SITE = r"Resource violates Content Security Policy .*“(?!\w+:)"
# It doesn't know newer rules, such as those of container queries; Lightning CSS has read the sheet by then.
OF_STYLE = "CSS: "
RIGHT = re.compile(f"{FROM_ITS_OWN_SITE}|{OF_STYLE}")
# A block of data is no script, and no policy keeps it from being there.
INLINE_SCRIPT = "Inline script violates Content Security Policy"
DATA = '<script type="application/ld+json">'


def main() -> None:
    """Check a built site; exit with 1 if anything is wrong."""
    site = Path(sys.argv[1] if len(sys.argv) > 1 else ROOT / "site").resolve()
    checked = len(pages(site))
    messages = check(site)
    for message in messages:
        print(describe(message, site))
    print(f"HTML: {checked} pages, {len(messages)} problems.")
    sys.exit(bool(messages))


def check(site: Path) -> list[dict[str, Any]]:
    """Return what the checker says about a folder: its messages, as they are, but for the exceptions.

    Raises:
        SystemExit: it cannot run; the message says why.
    """
    if not JAR.is_file():
        raise SystemExit("The HTML checker is not installed. Run  make check")
    command = [find_java(), *JAVA_OPTIONS, "-jar", str(JAR), *OPTIONS, str(site)]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
    if done.returncode:
        reason = [line for line in done.stderr.splitlines() if not line.startswith("\tat ")]
        raise SystemExit("\n".join(["The HTML checker did not run. It says:", *reason]))
    messages: list[dict[str, Any]] = json.loads(done.stdout)["messages"]
    return [message for message in messages if not is_right(message)]


def is_right(message: dict[str, Any]) -> bool:
    """Return whether what the checker complains of is one of the exceptions."""
    text: str = message["message"]
    return bool(RIGHT.match(text)) or (text.startswith(INLINE_SCRIPT) and DATA in message["extract"])


def describe(message: dict[str, Any], site: Path) -> str:
    """Return one message as ``page:line:column: what is wrong``, with the place in the page below it.

    Args:
        message: as the checker gives it; one that concerns a whole page has no line.
        site: the folder that was checked; pages are named from there.
    """
    page = _path(message.get("url", "")).removeprefix(f"{_path(site.as_uri())}/")
    line = message.get("firstLine", message.get("lastLine", 1))
    extract = " ".join(message.get("extract", "").split())
    return f"{page}:{line}:{message.get('firstColumn', 1)}: {message['message']}\n    {extract}".rstrip()


def _path(address: str) -> str:
    return unquote(urlsplit(address).path)


if __name__ == "__main__":
    main()
