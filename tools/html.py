"""Checks every page and SVG image of a built site with the Nu HTML checker: ``python -m tools.html [FOLDER]``.

Prints every error and warning with its line and column, with three exceptions: references that are right on a host but
look wrong in a folder, style sheets, and data blocks, which browsers do not run.
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
# A stack for its deep recursion, and no optimization of code that runs for two seconds.
JAVA_OPTIONS = ("-Xss4m", "-XX:TieredStopAtLevel=1")
# Language detection is wrong on short pages. Info messages, such as the one on the slash in `<br />`, are about
# harmless output of Markdown.
OPTIONS = (
    *("--skip-non-html", "--also-check-svg", "--no-langdetect", "--skip-info-messages"),
    *("--exit-zero-always", "--stdout", "--format", "json"),
)

# Files have opaque origins, so the checker takes even those in the same folder for another site.
FROM_ITS_OWN_SITE = r"Resource violates Content Security Policy .*“(?!\w+:)"
# It doesn't know newer rules, such as container queries; Lightning CSS has already parsed the sheet.
OF_STYLE = "CSS: "
IGNORED = re.compile(f"{FROM_ITS_OWN_SITE}|{OF_STYLE}")
# A data block is not a script, so the policy allows it.
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
    """Return the checker's messages about a folder, except those that do not apply.

    Raises:
        SystemExit: the checker cannot run; the message says why.
    """
    if not JAR.is_file():
        raise SystemExit("The HTML checker is not installed. Run  make check")
    command = [find_java(), *JAVA_OPTIONS, "-jar", str(JAR), *OPTIONS, str(site)]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
    if done.returncode:
        reason = [line for line in done.stderr.splitlines() if not line.startswith("\tat ")]
        raise SystemExit("\n".join(["The HTML checker did not run. It says:", *reason]))
    messages: list[dict[str, Any]] = json.loads(done.stdout)["messages"]
    return [message for message in messages if not is_ignored(message)]


def is_ignored(message: dict[str, Any]) -> bool:
    """Return whether a message is about one of the exceptions."""
    text: str = message["message"]
    return bool(IGNORED.match(text)) or (text.startswith(INLINE_SCRIPT) and DATA in message["extract"])


def describe(message: dict[str, Any], site: Path) -> str:
    """Return one message as ``page:line:column: what is wrong``, with the place in the page below it.

    Args:
        message: from the checker; one that concerns a whole page has no line.
        site: the checked folder, to which page names are relative.
    """
    page = _path(message.get("url", "")).removeprefix(f"{_path(site.as_uri())}/")
    line = message.get("firstLine", message.get("lastLine", 1))
    extract = " ".join(message.get("extract", "").split())
    return f"{page}:{line}:{message.get('firstColumn', 1)}: {message['message']}\n    {extract}".rstrip()


def _path(address: str) -> str:
    return unquote(urlsplit(address).path)


if __name__ == "__main__":
    main()
