"""The pages of each kind of person: a view, the subjects in its address, ?query, =status."""

PUBLIC = """
core:home
core:how_it_works
core:style_guide
core:error_example 403 =403
core:error_example 404 =404
core:error_example 500 =500
projects:brief_list
projects:brief_list ?q=churn
projects:brief_list ?q=nothingofthekind
projects:brief brief
accounts:directory
accounts:directory ?q=nothingofthekind
accounts:profile profile
accounts:join invitation
accounts:join nonsense =404
accounts:unsubscribe unsubscribe
accounts:unsubscribe nonsense
api:docs
account_login
account_signup
account_inactive
account_reset_password
account_password_reset_completed
socialaccount_login_cancelled
socialaccount_login_error =401
local:mails
local:mail mail 0
local:mail_html mail 0
local:mail_attachment mail 0 0
"""

CLIENT = """
core:home
accounts:desk
accounts:organisations
accounts:organisation organisation
accounts:organisation_edit organisation
accounts:invite organisation
accounts:membership_role seat
accounts:directory
accounts:directory ?sort=price
accounts:profile profile
accounts:saved_freelancers
projects:brief_invitation profile
projects:brief_invitation other_profile
accounts:notifications
accounts:notifications ?unread=
accounts:notification notice_of_client
accounts:unread
accounts:settings
accounts:settings_notices
accounts:settings_tokens
projects:my_briefs
projects:brief_new
projects:brief brief
projects:brief draft_brief
projects:brief empty_brief
projects:brief paused_brief
projects:brief closed_brief
projects:brief removed_brief
projects:brief appealed_brief
projects:brief_edit draft_brief
projects:brief_edit empty_brief
projects:brief_closing brief
projects:brief_appeal removed_brief
projects:attachment_new brief
projects:attachment attachment
projects:brief_proposals brief
projects:brief_proposals unanswered_brief
projects:comparison brief
projects:proposal proposal
projects:proposal revised_proposal
projects:proposal declined_proposal
projects:proposal_version revised_proposal 1
projects:proposal_decline proposal
projects:proposal_acceptance proposal
contracts:list
contracts:of_proposal accepted_proposal
contracts:room room
contracts:room offer
contracts:room countered
contracts:room declined_offer
contracts:room agreed
contracts:room paused
contracts:room ending
contracts:room terminated
contracts:timeline room
contracts:money room
contracts:terms countered
contracts:terms_version countered 1
contracts:terms_changes countered 2
contracts:terms_markdown offer 1
contracts:terms_paper offer 1
contracts:terms_text offer 1
contracts:terms_proposal countered
contracts:signature offer
contracts:withdrawal offer
contracts:pause room
contracts:notice room
contracts:milestone approved
contracts:milestone in_review
contracts:milestone funded
contracts:milestone cancelling
contracts:milestone unpaid
contracts:funding unpaid
contracts:approval in_review
contracts:change_request in_review
contracts:cancellation funded
contracts:reclaim silent
contracts:trial_offer trial_proposal
contracts:trials brief
contracts:room trial_offer
contracts:room trial_room
contracts:signature trial_offer
contracts:trial tried
contracts:trial trial_unpaid
contracts:trial_funding trial_unpaid
contracts:trial_approval tried
contracts:trial_change_request tried
contracts:trial_feedback tried
contracts:trial_cancellation tried
contracts:trial_reclaim tried
contracts:file file
contracts:cancellation_consent cancellation
contracts:cancellation_refusal cancellation
contracts:milestone_change_order room
contracts:hourly_change_order hourly_room
contracts:retainer_change_order retainer_room
contracts:change_order change_order
contracts:change_order own_change_order
contracts:change_order signed_change_order
contracts:change_order_signature change_order
contracts:change_order_refusal change_order
contracts:change_order_withdrawal own_change_order
contracts:room hourly_room
contracts:room hourly_offer
contracts:time hourly_room
contracts:week week_contested
contracts:week week_in_review
contracts:week week_open
contracts:week week_unpaid
contracts:week_funding week_unpaid
contracts:week_approval week_in_review
contracts:week_contest week_in_review
contracts:week_cancellation week_open
contracts:contest_retraction line_contested
contracts:room retainer_room
contracts:room retainer_offer
contracts:signature retainer_offer
contracts:period period_in_review
contracts:period period_open
contracts:period period_missed
contracts:period period_unpaid
contracts:period_funding period_unpaid
contracts:period_approval period_in_review
contracts:period_waiver period_missed
contracts:period_cancellation period_open
payments:money
payments:escrow held_escrow
payments:release_part held_escrow
payments:bonus released_escrow
payments:cancel_bonus bonus
payments:fund bonus
payments:escrow bonus
payments:escrow recalled_escrow
payments:escrow refunded_escrow
payments:escrow disputed_escrow
payments:escrow lost_escrow
payments:fund awaiting_escrow
payments:funding_result held_escrow
payments:escrow processing_escrow
payments:funding_result processing_escrow
payments:confirm_charge challenged_escrow
payments:escrow challenged_escrow
payments:fund planned_escrow
payments:escrow planned_escrow
payments:fund given_up_escrow
payments:charges
payments:methods
payments:add_method organisation
payments:remove_method method
payments:method_setup_result method_setup
payments:billing_details_of organisation
payments:organisation_statement organisation year month
payments:organisation_statement_paper organisation 2025 1
payments:organisation_year_paper organisation 2025
payments:statements
payments:statements_of year
"""

