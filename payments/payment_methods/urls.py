from django.urls import path

from payments.payment_methods import views

urlpatterns = [
    path("money/methods/", views.MethodsPage.as_view(), name="methods"),
    path(
        "money/methods/new/<uuid:public_id>/",
        views.AddMethodPage.as_view(),
        name="add_method",
    ),
    path(
        "money/methods/setups/<uuid:public_id>/result/",
        views.MethodSetupResult.as_view(),
        name="method_setup_result",
    ),
    path(
        "money/methods/<uuid:public_id>/default/",
        views.MakeDefault.as_view(),
        name="make_default",
    ),
    path(
        "money/methods/<uuid:public_id>/removal/",
        views.RemoveMethodPage.as_view(),
        name="remove_method",
    ),
]
