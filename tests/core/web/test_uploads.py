import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(("size", "status"), [(1_000, 302), (20_000, 413)])
def test_a_body_larger_than_any_form_is_refused_before_it_is_kept(client, settings, size, status):
    settings.UPLOAD_MAX_BYTES = 1_000
    upload = SimpleUploadedFile("data.csv", b"a" * size)
    assert client.post("/theme/", {"theme": "dark", "file": upload}).status_code == status
