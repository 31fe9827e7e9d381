"""Whatever people link to is marked as theirs: nofollow, noopener, ugc."""

import re

from accounts.organisations.models.organisations import Organisation
from accounts.profiles.models.case_studies import CaseStudy
from marketplace.core.text.markdown import UNENDORSED
from tests.hostile.routes import all_routes

LINK = re.compile(r'<a [^>]*href="(https?://[^"]+)"[^>]*>')
# Our own address, and libraries in the footers of their pages.
OURS = ("http://testserver", "http://localhost", "https://codingjoe.dev/")


def test_links_to_elsewhere_are_not_endorsed(attack):
    CaseStudy.objects.update(link="https://elsewhere.example/proof")
    Organisation.objects.update(website="https://nordwind.example/")
    found = {}
    for route in all_routes():
        if "get" not in route.method_names or route.pattern.startswith(("admin/", "api/")):
            continue
        for kind, address in attack.reach.ways(route)[:2]:
            page = attack.send(kind, "GET", address)
            if page is not None and page.get("Content-Type", "").startswith("text/html"):
                content = b"".join(page).decode()
                for link in LINK.finditer(content):
                    if not link[1].startswith(OURS):
                        found[link[1]] = f'rel="{UNENDORSED}"' in link[0]
    assert {"https://elsewhere.example/proof", "https://nordwind.example/"} <= set(found)
    assert [address for address, is_marked in found.items() if not is_marked] == []
