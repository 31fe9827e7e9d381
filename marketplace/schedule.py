"""What is done without anybody asking, and when: seconds, or times of day in UTC."""

from celery.schedules import crontab

SCHEDULE = {
    "warn idle briefs": {"task": "projects.warn_idle_briefs", "schedule": 3600},
    "expire idle briefs": {"task": "projects.expire_briefs", "schedule": 3600},
    "expire undecided proposals": {"task": "projects.expire_proposals", "schedule": 3600},
    "count words of briefs": {
        "task": "projects.count_words",
        "schedule": crontab(hour=4, minute=0),
    },
    "count words of profiles": {
        "task": "accounts.count_words",
        "schedule": crontab(hour=4, minute=10),
    },
    "embed briefs": {"task": "projects.embed_briefs", "schedule": 60},
    "embed profiles": {"task": "accounts.embed_profiles", "schedule": 60},
    "forget what is done": {"task": "core.prune", "schedule": crontab(hour=3, minute=30)},
    "carry on stuck payments": {"task": "payments.sweep_operations", "schedule": 15},
    "charge by plan": {"task": "payments.enqueue_due_plans", "schedule": 600},
    "try parked messages again": {"task": "payments.retry_parked_events", "schedule": 60},
    "poll for missed messages": {"task": "payments.poll_events", "schedule": crontab(minute=17)},
    "raise alarms": {"task": "payments.raise_alarms", "schedule": 300},
    "end the clearing": {"task": "payments.clear_payouts", "schedule": 60},
    "pay out weekly": {
        "task": "payments.pay_out_weekly",
        "schedule": crontab(day_of_week="mon", hour=6, minute=0),
    },
    "look at payout accounts": {
        "task": "payments.look_at_accounts",
        "schedule": crontab(hour="*/6", minute=20),
    },
    "compare what is new": {
        "task": "payments.start_reconciliation",
        "schedule": crontab(hour=3, minute=0),
    },
    "compare everything": {
        "task": "payments.start_reconciliation",
        "kwargs": {"is_full": True},
        "schedule": crontab(day_of_week="sun", hour=2, minute=0),
    },
    "carry on comparing": {"task": "payments.carry_on_reconciliation", "schedule": 300},
    "roll up accounts": {"task": "payments.roll_up_accounts", "schedule": 300},
    "tell of money held for long": {
        "task": "payments.raise_holding_alarms",
        "schedule": crontab(hour=7, minute=0),
    },
    "look at our balance": {"task": "payments.look_at_balance", "schedule": crontab(minute=40)},
    "end undecided adjustments": {"task": "payments.expire_adjustments", "schedule": 3600},
    "remind of card disputes": {"task": "payments.remind_of_card_disputes", "schedule": 3600},
    "stop what a suspension stops": {"task": "contracts.look_at_standstills", "schedule": 60},
    "lapse contracts": {"task": "contracts.lapse_contracts", "schedule": 300},
    "lapse change orders": {"task": "contracts.lapse_change_orders", "schedule": 300},
    "keep the weeks": {"task": "contracts.keep_weeks", "schedule": 60},
    "keep the periods": {"task": "contracts.keep_periods", "schedule": 60},
    "remind of weeks": {"task": "contracts.remind_of_weeks", "schedule": 300},
    "remind of periods": {"task": "contracts.remind_of_periods", "schedule": 300},
    "ask about silent timers": {"task": "contracts.ask_silent_timers", "schedule": 300},
    "approve silent milestones": {"task": "contracts.approve_silent_milestones", "schedule": 60},
    "remind of reviews": {"task": "contracts.remind_reviews", "schedule": 300},
    "warn silent freelancers": {"task": "contracts.warn_silent_freelancers", "schedule": 3600},
}
