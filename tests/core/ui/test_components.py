"""Components refuse what they do not know, and say in words what they show in colour."""

import time
from datetime import UTC, datetime

import pytest
from django import forms
from django.template import Context, Template, TemplateSyntaxError
from django.test import RequestFactory
from django.utils import timezone
from pytest_django.asserts import assertHTMLEqual, assertInHTML

from marketplace.core.data.money import Money
from marketplace.core.ui.content import compare_words
from marketplace.core.ui.evidence_axis import Measurement, axis_places
from marketplace.core.ui.money import rail_shares
from marketplace.core.web.pages import KeysetPage


def show(source: str, **context: object) -> str:
    return Template(source).render(Context(context))


class OfferForm(forms.Form):
    title = forms.CharField(max_length=20, help_text="In a few words.")
    price = forms.DecimalField()
    due_on = forms.DateField(required=False)


@pytest.mark.parametrize(
    "source",
    [
        '{% button varient="primary" %}Save{% endbutton %}',
        '{% card titel="Facts" %}{% endcard %}',
        '{% money_rail part="" %}',
        "{% dialog title='Approve' %}{% enddialog %}",
    ],
)
def test_a_misspelt_or_missing_prop_fails_when_the_page_is_compiled(source):
    with pytest.raises(TemplateSyntaxError):
        Template(source)


def test_a_variant_that_does_not_exist_is_refused():
    with pytest.raises(TemplateSyntaxError, match="variant='loud' is not one of"):
        show('{% button variant="loud" %}Save{% endbutton %}')


def test_what_people_wrote_is_escaped_in_props_and_content():
    page = show("{% card title=name %}{{ name }}{% endcard %}", name="<script>")
    assert "<script>" not in page
    assert page.count("&lt;script&gt;") == 2


@pytest.mark.parametrize(
    ("value", "currency", "shown"),
    [
        (420000, "USD", '<span class="money">4,200.00\xa0USD</span>'),
        (Money(980000, "JPY"), "", '<span class="money">980,000\xa0JPY</span>'),
        (-1, "EUR", '<span class="money">−0.01\xa0EUR</span>'),
        (None, "EUR", ""),
    ],
)
def test_money_is_shown_in_the_units_of_its_currency(value, currency, shown):
    assert show("{% money value currency %}", value=value, currency=currency) == shown


def test_a_range_is_written_in_full_and_may_be_open():
    shown = show("{% money_range 900000 1400000 'EUR' %}|{% money_range '' 900050 'EUR' %}")
    assert shown == (
        '<span class="money money--range">9,000.00 to 14,000.00\xa0EUR</span>|'
        '<span class="money money--range">up to 9,000.50\xa0EUR</span>'
    )


def test_a_range_of_two_equal_ends_is_one_amount():
    assert show("{% money_range 460000 460000 'EUR' %}") == show("{% money 460000 'EUR' %}")


def test_the_money_rail_is_in_proportion_and_full():
    assert rail_shares([240000, 420000, 300000, 240000]) == [2000, 3500, 2500, 2000]


def test_a_tiny_part_of_the_money_rail_stays_visible():
    shares = rail_shares([1, 999_999])
    assert shares[0] == 79
    assert sum(shares) == 10_000


def test_the_money_rail_says_in_words_what_its_colours_show():
    page = show(
        "{% money_rail parts=parts viewer='client' currency='USD' %}",
        parts=[("held", 500), ("paid", 0)],
    )
    assert 'aria-label="Where the money is: held 5.00; of 5.00 USD"' in page
    assert "Paid" not in page


def test_a_field_belongs_to_its_label_hint_counter_and_error():
    form = OfferForm({"title": "A title that is far too long", "price": "1"})
    page = show("{% field form.title counter=True %}", form=form)
    assertInHTML('<label for="id_title" class="field__label">Title</label>', page)
    assert 'aria-describedby="id_title-hint id_title-error id_title-counter"' in page
    assert 'aria-invalid="true"' in page
    assert "<span data-used>28</span> of 20 characters" in " ".join(page.split())


def test_only_the_first_wrong_field_takes_the_focus():
    form = OfferForm({"title": "", "price": "a lot"})
    page = show("{% field form.price money='USD' %}{% field form.title %}", form=form)
    assert page.count("autofocus") == 1
    assert page.index("autofocus") > page.index('name="title"')


def test_an_amount_keeps_what_was_typed_after_an_error():
    page = show("{% field form.price money='USD' %}", form=OfferForm({"price": "4,200 or so"}))
    assert '<input type="text" name="price" value="4,200 or so"' in page


def test_a_date_is_picked_with_the_browsers_own_picker():
    form = OfferForm(initial={"due_on": datetime(2026, 11, 3, tzinfo=UTC).date()})
    assert '<input type="date" name="due_on" value="2026-11-03"' in show(
        "{% field form.due_on %}", form=form
    )


