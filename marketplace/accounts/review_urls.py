"""Addresses of the reviews of one product, included below its own address."""

from django.urls import path

from marketplace.accounts import views

urlpatterns = [
    path("", views.list_reviews, name="reviews-list"),
    path("add/", views.add_review, name="reviews-add"),
]
