from accounts.admin import notices, organisations, people

__all__ = ["notices", "organisations", "people"]
