from django.apps import AppConfig


class ProjectsConfig(AppConfig):
    name = "projects"
    verbose_name = "Work"

    def ready(self) -> None:
        from marketplace.core.site import on_page
        from projects import notices, receivers, staff, tasks  # noqa: F401
        from projects.views import desk, home  # noqa: F401

        on_page("home", "open_briefs")(home.newest_open_briefs)
        on_page("home", "open_briefs_count")(home.open_brief_count)
