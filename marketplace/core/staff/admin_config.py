from django.contrib.admin.apps import AdminConfig


class StaffAdminConfig(AdminConfig):
    """Django's admin with the site of Holdout's staff."""

    default_site = "marketplace.core.staff.admin_site.StaffSite"
