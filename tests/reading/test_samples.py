"""Every sample text is read as the lines under it say, and no character of it is lost."""

import pytest

from bihuan.reading.document import understand
from tests.reading.made import paragraphs
from tests.reading.samples_of import sample, samples, told

KINDS = ("feedback", "disclosure", "speech")
ALL = [(kind, name) for kind in KINDS for name in samples(kind)]


@pytest.mark.parametrize(("kind", "name"), ALL)
def test_a_sample_is_recognised_and_read_as_it_says(kind: str, name: str) -> None:
    text, expected = sample(kind, name)
    reading = understand(paragraphs(text))
    assert (reading.kind, told(reading)) == (kind, expected)
