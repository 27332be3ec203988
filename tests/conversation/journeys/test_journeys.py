"""Every journey comes as far as it ever did."""

import pytest

from tests.conversation.journeys.journey import floor, journeys, travel_all
from tests.kinds.talk import stage

pytestmark = pytest.mark.program


@pytest.fixture(scope="module")
def missed():
    with stage():
        return travel_all()


@pytest.mark.parametrize("name", [story.name for story, _ in journeys()])
def test_no_more_is_missed_than_before(missed, name):
    assert len(missed[name]) <= floor()[name], missed[name]
