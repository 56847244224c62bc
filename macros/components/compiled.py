"""Templates as the code that Jinja makes of them, kept from one state of the content to the next."""

from __future__ import annotations

from functools import lru_cache
from types import CodeType

from jinja2 import BytecodeCache
from jinja2.bccache import Bucket


class Compiled(BytecodeCache):
    """The code of each template, by its file and its text."""

    def __init__(self) -> None:
        self._codes: dict[tuple[str, str], CodeType | None] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        """Put the code into a bucket, if it was made before."""
        bucket.code = self._codes.get((bucket.key, bucket.checksum))

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep the code of a bucket."""
        self._codes[bucket.key, bucket.checksum] = bucket.code


@lru_cache(maxsize=1)
def compiled_in(_language: str) -> Compiled:
    """Return the templates of a site in a language: Jinja fills in at once what a filter makes of a constant."""
    return Compiled()
