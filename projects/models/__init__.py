from projects.models.attachment import BriefAttachment
from projects.models.brief import Brief
from projects.models.phase import Phase
from projects.models.proposal import Proposal
from projects.models.version import ProposalMilestone, ProposalVersion

__all__ = [
    "Brief",
    "BriefAttachment",
    "Phase",
    "Proposal",
    "ProposalMilestone",
    "ProposalVersion",
]
