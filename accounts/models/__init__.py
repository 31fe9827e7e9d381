from accounts.models.api_token import ApiToken
from accounts.models.case_study import CaseStudy
from accounts.models.invitation import Invitation
from accounts.models.notification import NoticeKind, NoticePreference, Notification
from accounts.models.organisation import Membership, Organisation
from accounts.models.profile import FreelancerProfile, Rate, ToolExperience
from accounts.models.saved_freelancer import SavedFreelancer
from accounts.models.user import User

__all__ = [
    "ApiToken",
    "CaseStudy",
    "FreelancerProfile",
    "Invitation",
    "Membership",
    "NoticeKind",
    "NoticePreference",
    "Notification",
    "Organisation",
    "SavedFreelancer",
    "Rate",
    "ToolExperience",
    "User",
]
