"""Papers as PDF: the same bytes on every machine, and each of them set only once.

A paper is a template below `templates/pdf/` and the facts that it shows. Fonts come from
packages and never from the machine; what people typed is data to the template, never markup.
"""

import hashlib
import json
from collections.abc import Mapping
from functools import cache
from importlib import import_module
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage

from marketplace.core.text.markdown_blocks import as_blocks

if TYPE_CHECKING:
    import typst

TEMPLATES = Path(settings.BASE_DIR) / "templates" / "pdf"
# Noto for about every script that is written today; their licence (OFL) lies beside them.
FONT_PACKAGES = ("manimgx_fonts", "manimgx_fonts_cjk")


def print_paper(
    template: str, facts: Mapping[str, Any], *, markdown: Mapping[str, str] | None = None
) -> bytes:
    """The PDF of a paper that never changes: kept by what it says, and set when it is new.

    `markdown` are long texts by the name of the fact whose blocks they become.
    Reads and writes the storage of private files.
    """
    texts = markdown or {}
    name = f"private/papers/{_fingerprint(template, {**facts, **texts})}.pdf"
    if default_storage.exists(name):
        with default_storage.open(name) as kept:
            return bytes(kept.read())
    body = set_paper(template, {**facts, **{name: as_blocks(text) for name, text in texts.items()}})
    default_storage.save(name, ContentFile(body))
    return body


def set_paper(template: str, facts: Mapping[str, Any]) -> bytes:
    """The PDF, set anew."""
    body = compiler(template, facts).compile(format="pdf")
    assert isinstance(body, bytes)  # a PDF is one file, however many pages it has
    return body


def pages_of(template: str, facts: Mapping[str, Any]) -> int:
    """How many pages the paper has; its template marks the number as <pages>."""
    return int(json.loads(compiler(template, facts).query("<pages>", field="value", one=True)))


def compiler(template: str, facts: Mapping[str, Any]) -> "typst.Compiler":
    """What sets the paper, into whatever form is asked of it."""
    return _typst().Compiler(
        TEMPLATES / template, root=TEMPLATES, font_paths=fonts(), sys_inputs=_inputs(facts)
    )


@cache
def fonts() -> "typst.Fonts":
    """Those of the packages, and of typst itself."""
    folders = [_folder(package) for package in FONT_PACKAGES]
    return _typst().Fonts(include_system_fonts=False, font_paths=folders)


def _typst() -> Any:
    """Loaded with the first paper: it takes 9 MB, and most processes never set one."""
    return import_module("typst")


def _folder(package: str) -> Path:
    found = find_spec(package)
    assert found is not None and found.origin is not None  # it is among the requirements
    return Path(found.origin).parent


def _inputs(facts: Mapping[str, Any]) -> dict[str, str]:
    return {"facts": json.dumps(facts, ensure_ascii=False, sort_keys=True)}


def _fingerprint(template: str, facts: Mapping[str, Any]) -> str:
    said = "\0".join((_sources(), template, _inputs(facts)["facts"]))
    return hashlib.sha256(said.encode()).hexdigest()


@cache
def _sources() -> str:
    """What else decides how a paper looks: templates, compiler and fonts."""
    sources = (path.read_text() for path in sorted(TEMPLATES.glob("*.typ")))
    return "\0".join((*(version(name) for name in ("typst", *FONT_PACKAGES)), *sources))
