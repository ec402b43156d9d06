import gzip

import pytest
from django.http import HttpResponse, StreamingHttpResponse
from django.test import RequestFactory

from newsroom.compression import CompressText
from tests import make

LONG = b"Chuy\xe1\xba\xbfn ph\xc3\xa0 qua s\xc3\xb4ng. " * 40


def through(response):
    request = RequestFactory().get("/", HTTP_ACCEPT_ENCODING="gzip, br")
    return CompressText(lambda _request: response)(request)


@pytest.mark.django_db
def test_a_page_leaves_compressed(client):
    article = make.story(body="<p>Chuyến phà qua sông.</p>" * 40)
    response = client.get(article.get_absolute_url(), HTTP_ACCEPT_ENCODING="gzip")
    assert response["Content-Encoding"] == "gzip"
    assert "Chuyến phà qua sông." in gzip.decompress(response.content).decode()


@pytest.mark.parametrize(
    "kind",
    ["text/html; charset=utf-8", "application/rss+xml; charset=utf-8", "application/feed+json"],
)
def test_text_is_compressed(kind):
    assert through(HttpResponse(LONG, content_type=kind)).headers["Content-Encoding"] == "gzip"


@pytest.mark.parametrize("kind", ["image/jpeg", "font/woff2", "application/octet-stream"])
def test_what_is_compressed_already_is_left_alone(kind):
    assert through(HttpResponse(LONG, content_type=kind)).content == LONG


def test_a_stream_is_left_alone():
    response = StreamingHttpResponse([LONG], content_type="text/html")
    assert b"".join(through(response).streaming_content) == LONG
