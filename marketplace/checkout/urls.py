"""Addresses of the checkout, mounted at /checkout/."""

from django.urls import path

from marketplace.checkout import views

app_name = "checkout"

urlpatterns = [
    path("", views.checkout, name="index"),
    path("summary/", views.summary, name="summary"),
    path("thank-you/", views.thank_you, name="thank-you"),
]
