"""What the tests of the rulebook share."""

import pytest

from tests.factories.support import Support


@pytest.fixture
def support() -> Support:
    """A small support desk, open round the clock."""
    return Support()