FINANCE = """
accounts:desk
accounts:organisation organisation
projects:my_briefs
projects:brief brief
projects:brief_proposals brief
projects:proposal proposal
contracts:list
contracts:room room
contracts:milestone unpaid
contracts:milestone in_review
contracts:funding unpaid
contracts:week week_open
contracts:week_funding week_unpaid
contracts:period period_open
contracts:period_funding period_unpaid
payments:money
payments:escrow awaiting_escrow
"""

FREELANCER = """
core:home
accounts:desk
accounts:own_profile
accounts:profile profile
accounts:profile_basics
accounts:profile_expertise
accounts:profile_rates
accounts:case_study_new
accounts:case_study case_study
accounts:notifications
accounts:notification notice_of_freelancer
accounts:settings_tokens
projects:brief_list
projects:brief brief
projects:brief unanswered_brief
projects:proposal_new unanswered_brief
projects:proposal_list
projects:proposal proposal
projects:proposal draft_proposal
projects:proposal withdrawn_proposal
projects:proposal declined_proposal
projects:proposal revised_proposal
projects:proposal_version revised_proposal 1
projects:proposal_edit draft_proposal
projects:proposal_withdrawal proposal
contracts:list
contracts:room room
contracts:room offer
contracts:room countered
contracts:room agreed
contracts:room paused
contracts:terms offer
contracts:terms_proposal offer
contracts:signature offer
contracts:room hourly_room
contracts:signature hourly_offer
contracts:hourly_terms_proposal hourly_offer
contracts:week week_open
contracts:week week_contested
contracts:week_time week_open
contracts:time_entry line
contracts:timer_stop
contracts:concession line_contested
contracts:room retainer_room
contracts:signature retainer_offer
contracts:retainer_terms_proposal retainer_offer
contracts:period period_in_review
contracts:period period_open
contracts:period period_missed
contracts:period_time period_open
contracts:period_report period_missed
contracts:time_entry period_line
contracts:decline offer
contracts:progress room
contracts:milestone funded
contracts:milestone in_review
contracts:submission funded
contracts:room trial_offer
contracts:room trial_room
contracts:trial tried
contracts:trial_submission tried
contracts:cancellation funded
contracts:cancellation_consent other_cancellation
contracts:cancellation_refusal other_cancellation
contracts:change_order own_change_order
contracts:change_order_signature own_change_order
payments:money
payments:payouts
payments:pay_out
payments:payout payout
payments:bank_payouts
payments:bank_payout bank_payout
payments:bank_payout refused_bank_payout
payments:bank_payout bank_payout_by_hand
payments:escrow held_escrow
payments:escrow processing_escrow
payments:give_part_back held_escrow
payments:give_release_back released_escrow
payments:escrow recalled_escrow
payments:debts
payments:escrow disputed_escrow
payments:escrow lost_escrow
payments:onboarding
payments:onboarding_return
payments:billing_details
payments:statements
payments:statement year month
payments:statement_paper 2025 1
payments:year_paper 2025
payments:document fee_invoice
"""

