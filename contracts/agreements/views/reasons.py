"""Words and consequences before an offer or a contract changes its state."""

from typing import Any, ClassVar

from django.forms import BaseForm

from contracts.agreements.views.loading import OfContract
from marketplace.core.web.reasons import ReasonForm
from marketplace.core.web.views import FormPage


class ReasonPage(OfContract, FormPage):
    """A title, what will happen, a reason, a button."""

    template = "contracts/contract_reason.html"
    form_class: ClassVar[type[BaseForm]] = ReasonForm
    title: ClassVar[str]
    button: ClassVar[str]
    variant: ClassVar[str] = "primary"
    consequences: ClassVar[tuple[str, ...]] = ()

    def context(self) -> dict[str, Any]:
        return {
            "contract": self.contract,
            "title": self.title,
            "button_label": self.button,
            "variant": self.variant,
            "consequences": self.consequences,
            "back": self.back(),
        }
