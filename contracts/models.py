"""The tables of every noun, where Django looks for them; everybody else imports them at home."""

import contracts.agreements.models.contracts
import contracts.agreements.models.terms
import contracts.change_orders.models
import contracts.milestones.models
import contracts.retainers.models.periods
import contracts.retainers.models.reports
import contracts.timesheets.models.entries
import contracts.timesheets.models.timers
import contracts.timesheets.models.weeks
import contracts.trials.models
import contracts.units.models.cancellations
import contracts.units.models.criteria
import contracts.units.models.submissions
import contracts.units.models.units
