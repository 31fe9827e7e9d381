"""The one light markup that people may write, and the fields in which it means something.

Everywhere else the words of people are text: a company called “A*STAR* Labs” keeps its stars.
"""

import hashlib
from collections.abc import Sequence

import nh3
from django.core.cache import cache
from markdown_it import MarkdownIt
from markdown_it.token import Token
from redis.exceptions import RedisError

# What a link says that a person put there and we do not vouch for.
UNENDORSED = "nofollow noopener ugc"
# Whose words are read as markdown. Pages show these fields with `|markdown`, or as an
# `|excerpt`; letters and papers show their `as_text`. A test compares the pages with this list.
MARKDOWN_FIELDS = {
    "accounts.Organisation": ("about",),
    "accounts.FreelancerProfile": ("story",),
    "accounts.CaseStudy": (
        "problem",
        "data",
        "baseline",
        "approach",
        "business_impact",
        "trade_offs",
        "what_did_not_work",
    ),
    "projects.Brief": (
        "problem",
        "why_it_matters",
        "success_metrics",
        "guardrails",
        "data_sources",
        "deliverables",
    ),
    "projects.ProposalVersion": (
        "understanding",
        "approach",
        "data_preparation",
        "validation_plan",
        "risks",
        "assumptions",
        "engagement_advice",
        "screening_answers",
    ),
    "contracts.Milestone": ("deliverables",),
    "contracts.Submission": ("note",),
    "contracts.ChangeRequest": ("note",),
    "contracts.TermsVersion": ("text",),
}

# From so many characters on, looking it up is quicker than rendering it again.
LONG = 2_000
KEPT_SECONDS = 30 * 86_400

PARSER = MarkdownIt("commonmark", {"html": False, "breaks": True}).enable(
    ["table", "strikethrough"]
)
TAGS = {
    "p", "br", "hr", "h3", "h4", "h5", "h6", "ul", "ol", "li", "strong", "em", "s", "a", "code",
    "pre", "blockquote", "table", "thead", "tbody", "tr", "th", "td",
}  # fmt: skip


def as_html(text: str | None) -> str:
    """Safe markup: no raw HTML, no pictures, links without endorsement.

    A long text is rendered once and kept in the cache by what it says.
    """
    if text is None or len(text) < LONG:
        return _rendered(text or "")
    key = f"markdown:{hashlib.sha256(text.encode()).hexdigest()}"
    try:
        return str(cache.get_or_set(key, lambda: _rendered(text), KEPT_SECONDS))
    except RedisError:
        return _rendered(text)


def _rendered(text: str) -> str:
    return nh3.clean(
        PARSER.render(text)
        .replace("<h1", "<h3")
        .replace("</h1", "</h3")
        .replace("<h2", "<h3")
        .replace("</h2", "</h3"),
        tags=TAGS,
        attributes={"a": {"href"}},
        url_schemes={"http", "https", "mailto"},
        link_rel=UNENDORSED,
    )


def as_text(text: str | None) -> str:
    """The same words for where there is no markup: paragraphs, and lists as lines."""
    return _Reading().of(PARSER.parse(text or ""))


class _Reading:
    """Walks the tokens of a text once and writes its lines down."""

    def __init__(self) -> None:
        self.lines: list[str] = []
        self.lists: list[int | None] = []
        self.mark = ""
        self.row: list[str] | None = None

    def of(self, tokens: Sequence[Token]) -> str:
        for token in tokens:
            self._read(token)
        return "\n".join(self.lines).strip()

    def _read(self, token: Token) -> None:
        match token.type:
            case "bullet_list_open":
                self.lists.append(None)
            case "ordered_list_open":
                self.lists.append(int(token.attrGet("start") or 1))
            case "bullet_list_close" | "ordered_list_close":
                self.lists.pop()
                self._end_block()
            case "list_item_open":
                self.mark = self._next_mark()
            case "inline":
                self._write(_inline_text(token))
            case "fence" | "code_block":
                self._write(token.content.rstrip("\n"))
                self._end_block()
            case "paragraph_close" | "heading_close" | "table_close" | "blockquote_close":
                self._end_block()
            case "tr_open":
                self.row = []
            case "tr_close":
                self.lines.append(" | ".join(self.row or []))
                self.row = None

    def _next_mark(self) -> str:
        number = self.lists[-1]
        indent = "  " * (len(self.lists) - 1)
        if number is None:
            return f"{indent}– "
        self.lists[-1] = number + 1
        return f"{indent}{number}. "

    def _write(self, words: str) -> None:
        if self.row is not None:
            self.row.append(words)
            return
        first, *rest = words.split("\n")
        self.lines += [f"{self.mark}{first}", *rest]
        self.mark = ""

    def _end_block(self) -> None:
        """A blank line, but not between the points of a list."""
        if not self.lists and self.lines and self.lines[-1]:
            self.lines.append("")


def _inline_text(token: Token) -> str:
    parts = []
    links: list[str] = []
    for child in token.children or []:
        if child.type in ("softbreak", "hardbreak"):
            parts.append("\n")
        elif child.type == "link_open":
            links.append(str(child.attrGet("href") or ""))
        elif child.type == "link_close":
            address = links.pop()
            parts.append(f" ({address})" if address and parts and parts[-1] != address else "")
        else:
            parts.append(child.content)
    return "".join(parts)
