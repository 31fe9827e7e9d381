"""The contracts of the demo marketplace: one for each accepted proposal."""

from local.demo.content.deals import finished, hourly, running, undecided

DEALS = (*finished.DEALS, *running.DEALS, *hourly.DEALS, *undecided.DEALS)
