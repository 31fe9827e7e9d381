"""The contracts of the demo marketplace: one for each accepted proposal."""

from local.demo.content.deals import finished, hourly, retainers, running, undecided

DEALS = (*finished.DEALS, *running.DEALS, *hourly.DEALS, *retainers.DEALS, *undecided.DEALS)
