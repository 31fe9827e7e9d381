from django.contrib.admin.apps import AdminConfig


class StaffAdminConfig(AdminConfig):
    """Django's admin with the site of Holdout's staff."""

    default_site = "marketplace.core.admin_site.StaffSite"
