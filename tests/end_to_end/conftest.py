"""The whole program from outside: what needs a real pointer gets the X server of the GUI tests."""

from tests.gui.conftest import xvfb

__all__ = ["xvfb"]
