from django.apps import AppConfig


class LocalConfig(AppConfig):
    name = "local"
    label = "local"
    verbose_name = "This machine"
