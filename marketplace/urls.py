"""One table of addresses: Vietnamese at these paths, English under /en/."""

from django.apps import apps
from django.conf import settings
from django.conf.urls.i18n import i18n_patterns
from django.contrib import admin
from django.contrib.sitemaps.views import index as sitemap_index
from django.contrib.sitemaps.views import sitemap
from django.urls import URLPattern, URLResolver, include, path, re_path
from django.views.generic import TemplateView
from django.views.static import serve
from oscar.core.loading import get_class
from wagtail import urls as wagtail_urls
from wagtail.admin import urls as wagtailadmin_urls
from wagtail.views import serve as wagtail_serve

from catalogue.certification.views import certificate_page
from cms.views import province_page, region_page
from marketplace.accounts.urls import password_reset_patterns
from marketplace.api.api import api
from marketplace.appearance import choose_scheme
from marketplace.checkout.order_views import order_by_link
from marketplace.health import healthz, readyz
from marketplace.seo import feed_views
from marketplace.seo.share_views import PICTURES, share_picture
from marketplace.seo.sitemaps import SITEMAPS
from marketplace.styleguide.views import styleguide
from search.views import PartnerView

#: What is one person's, in every language; robots need not ask.
PRIVATE_FOLDERS = ("basket", "checkout", "accounts", "password-reset", "orders", "seller")

handler404 = "marketplace.errors.page_not_found"
handler403 = "marketplace.errors.permission_denied"
handler500 = "marketplace.errors.server_error"

ProductDetailView = get_class("catalogue.views", "ProductDetailView")
CatalogueView = get_class("catalogue.views", "CatalogueView")
ProductCategoryView = get_class("catalogue.views", "ProductCategoryView")

catalogue_patterns: list[URLPattern | URLResolver] = [
    path("", CatalogueView.as_view(), name="index"),
    re_path(r"^(?P<product_slug>[\w-]*)_(?P<pk>\d+)/$", ProductDetailView.as_view(), name="detail"),
    re_path(
        r"^category/(?P<category_slug>[\w-]+(/[\w-]+)*)_(?P<pk>\d+)/$",
        ProductCategoryView.as_view(),
        name="category",
    ),
    re_path(
        r"^(?P<product_slug>[\w-]*)_(?P<product_pk>\d+)/reviews/",
        include("marketplace.accounts.review_urls"),
    ),
]

shop_patterns: list[URLPattern | URLResolver] = [
    path("catalogue/", include((catalogue_patterns, "catalogue"))),
    path("search/", include("search.urls")),
    path("vung/<slug:slug>/", region_page, name="region"),
    path("tinh/<slug:slug>/", province_page, name="province"),
    path("hop-tac-xa/<slug:slug>/", PartnerView.as_view(), name="partner"),
    path("certificate/<str:number>/", certificate_page, name="certificate"),
    path("basket/", include("marketplace.checkout.basket_urls")),
    path("checkout/", include("marketplace.checkout.urls")),
    path("accounts/", include("marketplace.accounts.urls")),
    path("password-reset/", include(password_reset_patterns)),
    path("orders/<str:number>/", order_by_link, name="order-by-link"),
    path("seller/", include("marketplace.seller.urls")),
    path("appearance/", choose_scheme, name="appearance"),
    path("styleguide/", styleguide, name="styleguide"),
    path("", wagtail_serve, {"path": ""}, name="home"),
    path("", include(wagtail_urls)),
]

urlpatterns: list[URLPattern | URLResolver] = [
    path("healthz", healthz, name="healthz"),
    path("readyz", readyz, name="readyz"),
    path(
        "sitemap.xml",
        sitemap_index,
        {"sitemaps": SITEMAPS, "sitemap_url_name": "sitemap-section"},
        name="sitemap",
    ),
    path("sitemap-<slug:section>.xml", sitemap, {"sitemaps": SITEMAPS}, name="sitemap-section"),
    path("feeds/products.xml", feed_views.merchant, {"language": "vi"}, name="feed-merchant"),
    path("feeds/products.csv", feed_views.table, {"language": "vi"}, name="feed-table"),
    path("feeds/en/products.xml", feed_views.merchant, {"language": "en"}, name="feed-merchant-en"),
    path("feeds/en/products.csv", feed_views.table, {"language": "en"}, name="feed-table-en"),
    re_path(
        rf"^share/(?P<digest>[0-9a-f]{{16}})/(?P<kind>{'|'.join(PICTURES)})"
        r"/(?P<language>[a-z]{2,3})/(?P<key>[\w-]{1,120})\.png$",
        share_picture,
        name="share",
    ),
    path(
        "robots.txt",
        TemplateView.as_view(
            template_name="robots.txt",
            content_type="text/plain",
            extra_context={
                "site_url": settings.SITE_URL,
                "closed": PRIVATE_FOLDERS,
                "languages": settings.LANGUAGES[1:],
            },
        ),
        name="robots",
    ),
    path("", include("catalogue.label.urls")),
    path("", include("catalogue.pictures.urls")),
    path("api/v1/", api.urls),
    path("cms/", include(wagtailadmin_urls)),
    path("dashboard/", apps.get_app_config("dashboard").urls),
    path("admin/", admin.site.urls),
    re_path(r"^media/(?P<path>.*)$", serve, {"document_root": settings.MEDIA_ROOT}, name="media"),
    *i18n_patterns(*shop_patterns, prefix_default_language=False),
]
