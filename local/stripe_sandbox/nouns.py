"""Every object of the sandbox; a new one is added to this list."""

from local.stripe_sandbox import (
    account_links,
    accounts,
    balance_settings,
    balance_transactions,
    charges,
    checkout_sessions,
    customers,
    disputes,
    events,
    files,
    login_links,
    mandates,
    payment_intents,
    payment_methods,
    payouts,
    refunds,
    setup_intents,
    thin_events,
    topups,
    transfer_reversals,
    transfers,
)

MODULES = (
    account_links,
    accounts,
    balance_settings,
    balance_transactions,
    charges,
    checkout_sessions,
    customers,
    disputes,
    events,
    files,
    login_links,
    mandates,
    payment_intents,
    payment_methods,
    payouts,
    refunds,
    setup_intents,
    thin_events,
    topups,
    transfer_reversals,
    transfers,
)

ROUTES = tuple(route for module in MODULES for route in module.NOUN.routes)
EXPANDABLE = {type: fields for module in MODULES for type, fields in module.NOUN.expandable.items()}
