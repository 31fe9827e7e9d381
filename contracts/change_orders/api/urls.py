from django.urls import path

from contracts.change_orders.api import orders

ORDER = "change-orders/<uuid:public_id>/"

urlpatterns = [
    path(
        "contracts/<uuid:public_id>/change-orders/",
        orders.ChangeOrders.as_view(),
        name="change_orders",
    ),
    path(ORDER, orders.ChangeOrderDetail.as_view(), name="change_order"),
    path(f"{ORDER}signature/", orders.SecondSignature.as_view(), name="change_order_signature"),
    path(f"{ORDER}refusal/", orders.Refusal.as_view(), name="change_order_refusal"),
    path(f"{ORDER}withdrawal/", orders.Withdrawal.as_view(), name="change_order_withdrawal"),
]
