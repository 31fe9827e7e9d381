from django.dispatch import Signal

# Sent inside the transaction that changed who can act: a person was suspended or restored, or
# a member joined, left or got another role. Arguments: user (User) or organisation (Organisation).
access_changed = Signal()

# Sent inside the transaction after which somebody can decide for an organisation again.
# Argument: organisation (Organisation).
organisation_let_in = Signal()
