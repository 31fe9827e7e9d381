"""The embedded stack: everything that Holdout needs, on one machine, for development only."""
