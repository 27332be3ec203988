"""Figures named in sentences come from the rules, as they were on the day asked for."""

from datetime import date

import pytest

from express_entry.figures import UnknownFigure, figure
from express_entry.rulefiles import NotInForce

TODAY = date(2026, 11, 25)


def test_an_amount_is_its_value():
    found = figure("{figures.language_years}", TODAY)

    assert (found.value, found.unit) == (2, "years")
    assert found.source.en.startswith("https://")


def test_a_place_in_a_table_is_named_by_its_keys():
    assert figure("{funds.settlement:family.1}", TODAY).value == 15263
    assert figure("{crs.additional.sibling:points.yes}", TODAY).value == 15


def test_a_past_day_has_the_figure_of_that_day():
    assert figure("{funds.settlement:family.1}", date(2024, 6, 1)).value == 14690


def test_the_day_since_which_a_value_holds_can_be_named():
    assert figure("{funds.settlement@from}", TODAY).value == date(2025, 7, 7)


def test_a_day_before_the_first_value_is_refused():
    with pytest.raises(NotInForce):
        figure("{funds.settlement:family.1}", date(2010, 1, 1))


@pytest.mark.parametrize(
    "reference",
    [
        "{figures.no_such}",
        "{funds.settlement:family.99}",
        "{funds.settlement:family}",
        "{changes.no_such@on}",
        "{x}",
    ],
)
def test_what_does_not_stand_in_the_data_is_an_error(reference):
    with pytest.raises(UnknownFigure):
        figure(reference, TODAY)
