"""What programs edit, and others may edit too: `ETag` names its version, `If-Match` asks for it."""

from typing import Any

from django.utils.http import parse_etags
from rest_framework.response import Response

from marketplace.core.api.endpoints import Endpoint
from marketplace.core.data.edit_versions import Facts, entity_tag


class EditedEndpoint(Endpoint):
    """Of a resource whose `stored_facts` a PATCH or POST changes."""

    def stored_facts(self, subject: Any) -> Facts:
        """What can be edited of `subject`, as it is stored."""
        raise NotImplementedError

    @property
    def seen(self) -> str:
        """The versions that the caller would change, as entity tags; empty for any."""
        stated = self.request.headers.get("If-Match", "").strip()
        if stated in ("", "*"):
            return ""
        tags = [tag.strip('"') for tag in parse_etags(stated)]
        return ",".join(tag for tag in tags if tag.isalnum()) or "unreadable"

    def show(self, subject: Any) -> Response:
        return self._tagged(super().show(subject), subject)

    def answer(self, subject: Any) -> Response:
        return self._tagged(super().answer(subject), subject)

    def _tagged(self, response: Response, subject: Any) -> Response:
        response["ETag"] = f'"{entity_tag(self.stored_facts(subject))}"'
        return response
