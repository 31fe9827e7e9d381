"""How the admin site looks: the name, and the colours of the pages of the product."""

from typing import Any

from django.templatetags.static import static

STAFF_THEME: dict[str, Any] = {
    "SITE_TITLE": "Holdout staff",
    "SITE_HEADER": "Holdout",
    "SITE_SUBHEADER": "Staff",
    "SITE_ICON": lambda request: static("favicon.svg"),
    "SHOW_HISTORY": False,
    "SHOW_VIEW_ON_SITE": True,
    "BORDER_RADIUS": "6px",
    "COLORS": {
        "primary": {
            "50": "oklch(.97 .015 195)",
            "100": "oklch(.93 .03 195)",
            "200": "oklch(.87 .05 195)",
            "300": "oklch(.8 .07 192)",
            "400": "oklch(.72 .085 192)",
            "500": "oklch(.58 .09 195)",
            "600": "oklch(.43 .085 195)",
            "700": "oklch(.38 .075 195)",
            "800": "oklch(.33 .065 195)",
            "900": "oklch(.28 .055 195)",
            "950": "oklch(.22 .04 195)",
        },
    },
}
