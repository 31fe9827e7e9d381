from django.urls import path

from accounts.sign_in.views import demo, proof

urlpatterns = [
    path("demo-sign-in/<uuid:public_id>/", demo.DemoSignIn.as_view(), name="demo_sign_in"),
    path("proof/", proof.ProofPage.as_view(), name="proof"),
    path("proof/return/", proof.ProofReturn.as_view(), name="proof_return"),
]
