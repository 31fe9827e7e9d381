"""The OpenAPI document, and pages to read it, all served by ourselves."""

from typing import ClassVar

from drf_spectacular.views import SpectacularAPIView, SpectacularSwaggerSplitView


class Schema(SpectacularAPIView):
    """The OpenAPI 3.1 document; `?format=json` for JSON."""

    public: ClassVar[bool] = True
    schema = None


class Docs(SpectacularSwaggerSplitView):
    """The document as a page on which requests can be tried. No inline script or style."""

    public: ClassVar[bool] = True
    schema = None
    url_name = "api:schema"
    template_name = "core/api_docs.html"
