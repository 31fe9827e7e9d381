"""Whatever people link to is marked as theirs: nofollow, noopener, ugc."""

import re

from marketplace.core.text.markdown import UNENDORSED
from tests.hostile.conftest import LINKS

LINK = re.compile(r'<a [^>]*href="(https?://[^"]+)"[^>]*>')
# Our own address, and libraries in the footers of their pages.
OURS = ("http://testserver", "http://localhost", "https://codingjoe.dev/")


def test_links_to_elsewhere_are_not_endorsed(opened):
    found = {}
    for page in opened:
        if not page.pattern.startswith(("admin/", "api/")):
            for link in LINK.finditer(page.content.decode()):
                if not link[1].startswith(OURS):
                    found[link[1]] = found.get(link[1], True) and f'rel="{UNENDORSED}"' in link[0]
    assert set(LINKS) <= set(found)
    assert [address for address, is_marked in found.items() if not is_marked] == []
