"""A local stand-in for the parts of Stripe that Holdout calls; see README.md beside this file."""
