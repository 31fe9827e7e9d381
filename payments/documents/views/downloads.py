from django.http import HttpResponse


def download(response: HttpResponse, name: str) -> HttpResponse:
    """A file of one person's, kept by nobody on the way."""
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    response["X-Content-Type-Options"] = "nosniff"
    response["Cache-Control"] = "private, no-store"
    return response
