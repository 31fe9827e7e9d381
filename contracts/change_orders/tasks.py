"""The schedule of change orders: late it catches up, twice it is harmless."""

from contracts.change_orders.queries import orders_to_lapse
from contracts.change_orders.services.orders import lapse_change_order
from marketplace.core.data.jobs import job
from marketplace.core.data.rows_due import serve_each


@job("contracts.lapse_change_orders")
def lapse_change_orders() -> None:
    serve_each(orders_to_lapse(), lambda order: lapse_change_order(order=order))
