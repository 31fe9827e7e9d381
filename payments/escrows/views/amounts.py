"""Pages on which somebody moves an amount by hand."""

from typing import Any, ClassVar

from django.http import HttpRequest, HttpResponse

from marketplace.core.data.money import Money
from marketplace.core.web.views import FormPage
from payments.escrows.forms.amounts import AmountForm


class AmountPage(FormPage):
    """The first POST shows exactly what will happen, the second one does it."""

    form_class: ClassVar[type[AmountForm]]
    fresh = True
    title = ""
    # The template that says what will happen to the money.
    consequence = ""

    @property
    def whole(self) -> Money:
        """What the amount is a part of."""
        raise NotImplementedError

    def fee_of(self, part: Money) -> Money:
        """The platform's fee in `part`."""
        return Money(0, part.currency)

    def context(self) -> dict[str, Any]:
        return {"title": self.title, "consequence": self.consequence}

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        form: Any = self.form(request.POST)
        if form.is_valid() and not form.is_confirmed:
            part = form.cleaned_data["amount"]
            fee = self.fee_of(part)
            amounts = {"part": part, "fee": fee, "net": part - fee, "rest": self.whole - part}
            return self.show(form=form, **amounts)
        return super().post(request, *args, **kwargs)

    def act(self, form: AmountForm) -> str:
        return self.carry_out(form.cleaned_data["amount"], form.cleaned_data["why"])

    def carry_out(self, part: Money, why: str) -> str:
        """Call one service; return the address to go on to."""
        raise NotImplementedError
