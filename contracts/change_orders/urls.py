from django.urls import path

from contracts.change_orders.views import orders

ORDER = "change-orders/<uuid:public_id>/"

urlpatterns = [
    path(ORDER, orders.ChangeOrderPage.as_view(), name="change_order"),
    path(ORDER + "signature/", orders.SignChangeOrder.as_view(), name="change_order_signature"),
    path(ORDER + "refusal/", orders.DeclineChangeOrder.as_view(), name="change_order_refusal"),
    path(
        ORDER + "withdrawal/",
        orders.WithdrawChangeOrder.as_view(),
        name="change_order_withdrawal",
    ),
]
