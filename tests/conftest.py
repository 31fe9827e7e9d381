pytest_plugins = ["tests.stack", "tests.append_only", "tests.people"]
