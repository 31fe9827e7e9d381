from projects.models.attachment import BriefAttachment
from projects.models.brief import Brief
from projects.models.proposal import Proposal
from projects.models.version import Phase, ProposalMilestone, ProposalVersion

__all__ = [
    "Brief",
    "BriefAttachment",
    "Phase",
    "Proposal",
    "ProposalMilestone",
    "ProposalVersion",
]
