"""The guards of conftest.py, shown to bite."""


def test_version_is_a_version() -> None:
    import kanbandesk

    assert kanbandesk.__version__.count(".") == 2
