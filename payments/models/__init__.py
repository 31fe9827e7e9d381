from payments.models.ledger import Account, Entry, Transfer

__all__ = ["Account", "Entry", "Transfer"]
