"""Texts as points: what means the same lies close together, whatever its words.

The model comes inside its wheel and is never downloaded. It is loaded by the first text of a
process, because most processes that import this never meet one.
"""

import importlib
import os
from collections.abc import Sequence
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

DIMENSIONS = 256
# Of what people ask, which is asked again on every page of what was found.
KEPT = 256

# One text is quicker in the thread that asks than in threads that are started for it.
os.environ.setdefault("TOKENIZERS_PARALLELISM", "false")


@cache
def _model() -> Any:
    wordllama = importlib.import_module("wordllama")
    folder = Path(str(wordllama.__file__)).parent
    return wordllama.WordLlama.load(
        cache_dir=folder, dim=DIMENSIONS, trunc_dim=DIMENSIONS, disable_download=True
    )


def vectors_of(texts: Sequence[str]) -> list[list[float]]:
    """A vector of length one for each text."""
    vectors: list[list[float]] = _model().embed(list(texts), norm=True).tolist()
    return vectors


@lru_cache(maxsize=KEPT)
def vector_of(text: str) -> str:
    """That of one text with anything in it, as Postgres reads it."""
    return str(vectors_of([text])[0])
