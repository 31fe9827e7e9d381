from django.urls import path

from payments.payment_methods.api.views import PaymentMethods

urlpatterns = [
    path("payment-methods/", PaymentMethods.as_view(), name="payment_methods"),
]
