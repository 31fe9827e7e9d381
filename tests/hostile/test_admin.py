"""No filter of the admin ends in a fault of ours."""

from urllib.parse import urlencode

from django.contrib import admin

FILTERS = {
    "created_at__year": "99999",
    "id__exact": "9" * 5_000,
    "currency": "\0",
    "q": "\0",
}


def test_hostile_filters_of_the_admin(attack):
    for model in admin.site._registry:
        meta = model._meta
        address = f"/admin/{meta.app_label}/{meta.model_name}/"
        for name, value in FILTERS.items():
            query = urlencode({name: value})
            attack.send("administrator", "GET", f"{address}?{query}", f"{name}={value[:20]!r}")
    term = urlencode(
        {"app_label": "accounts", "model_name": "membership", "field_name": "user", "term": "\0"}
    )
    attack.send("administrator", "GET", f"/admin/autocomplete/?{term}")
    assert attack.faults == {}
    assert attack.sent > 100
