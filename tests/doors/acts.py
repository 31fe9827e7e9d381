"""Every act of the product, by whether it asks for fresh proof, and if not, why not.

An act is a route that answers something else than GET. A line of ASKS names one, with whom it is
for and the subjects in its address; what grants or redirects power or money belongs there.
"""

ASKS = {
    "client": """
accounts:invite organisation
accounts:invitation_sending invited
accounts:membership_role seat
accounts:membership_removal seat
accounts:organisation_edit organisation
accounts:settings_notices
accounts:settings_tokens
contracts:signature offer
contracts:approval in_review
contracts:reclaim silent
contracts:cancellation_consent cancellation
contracts:change_order_signature change_order
contracts:milestone_change_order room
contracts:hourly_change_order hourly_room
contracts:retainer_change_order retainer_room
contracts:funding unpaid
contracts:week_funding week_unpaid
contracts:week_approval week_in_review
contracts:contest_retraction line_contested
contracts:period_funding period_unpaid
contracts:period_approval period_in_review
contracts:period_waiver period_missed
contracts:trial_approval tried
contracts:trial_reclaim tried
contracts:trial_funding tried
payments:fund awaiting_escrow
payments:confirm_charge challenged_escrow
payments:release_part held_escrow
payments:bonus released_escrow
payments:add_method organisation
payments:make_default method
payments:remove_method method
payments:billing_details_of organisation
api:signature offer
api:approval in_review
api:reclaim silent
api:consent cancellation
api:change_order_signature change_order
api:milestone_change_orders room
api:hourly_change_orders hourly_room
api:funding unpaid
api:week_funding week_unpaid
api:week_approval week_in_review
api:contest_retraction line_contested
api:period_funding period_unpaid
api:period_approval period_in_review
api:period_waiver period_missed
api:trial_approval tried
api:trial_reclaim tried
api:trial_funding tried
api:charge_plan awaiting_escrow
api:release_part held_escrow
api:bonus released_escrow
""",
    "freelancer": """
contracts:concession line_contested
contracts:period_report period_missed
payments:give_part_back held_escrow
payments:give_release_back released_escrow
payments:pay_out
payments:onboarding
payments:dashboard
payments:billing_details
api:concession line_contested
api:period_report period_missed
api:give_part_back held_escrow
api:give_release_back released_escrow
api:payouts
api:onboarding
""",
    "moderator": """
accounts:staff_suspension freelancer
accounts:staff_restoration suspended
accounts:staff_hiding profile
accounts:staff_showing profile
projects:brief_decision waiting_brief
projects:brief_removal brief
projects:brief_restoration removed_brief
contracts:staff_termination room
contracts:staff_approval standing
payments:staff_look_up_operation operation
payments:staff_resend_operation operation
payments:staff_settle_operation operation
payments:staff_give_up_operation operation
payments:staff_retry_refund failed_refund
payments:staff_retry_event message
payments:staff_refund_held held_escrow
payments:staff_recall_release released_escrow
payments:staff_write_off debtor currency
payments:staff_approve_adjustment adjustment
payments:staff_decline_adjustment adjustment
payments:staff_withdraw_adjustment own_adjustment
payments:staff_give_evidence disputed
payments:staff_accept_dispute disputed
payments:staff_decide_loss lost_dispute
payments:staff_settle_overturned overturned
""",
    "administrator": """
accounts:staff_powers moderator
payments:staff_explain_case case
""",
    # Pages of the library; those of the second factor need a second factor.
    "newcomer": """
account_email
mfa_activate_totp
""",
    "guarded": """
mfa_add_webauthn
mfa_deactivate_totp
mfa_edit_webauthn passkey
mfa_generate_recovery_codes
mfa_remove_webauthn passkey
""",
}

# What is posted where an empty form would be refused before the library asks.
POSTED = {"account_email": {"email": "thief@example.com", "action_add": ""}}

