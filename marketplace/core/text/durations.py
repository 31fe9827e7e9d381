"""Lengths of time in words."""


def hours_and_minutes(seconds: int) -> str:
    """2:30 h; below a minute it is cut, so that nobody is promised more than there is."""
    minutes = seconds // 60
    return f"{minutes // 60}:{minutes % 60:02} h"
