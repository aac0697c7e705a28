"""Is every input of a form tied to its label, its hint and its error?"""

import re

from django import forms

from tests.site.drawing import part


class Plan(forms.Form):
    goal = forms.CharField(label="整改目标", help_text="写清改到什么程度。")
    lead = forms.ChoiceField(label="牵头单位", choices=[("1", "松河镇")], required=False)
    kinds = forms.MultipleChoiceField(
        label="类型", choices=[("a", "建章立制")], widget=forms.CheckboxSelectMultiple, required=False
    )
    true = forms.BooleanField(label="内容真实", required=False)
    proof = forms.FileField(label="佐证", required=False)
    once = forms.CharField(widget=forms.HiddenInput, required=False)


def shown(name: str, form: forms.Form | None = None, hint: str = "") -> str:
    return part(f'ui.field(form["{name}"], hint="{hint}")', form=form or Plan())


def test_a_field_has_a_label_an_input_and_a_hint():
    assert shown("goal") == (
        '<div class="field"><label for="id_goal">整改目标<span class="must" aria-hidden="true">*</span></label>'
        '<input type="text" name="goal" class="form-control" aria-describedby="id_goal_hint" required id="id_goal">'
        '<p class="hint" id="id_goal_hint">写清改到什么程度。</p></div>'
    )


def test_an_error_stands_in_words_beside_its_field():
    drawn = shown("goal", Plan({"goal": ""}))

    assert 'class="field has-error"' in drawn
    assert 'aria-invalid="true"' in drawn
    assert 'aria-describedby="id_goal_hint id_goal_error"' in drawn
    assert re.search(r'<p class="error" id="id_goal_error"><svg.*</svg>.+</p>', drawn)


def test_the_page_may_say_something_else_than_the_form():
    assert "不晚于四月底。" in shown("goal", hint="不晚于四月底。")


def test_a_choice_and_a_tick_have_the_look_of_their_kind():
    assert '<select name="lead" class="form-select" id="id_lead">' in shown("lead")
    assert shown("true") == (
        '<div class="field"><label class="form-check">'
        '<input type="checkbox" name="true" class="form-check-input" id="id_true"> 内容真实</label></div>'
    )


def test_several_ticks_are_one_group_with_a_name():
    assert shown("kinds").startswith('<fieldset class="field"><legend>类型</legend>')


def test_a_file_can_be_dropped_on_its_place():
    assert '<div class="drop" data-drop>' in shown("proof")


def test_a_hidden_field_is_only_an_input():
    assert shown("once") == '<input type="hidden" name="once" id="id_once">'
