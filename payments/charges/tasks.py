from marketplace.core.data.jobs import job
from payments.charges.models import Charge, ChargePlan
from payments.charges.services import plans as charge_plans
from payments.charges.services.closings import close_charge as close
from payments.stripe.gateway import gateway_for_worker


@job("payments.close_charge")
def close_charge(charge_id: int) -> None:
    close(charge=Charge.objects.get(pk=charge_id), gateway=gateway_for_worker())


@job("payments.try_charge_plan")
def try_charge_plan(plan_id: int) -> None:
    plan = ChargePlan.objects.get(pk=plan_id)
    charge_plans.try_charge_plan(plan=plan, gateway=gateway_for_worker())


@job("payments.enqueue_due_plans", expires=600)
def enqueue_due_plans() -> None:
    charge_plans.enqueue_due_plans()
