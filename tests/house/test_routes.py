"""Is every page behind the door? Every address is walked by somebody who may not go there."""

from collections.abc import Iterator
from functools import cache

import pytest
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver

PUBLIC = {"sign_in", "sign_out", "language", "calendar_feed"}
"""What somebody not signed in may ask for; everything else leads to the sign-in page. The feed has a secret."""
SAMPLES = {"round": "R1", "paper": "P-001", "username": "office", "key": 1, "number": 1}


def patterns(resolver: URLResolver, above: tuple = ()) -> Iterator[tuple[URLPattern, ...]]:
    """Every route, with the patterns that lead to it."""
    for each in resolver.url_patterns:
        if isinstance(each, URLResolver):
            yield from patterns(each, (*above, each))
        else:
            yield (*above, each)


@cache
def addresses() -> tuple[tuple[str, str], ...]:
    """(name, address) of every route, its places filled with references that may or may not exist."""
    return tuple((route[-1].name or "", address(route)) for route in patterns(get_resolver()))


def address(route: tuple[URLPattern, ...]) -> str:
    text = "/" + "".join(str(each.pattern) for each in route)
    for each in route:
        for name, converter in each.pattern.converters.items():
            kind = type(converter).__name__.removesuffix("Converter").lower().replace("string", "str")
            sample = SAMPLES.get(name, "F-001")
            text = text.replace(f"<{kind}:{name}>", str(sample if kind == "str" or isinstance(sample, int) else 1))
    return text


def test_every_place_of_an_address_is_filled():
    assert [text for _name, text in addresses() if "<" in text] == []


@pytest.mark.django_db
@pytest.mark.parametrize("verb", ["get", "post"])
def test_somebody_not_signed_in_sees_only_the_door(verb):
    client = Client()
    answers = {text: getattr(client, verb)(text) for name, text in addresses() if name not in PUBLIC}

    assert {
        text: answer.status_code
        for text, answer in answers.items()
        if not (answer.status_code in (302, 303) and answer.url.startswith("/sign-in/")) and answer.status_code != 405
    } == {}


@pytest.mark.parametrize("verb", ["get", "post"])
def test_a_reference_of_another_county_is_not_found(cast, as_outsider, verb):
    """The office of a county without rounds, findings or papers asks for those of another, and for its people."""
    by_reference = [text for _name, text in addresses() if set(text.split("/")) & {"F-001", "R1", "P-001", "office"}]
    answers = {text: getattr(as_outsider, verb)(text).status_code for text in by_reference}

    assert {text: status for text, status in answers.items() if status not in (404, 405)} == {}
