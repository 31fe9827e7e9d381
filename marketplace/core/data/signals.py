from django.dispatch import Signal

# Sent inside the transaction that wrote the event. Arguments: event (Event).
event_recorded = Signal()
