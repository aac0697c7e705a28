"""How do stored codes of materials read on a page?"""

from bihuan.desk.models import Material
from bihuan.rules.material import CARRIERS, Carrier, Form, form_words
from bihuan.trail.answers import words


def carrier_word(material: Material) -> str:
    return words(CARRIERS[Carrier(material.carrier)])


def form_word(material: Material) -> str:
    """原件, 复印件, or 情况说明 with the day on which it was made afterwards."""
    return words(form_words(Form(material.form), material.document_date, material.made_on))
