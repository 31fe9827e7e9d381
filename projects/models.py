"""The tables of every noun, where Django looks for them; everybody else imports them at home."""

import projects.briefs.models.attachments
import projects.briefs.models.briefs
import projects.invitations.models
import projects.proposals.models.proposals
import projects.proposals.models.versions
import projects.search.models
