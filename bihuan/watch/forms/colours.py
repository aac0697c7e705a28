"""How does an office write its colours down? One row of fields for each colour of the chosen scheme, and the levels."""

from collections.abc import Iterator
from typing import Any

from django import forms
from django.utils.translation import gettext as _

from bihuan.rules.people import NAMES, Role
from bihuan.rules.warnings import FARTHEST, LADDER, LONGEST_WORD, RECEIVERS, SHAPES, Colour, Key, Own, Scheme, Shape
from bihuan.trail.answers import words


class ColoursForm(forms.Form):
    """Begins with what holds."""

    def __init__(self, scheme: Scheme, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.scheme = scheme
        for colour in scheme.colours:
            self._add_colour(colour)
        after = {step.role: step.after for step in scheme.steps}
        for role in LADDER:
            label = _("逾期几个工作日后提醒%(role)s") % {"role": words(NAMES[role])}
            self.fields[f"after_{role.value}"] = forms.IntegerField(
                label=label, required=False, min_value=1, max_value=FARTHEST, initial=after.get(role)
            )

    def _add_colour(self, colour: Colour) -> None:
        key, name = colour.key.value, words(colour.name)
        word = str(colour.word) if isinstance(colour.word, str) else words(colour.word)
        self.fields[f"{key}_word"] = forms.CharField(label=_("含义"), max_length=LONGEST_WORD, initial=word)
        shapes = [(shape.value, words(said)) for shape, said in SHAPES.items()]
        self.fields[f"{key}_shape"] = forms.ChoiceField(label=_("形状"), choices=shapes, initial=colour.shape.value)
        if colour.state is None:
            self.fields[f"{key}_left"] = forms.IntegerField(
                label=_("到期前几天开始"), min_value=-FARTHEST, max_value=FARTHEST, initial=colour.left,
                help_text=_("逾期后开始填负数，如 -1。"),
            )  # fmt: skip
            self.fields[f"{key}_receivers"] = forms.MultipleChoiceField(
                label=_("%(colour)s提醒哪些人") % {"colour": name},
                choices=[(role.value, words(NAMES[role])) for role in RECEIVERS],
                initial=[role.value for role in RECEIVERS if role in colour.receivers],
                widget=forms.CheckboxSelectMultiple,
            )  # fmt: skip

    @property
    def rows(self) -> Iterator[tuple[Colour, list[forms.BoundField]]]:
        """Each colour with its fields, for the page."""
        for colour in self.scheme.colours:
            yield colour, [self[name] for name in self.fields if name.startswith(f"{colour.key.value}_")]

    @property
    def levels(self) -> list[forms.BoundField]:
        return [self[f"after_{role.value}"] for role in LADDER]

    @property
    def own(self) -> dict[Key, Own]:
        return {colour.key: self._own(colour) for colour in self.scheme.colours}

    def _own(self, colour: Colour) -> Own:
        """A word that was left as it stands in this language is the scheme's own word."""
        given, key = self.cleaned_data, colour.key.value
        word = given[f"{key}_word"]
        if not isinstance(colour.word, str) and word == words(colour.word):
            word = str(colour.word)
        receivers = frozenset(Role(role) for role in given.get(f"{key}_receivers", []))
        return Own(word, Shape(given[f"{key}_shape"]), given.get(f"{key}_left"), receivers)

    @property
    def after(self) -> dict[Role, int]:
        given = {role: self.cleaned_data.get(f"after_{role.value}") for role in LADDER}
        return {role: days for role, days in given.items() if days}
