"""The tables of every noun, where Django looks for them; everybody else imports them at home."""

import accounts.api_tokens.models
import accounts.directory.models
import accounts.notices.models
import accounts.organisations.models.invitations
import accounts.organisations.models.organisations
import accounts.people.models
import accounts.profiles.models.case_studies
import accounts.profiles.models.profiles
