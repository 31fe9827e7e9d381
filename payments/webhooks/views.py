from django.http import HttpRequest, HttpResponse
from django.utils.decorators import method_decorator
from django.views.decorators.csrf import csrf_exempt

from marketplace.core.web.views import Gate
from payments.stripe.errors import EventUnreadable, SignatureInvalid
from payments.webhooks.services.events import receive_event


@method_decorator(csrf_exempt, name="dispatch")
class StripeWebhook(Gate):
    """Stores a signed message and answers at once; a worker does the rest."""

    public = True
    http_method_names = ["post"]

    def post(self, request: HttpRequest) -> HttpResponse:
        signature = request.headers.get("Stripe-Signature", "")
        try:
            receive_event(body=request.body, signature=signature)
        except (SignatureInvalid, EventUnreadable) as refusal:
            return HttpResponse(refusal.sentence, status=refusal.status)
        return HttpResponse()
