"""The address of the search box."""

from django.urls import path

from search.views import FacetedSearchView

app_name = "search"
urlpatterns = [path("", FacetedSearchView.as_view(), name="search")]