DOES_NOT = {
    "Words, wishes and files: nobody gets power or money by them.": """
accounts:case_study
accounts:case_study_new
accounts:case_study_removal
accounts:forgetting
accounts:notification_reading
accounts:profile_basics
accounts:profile_expertise
accounts:profile_rates
accounts:read_all
accounts:saving
accounts:settings
accounts:side
accounts:welcome_organisation
api:brief
api:brief_file
api:brief_files
api:briefs
api:proposal
api:saving
core:kept_form_removal
core:theme
projects:attachment_new
projects:attachment_removal
projects:brief_disposal
projects:brief_draft
projects:brief_edit
projects:brief_new
projects:proposal_disposal
projects:proposal_draft
projects:proposal_edit
projects:proposal_price
projects:proposal_start
""",
    "It only takes power away from whoever holds it.": """
account_logout
accounts:invitation_revocation
accounts:token_revocation
accounts:unsubscribe
usersessions_list
""",
    "The link in an email is the proof, and the power was granted before.": """
accounts:join_acceptance
""",
    "Offers and answers, which bind nobody before both sides have signed: signing asks.": """
api:brief_activity
api:brief_closing
api:brief_copies
api:brief_invitations
api:brief_pause
api:brief_proposals
api:brief_publication
api:brief_recall
api:brief_reopening
api:offer_decline
api:offer_withdrawal
api:proposal_acceptance
api:proposal_decline
api:proposal_revision
api:proposal_shortlisting
api:proposal_submission
api:proposal_withdrawal
api:hourly_terms
api:terms
api:trial_offer
contracts:decline
contracts:hourly_terms_proposal
contracts:retainer_terms_proposal
contracts:terms_proposal
contracts:trial_offer
contracts:withdrawal
projects:brief_activity
projects:brief_appeal
projects:brief_closing
projects:brief_copies
projects:brief_invitation
projects:brief_pause
projects:brief_publication
projects:brief_recall
projects:brief_reopening
projects:proposal_acceptance
projects:proposal_decline
projects:proposal_revision
projects:proposal_shortlisting
projects:proposal_submission
projects:proposal_withdrawal
""",
    "The course of the work: money stays where it is until somebody agrees, approves or pays.": """
api:cancel_bonus
api:cancellation
api:change_order_refusal
api:change_order_withdrawal
api:change_request
api:contests
api:contract_pause
api:notice
api:period_cancellation
api:period_time_entries
api:progress
api:refusal
api:resumption
api:retraction
api:round
api:round_refusal
api:submission
api:time_entries
api:time_entry
api:week_cancellation
api:trial_cancellation
api:trial_change_request
api:trial_feedback
api:trial_submission
contracts:cancellation
contracts:cancellation_refusal
contracts:cancellation_retraction
contracts:change_order_refusal
contracts:change_order_withdrawal
contracts:change_request
contracts:change_request_acceptance
contracts:change_request_refusal
contracts:notice
contracts:trial_cancellation
contracts:trial_change_request
contracts:trial_feedback
contracts:trial_submission
contracts:pause
contracts:period_cancellation
contracts:period_time
contracts:period_timer
contracts:progress
contracts:resumption
contracts:submission
contracts:time_entry
contracts:time_entry_removal
contracts:timer_removal
contracts:timer_sign
contracts:timer_start
contracts:timer_stop
contracts:week_cancellation
contracts:week_contest
contracts:week_time
payments:cancel_bonus
""",
    "It compares two books and changes neither.": """
payments:staff_reconcile
""",
    "It is the proof itself, or asks for it: a password, a code, a passkey, a provider.": """
account_change_password
account_complete_password_reset
account_confirm_login_code
account_confirm_password_reset_code
account_email_verification_sent
account_login
account_reauthenticate
account_reset_password
account_signup
accounts:demo_sign_in
github_callback
github_login
google_callback
google_login
google_login_by_token
mfa_authenticate
mfa_login_webauthn
mfa_reauthenticate
mfa_reauthenticate_webauthn
socialaccount_signup
""",
    "It asks where it does something; tests/accounts/sign_in/test_proof.py tries it.": """
account_set_password
socialaccount_connections
""",
    "Signed by the processor.": """
payments:stripe_webhook
""",
    "It leads on, or answers that there is nothing.": """
api:^[\\s\\S]*$
social/connections/
social/login/cancelled/
social/login/error/
social/signup/
""",
}


def lines(text: str) -> list[str]:
    return text.split("\n")[1:-1]
