from django.dispatch import Signal

# Sent inside the transaction that gave a person another name. Argument: user (User).
person_renamed = Signal()
