"""Asking the search page."""

from django.urls import reverse

from reader.search import form as forms


def text(response) -> str:
    return response.content.decode()


def ask(client, query: str, **filters):
    """The page; filters by the names they have in the code."""
    names = forms.names()
    data = {names.get(name, name): value for name, value in filters.items()}
    if data.pop("newest_first", None):
        data[names["order"]] = names["newest"]
    return client.get(reverse("search"), {"q": query, **data})
