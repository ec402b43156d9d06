"""What a page costs."""

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse


def queries(client: Client, path: str) -> int:
    """How many queries a page makes, once the day's imprint is made."""
    client.get(reverse("masthead"))
    with CaptureQueriesContext(connection) as captured:
        response = client.get(path)
        number = len(captured)
    assert response.status_code == 200
    return number
