"""Two people, or two tabs, edit one thing: the later save undoes nothing without a word.

What is edited has a version: a short digest of each fact, as it stood when it was
read. A save names the version that it started from. If the facts are others by then, it is
refused, and the person sees both texts.
"""

import hashlib
import json
from base64 import urlsafe_b64encode
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from django.db.models import Model, QuerySet

from marketplace.core.data.errors import DomainError

# Of 6 bits each: one change in 70 000 000 000 would pass for none.
DIGEST_LENGTH = 6
Facts = Mapping[str, Any]


class EditedMeanwhile(DomainError):
    """`differing` names the facts that the refused save would change; of these, it leaves
    those that are `untouched` as it read them.
    """

    sentence = "This was changed while you were writing. Nothing was overwritten."

    def __init__(
        self,
        *,
        edit_version: str = "",
        differing: Iterable[str] = (),
        untouched: Iterable[str] = (),
    ) -> None:
        self.edit_version = edit_version
        self.differing = frozenset(differing)
        self.untouched = frozenset(untouched)
        super().__init__()


class VersionPassed(EditedMeanwhile):
    """The same for a program, which stated the version as `If-Match`."""

    sentence = "This was changed since you read it. Read it again, then send your change."
    status = 412


def edit_version_of(facts: Facts) -> str:
    """The version that a form carries: a digest by name, so that a save can be of some facts."""
    return ";".join(f"{name}:{_digest(value)}" for name, value in sorted(facts.items()))


def entity_tag(facts: Facts) -> str:
    """The version as an opaque tag, as programs know it."""
    return hashlib.sha256(edit_version_of(facts).encode()).hexdigest()[:32]


def editable_facts(row: Model) -> dict[str, Any]:
    """What a row says, by field: all but its keys and what is not to be edited by people."""
    own = (field for field in row._meta.concrete_fields if field.editable)
    plain = (field for field in own if not field.is_relation and not field.primary_key)
    return {field.name: getattr(row, field.name) for field in plain}


def refuse_passed_version(seen: str, *, wanted: Facts, stored: Callable[[], Facts]) -> None:
    """Raise EditedMeanwhile if what is stored is no longer what was seen.

    `seen` is a version or several entity tags with commas; without it nothing is asked. The
    caller has locked the row. To want what is stored already is no conflict.
    """
    if not seen:
        return
    now = stored()
    if ":" not in seen:
        if entity_tag(now) not in seen.split(","):
            raise VersionPassed
        return
    read = dict(pair.partition(":")[::2] for pair in seen.split(";"))
    current = {name: _digest(value) for name, value in now.items()}
    ours = {name: _digest(value) for name, value in wanted.items()}
    is_current = all(current.get(name) == digest for name, digest in read.items())
    differing = [name for name, digest in ours.items() if digest != current.get(name)]
    if is_current or not differing:
        return
    untouched = [name for name, digest in ours.items() if digest == read.get(name)]
    version = edit_version_of({name: now[name] for name in read if name in now})
    raise EditedMeanwhile(edit_version=version, differing=differing, untouched=untouched)


def _digest(value: Any) -> str:
    text = json.dumps(_plain(value), sort_keys=True)
    return urlsafe_b64encode(hashlib.sha256(text.encode()).digest())[:DIGEST_LENGTH].decode()


def _plain(value: Any) -> Any:
    """The same for what reads the same: a form sends other line ends, and "" for nothing."""
    if isinstance(value, QuerySet):
        return sorted(row.pk for row in value)
    if isinstance(value, Model):
        return value.pk
    if isinstance(value, Mapping):
        plain = {str(name): _plain(inner) for name, inner in value.items()}
        return {name: inner for name, inner in plain.items() if inner != ""}
    if isinstance(value, list | tuple):
        return _plain_list(value)
    return "" if value is None else "\n".join(str(value).split("\r\n")).strip()


def _plain_list(values: Sequence[Any]) -> list[Any]:
    """Rows have no order of their own; answers that were left out at the end are no answers."""
    plain = [_plain(inner) for inner in values]
    if values and all(isinstance(inner, Model) for inner in values):
        return sorted(plain)
    while plain and plain[-1] in ("", {}):
        plain.pop()
    return plain
