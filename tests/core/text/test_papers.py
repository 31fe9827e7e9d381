"""Papers show every script that people write in, are set once, and never change."""

import re

import pytest
from django.core.files.storage import default_storage

from marketplace.core.text import papers
from marketplace.core.text.markdown_blocks import as_blocks

SCRIPTS = {
    "Han, simplified": "张伟 数据科学有限公司",
    "Han, traditional": "張偉 數據科學有限公司 𠮷野家",
    "Kana": "さくら データ分析 田中",
    "Hangul": "김민준 데이터 분석",
    "Thai": "สมชาย ใจดี กรุงเทพฯ",
    "Tamil": "முருகன் நிறுவனம்",
    "Bengali": "রবীন্দ্রনাথ ঠাকুর",
    "Devanagari": "नरेंद्र क्षत्रिय",
    "Gujarati": "ગુજરાતી કંપની",
    "Gurmukhi": "ਪੰਜਾਬੀ ਕੰਪਨੀ",
    "Kannada": "ಕನ್ನಡ ಸಂಸ್ಥೆ",
    "Malayalam": "മലയാളം കമ്പനി",
    "Telugu": "తెలుగు సంస్థ",
    "Sinhala": "නිමල් පෙරේරා",
    "Oriya": "ଓଡ଼ିଆ କମ୍ପାନୀ",
    "Arabic": "محمد العربي شركة البيانات",
    "Persian and Urdu": "پژوهش داده‌ها ٹیکنالوجی",
    "Hebrew": "דוד לוי נתונים בע״מ",
    "Cyrillic": "Иван Щербаков, Київ, Ђорђе",
    "Greek": "Γιώργος Παπαδόπουλος",
    "Armenian": "Արամ Խաչատրյան",
    "Georgian": "გიორგი ბერიძე",
    "Ethiopic": "አበበ ቢቂላ",
    "Khmer": "សុខ ភាព",
    "Lao": "ສົມສີ",
    "Myanmar": "အောင်ဆန်း",
    "Latin, every": "Nguyễn Thị Hương, Łukasz Żółć, İstanbul, Ħal, ẞ ə ŋ Ǣ",
    "Emoji": "😀 👩‍💻 ❤️ 🚀 👍🏽",
    "Signs": "→ ✓ ☎ € ₹ ₦ ₫ ₩ ½ ™ ≤ ∞",
}
NOBODY = {"name": "Holdout", "address": "", "tax_number": ""}
GLYPH = re.compile(r'<symbol id="([^"]+)"')


def receipt_for(name: str) -> dict[str, object]:
    return {
        "title": "Receipt",
        "number": "R-000001",
        "issued": "30 November 2026",
        "seller": NOBODY,
        "buyer": NOBODY | {"name": name},
        "lines": [[name, "1.00 USD"]],
        "total": ["Paid", "1.00 USD"],
        "note": "",
    }


def glyphs_of(name: str) -> set[str]:
    """The drawings on a receipt that names somebody."""
    drawn = papers.compiler("document.typ", receipt_for(name)).compile(format="svg")
    return set(GLYPH.findall(bytes(drawn).decode()))


def test_no_script_that_people_write_in_is_shown_as_boxes():
    box = glyphs_of("\U000f0000") - glyphs_of("")
    assert glyphs_of("བོད") & box, "a character that no font has is drawn as a box"
    assert [script for script, name in SCRIPTS.items() if glyphs_of(name) & box] == []


def test_the_fonts_come_from_packages_and_not_from_the_machine():
    folders = {str(papers._folder(package)) for package in papers.FONT_PACKAGES}
    paths = {font.path for font in papers.fonts().fonts() if font.path}
    assert {path for path in paths if not path.startswith(tuple(folders))} == set()
    for package in papers.FONT_PACKAGES:
        assert list(papers._folder(package).parent.glob(f"{package}-*/licenses/LICENSE"))


@pytest.fixture
def media(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    return tmp_path


def test_a_paper_is_set_once_and_kept_by_what_it_says(media, monkeypatch):
    first = papers.print_paper("document.typ", receipt_for("Clara Client"))
    assert first[:5] == b"%PDF-"
    monkeypatch.setattr(papers, "set_paper", None)
    assert papers.print_paper("document.typ", receipt_for("Clara Client")) == first
    monkeypatch.undo()
    assert papers.print_paper("document.typ", receipt_for("Carl Client")) != first
    assert len(default_storage.listdir("private/papers")[1]) == 2


def test_a_paper_is_the_same_bytes_each_time_it_is_set():
    facts = receipt_for("Clara Client")
    assert papers.set_paper("document.typ", facts) == papers.set_paper("document.typ", facts)


def test_words_of_people_are_no_markup_on_paper():
    hostile = '#panic("x") $x$ *b* `c` <label> @ref \\ // #let'
    assert glyphs_of(hostile) > glyphs_of("x")


def test_markdown_becomes_blocks():
    text = "# Terms\n\n**Who** *does* `it`\nnow\n\n1. a\n2. b\n\n> said\n\n"
    text += "| x | y |\n|---|--:|\n| 1 | 2 |\n\n---\n"
    heading, paragraph, points, said, table, rule = as_blocks(text)
    assert heading == {"kind": "heading", "level": 1, "runs": [{"text": "Terms"}]}
    assert paragraph["runs"] == [
        {"text": "Who", "strong": True},
        {"text": " "},
        {"text": "does", "em": True},
        {"text": " "},
        {"text": "it", "code": True},
        {"text": "\n"},
        {"text": "now"},
    ]
    assert (points["start"], len(points["items"])) == (1, 2)
    assert said["blocks"] == [{"kind": "paragraph", "runs": [{"text": "said"}]}]
    assert (table["aligned"], table["rows"]) == (
        ["left", "right"],
        [[[{"text": "1"}], [{"text": "2"}]]],
    )
    assert rule == {"kind": "rule"}


def test_a_link_shows_where_it_leads():
    (paragraph,) = as_blocks("[site](https://a.example) <https://b.example>")
    words = "".join(run["text"] for run in paragraph["runs"])
    assert words == "site (https://a.example) https://b.example"
