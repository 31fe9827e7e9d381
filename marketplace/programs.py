"""How endpoints for programs answer, and what the OpenAPI document says of itself."""

from typing import Any

ENDPOINTS: dict[str, Any] = {
    "DEFAULT_AUTHENTICATION_CLASSES": [
        "accounts.api_tokens.authentication.TokenAuthentication",
        "rest_framework.authentication.SessionAuthentication",
    ],
    "DEFAULT_PERMISSION_CLASSES": ["rest_framework.permissions.IsAuthenticated"],
    "DEFAULT_RENDERER_CLASSES": ["rest_framework.renderers.JSONRenderer"],
    "DEFAULT_PARSER_CLASSES": ["marketplace.core.api.parsers.JSONParser"],
    "DEFAULT_SCHEMA_CLASS": "marketplace.core.api.schema.EndpointSchema",
    "DEFAULT_THROTTLE_CLASSES": [
        "marketplace.core.api.throttles.PerAddress",
        "marketplace.core.api.throttles.PerPerson",
    ],
    "EXCEPTION_HANDLER": "marketplace.core.api.problems.problem_response",
}
API_DOCUMENT: dict[str, Any] = {
    "TITLE": "Holdout API",
    "DESCRIPTION": (
        "Everything that the pages do, for programs. An amount is an object of whole minor units "
        "and an ISO 4217 code; times are UTC; errors are problem details (RFC 9457). A list has "
        "`results` and the address of its `next` page. Send an `Idempotency-Key` with each POST "
        "to be able to repeat it safely."
    ),
    "VERSION": "1",
    "OAS_VERSION": "3.1.0",
    "TAGS": [
        {"name": "briefs", "description": "What clients want solved."},
        {"name": "proposals", "description": "Freelancers' answers to briefs."},
        {"name": "contracts", "description": "Offers, their terms, and how they go on."},
        {"name": "milestones", "description": "Fund, deliver, review, cancel."},
        {"name": "weeks", "description": "Time by the hour: fund, write down, approve, contest."},
        {"name": "held funds", "description": "Where the money of each unit is."},
        {"name": "payouts", "description": "What a freelancer earned, on its way."},
        {"name": "people", "description": "You, your organisations, and freelancers."},
    ],
    "SERVE_INCLUDE_SCHEMA": False,
    "SWAGGER_UI_DIST": "SIDECAR",
    "SWAGGER_UI_FAVICON_HREF": None,
    "SCHEMA_PATH_PREFIX": r"/api/v1",
    "COMPONENT_SPLIT_REQUEST": True,
    "COMPONENT_SPLIT_PATCH": False,
    "ENUM_NAME_OVERRIDES": {
        "BriefState": "projects.briefs.states.BriefState",
        "ProposalState": "projects.proposals.states.ProposalState",
        "ContractState": "contracts.agreements.states.ContractState",
        "MilestoneState": "contracts.units.states.UnitState",
        "ChangeRequestState": "contracts.units.states.ChangeRequestState",
        "CancellationState": "contracts.units.states.CancellationState",
        "ContestState": "contracts.timesheets.states.ContestState",
        "ContestGround": "contracts.timesheets.states.Ground",
        "ChargeState": "payments.charges.states.ChargeState",
        "ChargePlanState": "payments.charges.states.ChargePlanState",
        "EscrowState": "payments.escrows.states.EscrowState",
        "BankPayoutState": "payments.payouts.states.BankPayoutState",
        "PayoutState": "payments.payouts.states.PayoutState",
        "PayeeState": "payments.payouts.states.PayeeState",
        "EngagementKind": "accounts.profiles.taxonomy.EngagementKind",
        "ProposedKind": "projects.proposals.queries.kinds.choices_to_propose",
        "Industry": "accounts.profiles.taxonomy.Industry",
        "Language": "accounts.profiles.taxonomy.Language",
        "Phase": "projects.briefs.models.phases.Phase",
    },
}
