"""News for the nouns above. All are sent inside the transaction that made them true."""

from django.dispatch import Signal

# Arguments: contract (Contract, locked), terms (TermsVersion that both have signed).
contract_agreed = Signal()
# Arguments: contract (Contract, locked), by (Actor): it rests from now on.
contract_paused = Signal()
# Arguments: contract (Contract, locked), since (datetime): it rested since then, and does not now.
contract_resumed = Signal()
# Arguments: contract (Contract, locked), since (datetime): both sides can act again, and every
# period that stood still since then goes on.
contract_going_on = Signal()
# Arguments: contract (Contract, locked): notice was given or it closed, so that nothing more is
# agreed on it.
contract_ended = Signal()
