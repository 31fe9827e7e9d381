"""Whether a file is what its name says: a text by all of it, anything else by its first bytes.

A text file is text, whatever letters it begins with: a CSV may start with `MZ`, as mass spectra
and places in Mozambique do, and a program renamed to .csv is no text. The bytes of each type
are those that the types' own specifications and the file(1) database give.
"""

import codecs
import re
import tarfile
from collections.abc import Callable
from typing import Any

HEAD = 8192
BYTE_ORDER_MARK = codecs.BOM_UTF8
# Before the first element of an SVG: declaration, comments, document type, blanks.
PROLOGUE = re.compile(
    rb"\s*(?:<\?.*?\?>\s*|<!--.*?-->\s*|<!DOCTYPE[^>\[]*(?:\[.*?\])?\s*>\s*)*", re.DOTALL
)
SCRIPT_MARK = b"#!"
# Not the backspace, by which manual pages print bold.
CONTROLS = re.compile("[\0-\x07\x0e-\x1a\x1c-\x1f\x7f]")
UTF_16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
PROGRAMS = (
    *(b"MZ", b"\x7fELF", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"\xca\xfe\xba\xbe", b"\0asm"),
    *(b"\xfe\xed\xfa\xce", b"\xfe\xed\xfa\xcf", b"\xce\xfa\xed\xfe", b"\xcf\xfa\xed\xfe", b"dex\n"),
)
Looks = Callable[[bytes], bool]


def begins_with(*starts: bytes) -> Looks:
    return lambda head: head.startswith(starts)


def is_text(head: bytes) -> bool:
    """UTF-8 or UTF-16 with its mark, else one byte a letter; without control characters."""
    encoding = "utf-16" if head.startswith(UTF_16) else "utf-8"
    try:
        # The last letter may be cut off.
        found = codecs.getincrementaldecoder(encoding)().decode(head)
    except UnicodeDecodeError:
        found = head.decode("latin-1")
    # DOS ends a text with Ctrl-Z.
    return not CONTROLS.search(found.rstrip("\x1a"))


def is_data(content: bytes) -> bool:
    """Text that no system would run."""
    return is_text(content) and not content.startswith(SCRIPT_MARK)


def is_svg(content: bytes) -> bool:
    plain = content.removeprefix(BYTE_ORDER_MARK)
    found = PROLOGUE.match(plain)
    return is_text(content) and plain[found.end() if found else 0 :].startswith(b"<svg")


def is_pdf(head: bytes) -> bool:
    return head.removeprefix(BYTE_ORDER_MARK).lstrip().startswith(b"%PDF-")


def is_office(head: bytes) -> bool:
    """A zip that begins with what says which kind of document is in it (OPC, ODF)."""
    return ZIP(head) and (
        b"[Content_Types].xml" in head or b"_rels/" in head or b"mimetype" in head
    )


def is_serialised_graph(head: bytes) -> bool:
    """ONNX has no mark of its own: a protocol buffer whose first field is the version."""
    return head.startswith(b"\x08") and not head.startswith(PROGRAMS)


ZIP = begins_with(b"PK\x03\x04", b"PK\x05\x06")
DATA_TYPES = ("csv", "tsv", "json", "jsonl", "ipynb", "sql", "toml", "yaml", "yml")
TEXT_TYPES = ("txt", "md", "log", "py", "r")
OFFICE_TYPES = ("xlsx", "docx", "pptx", "odt", "ods")
# Read to their ends: what follows a text may be a program.
WHOLE: dict[str, Looks] = {
    **dict.fromkeys(DATA_TYPES, is_data),
    **dict.fromkeys(TEXT_TYPES, is_text),
    "svg": is_svg,
}
# Everything that may be uploaded, by extension, with how it looks.
LOOKS: dict[str, Looks] = {
    **WHOLE,
    **dict.fromkeys(OFFICE_TYPES, is_office),
    "zip": ZIP,
    "npz": ZIP,
    "pdf": is_pdf,
    "png": begins_with(b"\x89PNG\r\n\x1a\n"),
    "jpg": begins_with(b"\xff\xd8\xff"),
    "jpeg": begins_with(b"\xff\xd8\xff"),
    "gif": begins_with(b"GIF87a", b"GIF89a"),
    "webp": lambda head: head.startswith(b"RIFF") and head[8:12] == b"WEBP",
    "parquet": begins_with(b"PAR1"),
    "npy": begins_with(b"\x93NUMPY"),
    "gz": begins_with(b"\x1f\x8b"),
    "onnx": is_serialised_graph,
}
EXTENSIONS = frozenset({*LOOKS, "tar"})


def is_what_it_says(file: Any, extension: str) -> bool:
    """Whether a seekable file, left at its start, looks like an `extension` of EXTENSIONS."""
    file.seek(0)
    try:
        if extension == "tar":
            return tarfile.is_tarfile(file)
        return LOOKS[extension](file.read() if extension in WHOLE else file.read(HEAD))
    finally:
        file.seek(0)
