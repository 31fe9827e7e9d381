from django.dispatch import Signal

# Sent inside the transaction that accepted a proposal; whoever listens makes the offer.
# Arguments: proposal (Proposal), by (Actor).
proposal_accepted = Signal()
