"""One stylesheet and one script for every page, made of the files in which they are written."""

import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from django.contrib.staticfiles import finders
from django.core.files.storage import FileSystemStorage

# In the order in which they count: later ones win within a layer.
COMPONENTS = """
button header footer page_head breadcrumb card definition_list data_table field choice
choice_cards file_drop stepper saved_indicator kept_form tag avatar money money_rail
evidence timeline turns conflict copy_field diff fold chart_frame bar_chart alert banner
toast empty_state progress tabs side_nav menu dialog pagination prose home holdout_picture
error_page how entrance profile queue notices find brief_row brief long_form milestones
comparison week work_room document criteria signing
"""
SCRIPTS = (
    "csrf refusals theme menu dialog dismiss scrolled_row copy counter busy file_drop autosave"
)
BUNDLES = {
    "css/site.css": [
        *(f"css/{name}.css" for name in ("tokens", "fonts", "reset", "base", "layout")),
        *(f"css/components/{name}.css" for name in COMPONENTS.split()),
        "css/utilities.css",
        "css/print.css",
    ],
    "js/site.js": [
        "vendor/htmx/htmx-2.0.11.min.js",
        *(f"js/{name}.js" for name in SCRIPTS.split()),
    ],
}


# Of this process, which removes it when it ends.
FOLDER = tempfile.TemporaryDirectory(prefix="holdout-bundles-")


class BundleFinder(finders.BaseFinder):
    """Makes a bundle anew whenever static files are looked for or collected."""

    def find(self, path: str, find_all: bool = False, **options: Any) -> Any:
        made = [str(make(path))] if path in BUNDLES else []
        return made if find_all else next(iter(made), None)

    def list(
        self, ignore_patterns: Iterable[str] | None
    ) -> Iterator[tuple[str, FileSystemStorage]]:
        for path in BUNDLES:
            make(path)
            yield path, FileSystemStorage(location=Path(FOLDER.name))


def make(path: str) -> Path:
    """The file of a bundle; written only when one of its parts has changed."""
    text = "\n".join(Path(_found(part)).read_text() for part in BUNDLES[path])
    file = Path(FOLDER.name) / path
    if not file.exists() or file.read_text() != text:
        file.parent.mkdir(exist_ok=True)
        file.write_text(text)
    return file


def _found(part: str) -> str:
    found = finders.find(part)
    if found is None:
        raise FileNotFoundError(part)
    return found
