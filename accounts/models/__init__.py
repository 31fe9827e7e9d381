from accounts.models.organisation import Invitation, Membership, Organisation
from accounts.models.profile import FreelancerProfile
from accounts.models.user import User

__all__ = ["FreelancerProfile", "Invitation", "Membership", "Organisation", "User"]
