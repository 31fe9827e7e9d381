"""Markdown as data for a paper: blocks of runs, each of them text and how it is set."""

from collections.abc import Iterator
from typing import Any

from markdown_it.tree import SyntaxTreeNode

from marketplace.core.text.markdown import PARSER

Block = dict[str, Any]
SETTINGS = {"strong": "strong", "em": "em", "s": "strike"}


def as_blocks(text: str) -> list[Block]:
    """Headings, paragraphs, lists, quotations, tables, code and rules, in their order."""
    return [_block(node) for node in SyntaxTreeNode(PARSER.parse(text)).children]


def _block(node: SyntaxTreeNode) -> Block:
    match node.type:
        case "heading":
            return {"kind": "heading", "level": int(node.tag[1:]), "runs": _runs_of(node)}
        case "paragraph":
            return {"kind": "paragraph", "runs": _runs_of(node)}
        case "bullet_list" | "ordered_list":
            return _list(node)
        case "blockquote":
            return {"kind": "quotation", "blocks": [_block(child) for child in node.children]}
        case "table":
            return _table(node)
        case "fence" | "code_block":
            return {"kind": "code", "text": node.content.rstrip("\n")}
        case _:
            return {"kind": "rule"}


def _list(node: SyntaxTreeNode) -> Block:
    ordered = node.type == "ordered_list"
    return {
        "kind": "list",
        "start": int(node.attrs.get("start", 1)) if ordered else None,
        "items": [[_block(child) for child in item.children] for item in node.children],
    }


def _table(node: SyntaxTreeNode) -> Block:
    rows = [row for part in node.children for row in part.children]
    cells = [[_runs_of(cell) for cell in row.children] for row in rows]
    aligned = ["right" if "right" in str(cell.attrs) else "left" for cell in rows[0].children]
    return {"kind": "table", "aligned": aligned, "head": cells[0], "rows": cells[1:]}


def _runs_of(node: SyntaxTreeNode) -> list[Block]:
    inline = node.children[0] if node.children else None
    return list(_runs(inline.children, {})) if inline else []


def _runs(nodes: list[SyntaxTreeNode], how: dict[str, bool]) -> Iterator[Block]:
    for node in nodes:
        if node.type in ("softbreak", "hardbreak"):
            yield {"text": "\n"}
        elif node.type == "link":
            yield from _link(node, how)
        elif node.type in SETTINGS:
            yield from _runs(node.children, how | {SETTINGS[node.type]: True})
        elif node.content:
            code = {"code": True} if node.type == "code_inline" else {}
            yield {"text": node.content, **how, **code}


def _link(node: SyntaxTreeNode, how: dict[str, bool]) -> Iterator[Block]:
    """On paper a link is its words and where it leads."""
    runs = list(_runs(node.children, how))
    address = str(node.attrs.get("href", ""))
    yield from runs
    if address and "".join(run["text"] for run in runs) != address:
        yield {"text": f" ({address})", **how}
