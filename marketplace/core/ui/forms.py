"""Forms: one field with its words, cards to choose from, a file, a number to slide, the errors."""

from typing import Any

from django import forms, template
from django.conf import settings
from django.forms import BaseForm, BoundField

from marketplace.core.ui.actions import require
from marketplace.core.ui.component import render_component
from marketplace.core.web.editing import Editing

register = template.Library()

NATIVE_TYPES = {forms.DateInput: ("date", "%Y-%m-%d"), forms.TimeInput: ("time", "%H:%M")}


def field_kind(bound: BoundField) -> str:
    """How the widget is laid out: text, textarea, select, checkbox, choices or file."""
    widget = bound.field.widget
    kinds: tuple[tuple[tuple[type[forms.Widget], ...], str], ...] = (
        ((forms.CheckboxInput,), "checkbox"),
        ((forms.RadioSelect, forms.CheckboxSelectMultiple), "choices"),
        ((forms.FileInput,), "file"),
        ((forms.Select,), "select"),
        ((forms.Textarea,), "textarea"),
    )
    return next((kind for types, kind in kinds if isinstance(widget, types)), "text")


def is_first_error(bound: BoundField) -> bool:
    return bool(bound.errors) and next(iter(bound.form.errors), None) == bound.name


def use_native_picker(widget: forms.Widget) -> None:
    """Dates and times are typed with the browser's own picker, which speaks ISO."""
    for widget_type, (input_type, style) in NATIVE_TYPES.items():
        if type(widget) is widget_type:
            widget.input_type, widget.format = input_type, style


def use_text_input(widget: forms.Widget) -> None:
    """Amounts are typed as people write them, "4,200.00", which a number input would refuse."""
    if isinstance(widget, forms.NumberInput):
        widget.input_type = "text"


def keep_all_text(widget: forms.Widget) -> None:
    """Text past the limit is counted and refused, never cut in silence while it is pasted."""
    widget.attrs.pop("maxlength", None)


def length_of(bound: BoundField) -> int:
    """The characters that the limit counts."""
    return len(str(bound.value() or "").strip())


def describe(bound: BoundField, *, hint: str, counted: bool) -> str:
    """Ids of the texts that belong to the control, for aria-describedby."""
    owned = (("hint", hint), ("error", bound.errors), ("counter", counted))
    return " ".join(f"{bound.auto_id}-{name}" for name, present in owned if present)


def control(bound: BoundField, *, kind: str, described_by: str, attrs: dict[str, Any]) -> str:
    """The widget's markup with our class, its descriptions and the focus on the first error."""
    use_native_picker(bound.field.widget)
    keep_all_text(bound.field.widget)
    attrs = {key: value for key, value in attrs.items() if value not in ("", None, False)}
    attrs["class"] = f"{bound.field.widget.attrs.get('class', '')} input input--{kind}".strip()
    if described_by:
        attrs["aria-describedby"] = described_by
    if is_first_error(bound):
        attrs["autofocus"] = True
    return bound.as_widget(attrs=attrs)


@register.simple_tag
def field(
    bound: BoundField,
    *,
    label: str = "",
    hint: str = "",
    prefix: str = "",
    suffix: str = "",
    rows: int | None = None,
    placeholder: str = "",
    counter: bool | None = None,
    hide_label: bool = False,
    width: str = "",
    autocomplete: str = "",
    money: str = "",
) -> str:
    """A form's field: label, hint, control, counter and error; `money` names a currency beside."""
    require(width, ("", "short", "medium"), "width")
    kind = field_kind(bound)
    if money:
        use_text_input(bound.field.widget)
    hint = str(hint or bound.help_text)
    limit = getattr(bound.field, "max_length", None)
    limited = bool(limit) and kind in ("text", "textarea") and not bound.is_hidden
    counted = limited and (kind == "textarea" if counter is None else counter)
    attrs = {
        "rows": rows if kind == "textarea" else None,
        "placeholder": placeholder,
        "autocomplete": autocomplete,
        "inputmode": "decimal" if money else "",
        "data-counts": limited and f"{bound.auto_id}-counter",
    }
    described_by = describe(bound, hint=hint, counted=limited)
    used = length_of(bound)
    return render_component(
        "field",
        bound=bound,
        kind=kind,
        label=label or bound.label,
        hint=hint,
        prefix=prefix,
        suffix=suffix or money,
        money=bool(money),
        width=width or ("short" if money else ""),
        hide_label=hide_label,
        # A form may say so itself: what a draft can lack is not always optional in the end.
        optional=getattr(bound.field, "is_optional", not bound.field.required)
        and kind != "checkbox",
        limit=limit if limited else None,
        counted=counted,
        used=used,
        over=max(0, used - limit) if limited and limit else 0,
        grouped=bound.field.widget.use_fieldset,
        control=control(bound, kind=kind, described_by=described_by, attrs=attrs),
    )


@register.simple_tag
def form_errors(form: BaseForm, *, title: str = "") -> str:
    """What must be corrected, each linked to its field; nothing while there is nothing."""
    fields = [form[name] for name in form.errors if name in form.fields]
    return render_component(
        "form_errors",
        title=title,
        fields=fields,
        general=form.non_field_errors(),
        hidden=[error for bound in fields if bound.is_hidden for error in bound.errors],
        count=len(fields) + len(form.non_field_errors()),
    )


@register.simple_tag
def copy_field(value: str, *, id: str, label: str, hint: str = "") -> str:
    """A text to take away: read-only without scripts, with a button that copies it with them."""
    return render_component("copy_field", value=value, id=id, label=label, hint=hint)


@register.simple_tag
def edit_version(editing: Editing) -> str:
    """Belongs into each form over what others may edit too; shows a conflict when there is one."""
    return render_component("edit_version", editing=editing)


@register.simple_tag
def choice_cards(
    bound: BoundField,
    *,
    label: str = "",
    hint: str = "",
    hints: dict[str, str] | None = None,
    icons: dict[str, str] | None = None,
    columns: int = 2,
) -> str:
    """Radio or checkbox choices as cards; `hints` and `icons` are keyed by the choice's value."""
    hints, icons = hints or {}, icons or {}
    cards = [
        {
            "choice": choice,
            "hint": hints.get(str(choice.data["value"]), ""),
            "icon": icons.get(str(choice.data["value"]), ""),
        }
        for choice in bound
        if str(choice.data["value"]) != ""
    ]
    hint = str(hint or bound.help_text)
    return render_component(
        "choice_cards",
        bound=bound,
        cards=cards,
        label=label or bound.label,
        hint=hint,
        columns=columns,
        described_by=describe(bound, hint=hint, counted=False),
    )


@register.simple_tag
def file_drop(
    bound: BoundField, *, label: str = "", hint: str = "", accept: str = "", multiple: bool = False
) -> str:
    """A real file input where files can also be dropped; scripts show the upload's progress."""
    hint = str(hint or bound.help_text)
    attrs = {"accept": accept, "multiple": multiple}
    return render_component(
        "file_drop",
        bound=bound,
        label=label or bound.label,
        hint=hint,
        optional=not bound.field.required,
        most_bytes=settings.UPLOAD_MAX_BYTES,
        control=control(
            bound,
            kind="file",
            described_by=describe(bound, hint=hint, counted=False),
            attrs=attrs,
        ),
    )
