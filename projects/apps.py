from django.apps import AppConfig


class ProjectsConfig(AppConfig):
    name = "projects"
    verbose_name = "Work"

    def ready(self) -> None:
        import projects.briefs.admin
        import projects.briefs.notices
        import projects.briefs.panels
        import projects.briefs.staff
        import projects.briefs.tasks
        import projects.invitations.admin
        import projects.invitations.notices
        import projects.invitations.panels
        import projects.invitations.queries
        import projects.proposals.admin
        import projects.proposals.notices.briefs
        import projects.proposals.notices.proposals
        import projects.proposals.panels
        import projects.proposals.queries.columns
        import projects.proposals.queries.proposals
        import projects.proposals.receivers
        import projects.proposals.staff
        import projects.proposals.tasks
        import projects.search.receivers
        import projects.search.tasks
        from marketplace.core.site import on_page
        from projects.search import panels

        on_page("home", "open_briefs")(panels.newest_open_briefs)
        on_page("home", "open_briefs_count")(panels.open_brief_count)
