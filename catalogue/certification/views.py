"""The public check of a certificate."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.timezone import localdate

from catalogue.certification import queries
from catalogue.certification.models import Certificate


def certificate_page(request: HttpRequest, number: str) -> HttpResponse:
    """Show whether a certificate is in force today, by whom it was given, and its history."""
    try:
        certificate = queries.get_certificate(number=number)
    except Certificate.DoesNotExist as unknown:
        raise Http404 from unknown
    on = timezone.localdate()
    view = queries.view_certificate(certificate=certificate, on=on)
    history = queries.view_history(certificates=certificate.product.certificates.all(), on=on)
    context = {
        "certificate": view,
        "name": certificate.product.title,
        "url": certificate.product.get_absolute_url(),
        "partner": certificate.product.partner.name,
        "history": [each for each in history if each.number != view.number],
        "changes": [
            (
                date_format(localdate(change.at), "d/m/Y"),
                change.get_to_state_display(),
                change.reason,
            )
            for change in certificate.changes.all()
        ],
    }
    return render(request, "certification/certificate.html", context)
