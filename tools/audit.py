"""Checks dependencies for known vulnerabilities, and workflows for unsafe steps: ``python -m tools.audit``."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from tools import ROOT
from tools.install import NODE_GROUPS, NPM

REQUIREMENTS = sorted((ROOT / "requirements").glob("*.txt"))
PIP_AUDIT = ("-m", "pip_audit", "--require-hashes", "--disable-pip", "--progress-spinner", "off")
COMMANDS = (
    # pip-audit rejects a package that two files of one run name, and ours have most packages in common.
    *((*PIP_AUDIT, "--requirement", str(file)) for file in REQUIREMENTS),
    *(
        ("-c", NPM, "audit", "--audit-level=moderate", "--prefix", str(folder))
        for folder in (ROOT, *NODE_GROUPS.values())
    ),
)
ZIZMOR = Path(sys.executable).with_name("zizmor")


def main() -> None:
    """Run every audit; exit with 1 if one finds something."""
    commands = [[sys.executable, *command] for command in COMMANDS] + [[str(ZIZMOR), "--quiet", ".github"]]
    runs = [subprocess.run(command, cwd=ROOT, check=False) for command in commands]
    sys.exit(any(run.returncode for run in runs))


if __name__ == "__main__":
    main()
