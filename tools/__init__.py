"""The commands behind ``make``: each file is one, run as ``python -m tools.NAME`` on Linux, macOS and Windows."""

from __future__ import annotations

from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
