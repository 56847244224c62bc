"""Compiled Jinja templates, kept from one state of the content to the next."""

from __future__ import annotations

from functools import lru_cache
from types import CodeType

from jinja2 import BytecodeCache
from jinja2.bccache import Bucket


class Compiled(BytecodeCache):
    """The compiled code of each template, keyed by its file and its text."""

    def __init__(self) -> None:
        self._codes: dict[tuple[str, str], CodeType | None] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        """Set the code of a bucket, if it is cached."""
        bucket.code = self._codes.get((bucket.key, bucket.checksum))

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Cache the code of a bucket."""
        self._codes[bucket.key, bucket.checksum] = bucket.code


@lru_cache(maxsize=1)
def compiled_in(_language: str) -> Compiled:
    """Return the cache for one language, since Jinja applies filters to constants when it compiles."""
    return Compiled()
