"""One world for all tests of a class; what a test does to it is undone."""

import tempfile
from types import SimpleNamespace

from django.test import TestCase, override_settings

from tests.sweep.world import make_world

CHEAP = ["django.contrib.auth.hashers.MD5PasswordHasher"]


@override_settings(PASSWORD_HASHERS=CHEAP)
class WithWorld(TestCase):
    """`self.world` has something in every state, for each kind of person (tests/sweep)."""

    world: SimpleNamespace

    @classmethod
    def setUpClass(cls) -> None:
        files = tempfile.TemporaryDirectory()
        cls.addClassCleanup(files.cleanup)
        cls.enterClassContext(override_settings(MEDIA_ROOT=files.name))
        super().setUpClass()

    @classmethod
    def setUpTestData(cls) -> None:
        cls.world = make_world()
