"""The contracts of the demo marketplace: one for each accepted proposal."""

from local.demo.content.deals import finished, running, undecided

DEALS = (*finished.DEALS, *running.DEALS, *undecided.DEALS)
