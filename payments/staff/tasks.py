from marketplace.core.data.jobs import job
from payments.staff.services import adjustments, alarms


@job("payments.raise_alarms", expires=300)
def raise_alarms() -> None:
    alarms.raise_alarms()


@job("payments.expire_adjustments", expires=3600)
def expire_adjustments() -> None:
    adjustments.expire_adjustments()
