"""People who try the assistant are served as well as ever: more of them may be, fewer may not."""

import pytest

from tests.conversation.people.counted import floor, play_all, worse
from tests.conversation.people.person import stories
from tests.kinds.talk import stage

pytestmark = pytest.mark.program


@pytest.fixture(scope="module")
def outcomes():
    with stage():
        return play_all()


@pytest.mark.parametrize("name", [story.name for story in stories()])
def test_nobody_is_served_worse_than_before(outcomes, name):
    outcome = outcomes[name]

    assert worse(outcome, floor()[name]) == [], "\n\n".join(outcome.heard)
