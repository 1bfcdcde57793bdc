"""Icons: lucide's outlines (ISC), tinted by replacing `currentColor`, sharp at every pixel ratio."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QGuiApplication, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from kanbandesk.ui.theme import resources

SIZE = 18  # px, where a size is not given


@lru_cache(maxsize=128)
def _source(name: str) -> str:
    return (resources.folder() / "icons" / f"{name}.svg").read_text(encoding="utf-8")


def _ratios() -> set[float]:
    return {1.0, 2.0, *(screen.devicePixelRatio() for screen in QGuiApplication.screens())}


@lru_cache(maxsize=256)
def icon(name: str, color: str, size: int = SIZE) -> QIcon:
    """Return the icon `name` in `color` (#RRGGBB), drawn for `size` px at every pixel ratio in use.

    OSError when there is no such file. Qt greys it by itself where a button is disabled.
    """
    drawn = QIcon()
    for ratio in sorted(_ratios()):
        drawn.addPixmap(pixmap(name, color, size, ratio))
    return drawn


@lru_cache(maxsize=512)
def pixmap(name: str, color: str, size: int = SIZE, ratio: float = 1.0) -> QPixmap:
    """Return the icon as a square pixmap of `size` device-independent px at the device pixel ratio `ratio`."""
    side = max(1, round(size * ratio))
    canvas = QPixmap(side, side)
    canvas.fill(Qt.GlobalColor.transparent)
    painter = QPainter(canvas)
    renderer = QSvgRenderer(QByteArray(_source(name).replace("currentColor", color).encode()))
    renderer.render(painter, QRectF(0, 0, side, side))
    painter.end()
    canvas.setDevicePixelRatio(ratio)
    return canvas


def brand() -> QIcon:
    """Return the program's own icon: three columns, one card aged."""
    return QIcon(str(resources.folder() / "icons" / "kanbandesk.svg"))