NEWCOMER = """
accounts:welcome
accounts:welcome_organisation
accounts:join invitation
accounts:notifications
accounts:organisations
accounts:profile_basics
projects:my_briefs
accounts:welcome_organisation ?next=/briefs/new/
projects:proposal_list
accounts:profile_basics ?next=/briefs/
contracts:list
payments:money
payments:onboarding
accounts:proof
accounts:proof_return
account_logout
account_email
account_change_password
account_reauthenticate
mfa_index
mfa_activate_totp
mfa_generate_recovery_codes
mfa_list_webauthn
mfa_add_webauthn
socialaccount_connections
usersessions_list
"""

MODERATOR = """
accounts:staff
accounts:staff_search ?q=a
accounts:staff_search ?q=nothingofthekind
accounts:staff_acts
accounts:staff_new_organisations
accounts:staff_organisation organisation
accounts:staff_person freelancer
accounts:staff_person suspended
accounts:staff_suspension freelancer
accounts:staff_restoration suspended
accounts:staff_hiding profile
accounts:staff_showing profile
projects:brief brief
projects:brief removed_brief
projects:brief_removal brief
projects:brief_restoration removed_brief
projects:staff_appeals
projects:staff_first_briefs
contracts:staff_contract room
contracts:staff_termination room
contracts:staff_standing
contracts:staff_contract standing_contract
contracts:staff_approval standing
payments:staff_ledger
payments:staff_ledger ?kind=held
payments:staff_transfers
payments:staff_transfers ?code=release
payments:staff_transfers ?key=nothingofthekind
payments:staff_transfer transfer
payments:staff_account platform_account currency
payments:staff_account held_account currency held_escrow
payments:staff_ledger_person freelancer
payments:staff_attention
payments:staff_operation operation
payments:staff_look_up_operation operation
payments:staff_resend_operation operation
payments:staff_settle_operation operation
payments:staff_give_up_operation operation
payments:staff_retry_refund failed_refund
payments:staff_retry_event message
payments:staff_escrow held_escrow
payments:staff_escrow released_escrow
payments:staff_refund_held held_escrow
payments:staff_recall_release released_escrow
payments:staff_receivables
payments:staff_write_off debtor currency
payments:staff_adjustments
payments:staff_adjustment adjustment
payments:staff_adjustment declined_adjustment
payments:staff_approve_adjustment adjustment
payments:staff_decline_adjustment adjustment
payments:staff_withdraw_adjustment own_adjustment
payments:staff_card_disputes
payments:staff_card_dispute disputed
payments:staff_card_dispute lost_dispute
payments:staff_card_dispute overturned
payments:staff_evidence_preview disputed
payments:staff_give_evidence disputed
payments:staff_accept_dispute disputed
payments:staff_decide_loss lost_dispute
payments:staff_settle_overturned overturned
payments:staff_sent_evidence evidence
projects:staff_review_queue
projects:brief_decision waiting_brief
"""

ADMINISTRATOR = """
accounts:staff
accounts:staff_person moderator
accounts:staff_powers moderator
payments:staff_reconciliation
payments:staff_balance_lines
payments:staff_balance_lines ?alone=
payments:staff_case case
payments:staff_case explained_case
payments:staff_explain_case case
"""

# Signed in with a second factor and a passkey.
GUARDED = """
mfa_index
mfa_deactivate_totp
mfa_view_recovery_codes
mfa_generate_recovery_codes
mfa_download_recovery_codes
mfa_list_webauthn
mfa_edit_webauthn passkey
mfa_remove_webauthn passkey
mfa_reauthenticate
mfa_reauthenticate_webauthn
"""

VISITS = {
    "visitor": PUBLIC,
    "client": CLIENT,
    "finance": FINANCE,
    "freelancer": FREELANCER,
    "newcomer": NEWCOMER,
    "moderator": MODERATOR,
    "administrator": ADMINISTRATOR,
    "guarded": GUARDED,
}
