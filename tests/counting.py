"""What a page costs."""

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse


def queries(client: Client, path: str, *, status: int = 200) -> int:
    """How many queries an answer makes, once the day's imprint is made."""
    client.get(reverse("masthead"))
    with CaptureQueriesContext(connection) as captured:
        response = client.get(path)
        number = len(captured)
    assert response.status_code == status
    return number
