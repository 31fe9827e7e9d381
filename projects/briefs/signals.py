from django.dispatch import Signal

# Sent inside the transaction that ended a brief: closed, filled or expired. What waits for its
# client ends with it. Arguments: brief (Brief, locked), why (str, read by those who proposed).
brief_ended = Signal()
