"""Search."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from reader.search import finding
from reader.views.page import furniture, newest


def search(request: HttpRequest) -> HttpResponse:
    """Four queries: imprint, equivalents, places, stories; or the headlines, when nothing is.

    Before a search two: imprint, and the newest stories.
    """
    page = furniture()
    answer = finding.answer(request.GET, page["imprint"]["sections"])
    context = {**page, "answer": answer, "form": answer.form, "names": answer.form.names}
    if not answer.form.q.strip():
        context["newest"] = newest(6)
    status = 400 if answer.form.refusals else 200
    return render(request, "reader/search.html", context, status=status)
