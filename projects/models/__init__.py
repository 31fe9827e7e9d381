from projects.models.attachment import BriefAttachment
from projects.models.brief import Brief
from projects.models.invitation import BriefInvitation
from projects.models.phase import Phase
from projects.models.proposal import Proposal
from projects.models.version import ProposalMilestone, ProposalVersion

__all__ = [
    "Brief",
    "BriefAttachment",
    "BriefInvitation",
    "Phase",
    "Proposal",
    "ProposalMilestone",
    "ProposalVersion",
]