def test_the_list_of_errors_links_each_to_its_field():
    page = show("{% form_errors form %}", form=OfferForm({"title": "", "price": "1"}))
    assert "One thing needs your attention" in page
    assert '<a href="#id_title-field">Title</a>: This field is required.' in page
    assert show("{% form_errors form %}", form=OfferForm()).strip() == ""


def test_a_state_is_told_in_words():
    badge = show("{% state_badge 'milestone' 'changes_requested' %}")
    assertHTMLEqual(badge, '<span class="badge badge--held">Changes requested</span>')


def test_icons_are_hidden_from_screen_readers():
    assert 'aria-hidden="true"' in show("{% icon 'check' %}")


def test_markdown_keeps_structure_and_drops_what_could_act():
    page = show(
        "{{ text|markdown }}", text="# Plan\n\n<b>x</b> [site](https://a.example)\n\n![](x)"
    )
    assert "<h3>Plan</h3>" in page
    assert '<a href="https://a.example" rel="nofollow noopener ugc">site</a>' in page
    assert "<b>" not in page
    assert "<img" not in page


def test_markdown_links_nowhere_but_to_the_web_and_mail():
    assert "javascript" not in show("{{ t|markdown }}", t='<a href="javascript:a()">x</a>')[:3]
    assert "href" not in show("{{ text|markdown }}", text="[x](javascript:alert(1))")


def test_a_time_is_absolute_on_hover_and_shows_the_other_sides_clock():
    moment = datetime(2025, 11, 19, 15, 42, tzinfo=UTC)
    with timezone.override("Europe/Berlin"):
        page = show("{% time at also_zone='Africa/Cairo' also_for='A. Okafor' %}", at=moment)
    assert page == (
        '<time datetime="2025-11-19T15:42+00:00" title="Wednesday 19 November 2025, 16:42 CET">'
        "19 Nov 2025, 16:42</time> <small>(17:42 for A. Okafor)</small>"
    )


def test_the_axis_leaves_room_at_both_ends():
    places = axis_places({"measured": 1.0, "naive": 0.0})
    assert {name: round(place, 2) for name, place in places.items()} == {
        "measured": 90.32,
        "naive": 9.68,
    }


def test_a_missed_value_is_told_by_the_card():
    page = show(
        "{% evidence_card claim='AP' grade='verified' measurement=measurement %}"
        "{% endevidence_card %}",
        measurement=Measurement(value=0.3, threshold=0.38),
    )
    assert "evidence-card--missed" in page
    assert "agreed: at least 0.380" in " ".join(page.split())


def test_two_texts_are_compared_word_by_word():
    assert compare_words("pays at 0.36", "pays at 0.38") == [
        ("same", "pays at "),
        ("removed", "0.36"),
        ("added", "0.38"),
    ]


def test_a_text_made_to_be_costly_is_compared_by_lines_or_as_a_whole():
    tangled = ["a b " * 2000, "b b a " * 1400]
    started = time.monotonic()
    assert compare_words(*tangled) == [("removed", tangled[0]), ("added", tangled[1])]
    assert compare_words(f"{tangled[0]}\nEnd.", f"{tangled[1]}\nEnd.") == [
        ("removed", f"{tangled[0]}\n"),
        ("added", f"{tangled[1]}\n"),
        ("same", "End."),
    ]
    assert time.monotonic() - started < 5


def test_the_next_page_keeps_the_filters():
    request = RequestFactory().get("/briefs/?industry=telecom&after=old")
    page = show(
        "{% pagination page %}",
        request=request,
        page=KeysetPage(items=[], next="new", is_first=False),
    )
    assert 'href="?industry=telecom&amp;after=new"' in page
    assert 'href="?industry=telecom"' in page


@pytest.mark.parametrize(
    ("sentence", "shown"),
    [
        ("Fund 4,200.00 USD now", "Fund 4,200.00\u00a0USD now"),
        ("8 % of 980,000 JPY", "8\u00a0% of 980,000\u00a0JPY"),
        ("4 USDT and 3 days", "4 USDT and 3 days"),
        ("<b>1 EUR</b>", "&lt;b&gt;1\u00a0EUR&lt;/b&gt;"),
    ],
)
def test_a_line_never_ends_inside_an_amount(sentence, shown):
    assert show("{{ sentence|unbroken }}", sentence=sentence) == shown


def test_the_amount_on_a_button_stays_whole_and_its_markup_stays_markup():
    page = show("{% button %}Approve <b>{{ price }}</b>{% endbutton %}", price=Money(420000, "USD"))
    assert "<span>Approve <b>4,200.00\u00a0USD</b></span>" in page


def test_a_long_note_is_folded_and_a_short_one_is_not():
    source = "{% fold of=note %}<p>{{ note }}</p>{% endfold %}"
    assert show(source, note="Done.") == "<p>Done.</p>"
    folded = show(source, note="x" * 5000)
    assert ("Show all 5,000 characters" in folded, "x" * 5000 in folded) == (True, True)


def test_numbers_are_written_in_one_way():
    assert show("{{ 6204|plain_number }} {{ 284807|plain_number }}") == "6,204 284,807"
