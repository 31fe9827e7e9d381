from marketplace.core.data.jobs import job
from payments.escrows.services import holding_alarms


@job("payments.raise_holding_alarms", expires=3600)
def raise_holding_alarms() -> None:
    holding_alarms.raise_holding_alarms()
