from django.urls import path

from payments.webhooks import views

urlpatterns = [
    path("webhooks/stripe/", views.StripeWebhook.as_view(), name="stripe_webhook"),
]
