"""The panel's own style sheet, on top of the application's."""

from __future__ import annotations

from kanbandesk.ui.theme.tokens import CARD_TEXT, RADIUS, SMALL_TEXT, Theme


def panel_style(theme: Theme) -> str:
    """Return what the ticket panel and the new-ticket panel add in `theme`."""
    return f"""
    #TicketPanel, #DetailsPage {{ background: {theme.panel}; }}
    #SafeText {{ background: transparent; border: 0; padding: 0; }}
    QScrollArea, QListView[look="timeline"] {{ background: {theme.panel}; border: 0; outline: 0; }}
    QLabel[look="system_line"] {{ color: {theme.ink_muted}; font-size: {SMALL_TEXT}px; }}
    QLabel[look="number"] {{ color: {theme.ink_muted}; font-size: {SMALL_TEXT}px; font-weight: 600; }}
    QLabel[look="title"] {{ color: {theme.ink}; font-size: 18px; font-weight: 600; }}
    QLabel[look="title"]:hover {{ background: {theme.column}; border-radius: 4px; }}
    QPlainTextEdit[look="title"] {{ font-size: 18px; font-weight: 600; padding: 0 2px; }}

    QPushButton[look="state"] {{
        background: {theme.panel}; color: {theme.ink}; border: 1px solid {theme.line_strong};
        border-radius: {RADIUS}px; padding: 0 10px; min-height: 28px;
    }}
    QPushButton[look="state"]:hover {{ background: {theme.column}; }}
    QPushButton[look="state"]:focus {{ border: 2px solid {theme.accent}; padding: 0 9px; min-height: 26px; }}
    QPushButton[look="add"] {{
        background: transparent; border: 0; color: {theme.ink_muted}; font-size: {SMALL_TEXT}px;
        padding: 0 4px; min-height: 20px;
    }}
    QPushButton[look="add"]:hover {{ color: {theme.accent_text}; }}
    QPushButton[look="add"]:focus {{ color: {theme.accent_text}; text-decoration: underline; }}

    QTabBar[look="pages"] {{ border: 0; }}
    QTabBar[look="pages"]::tab {{
        background: transparent; color: {theme.ink_muted}; border: 0; border-bottom: 2px solid transparent;
        padding: 6px 0; margin-right: 18px;
    }}
    QTabBar[look="pages"]::tab:hover {{ color: {theme.ink}; }}
    QTabBar[look="pages"]::tab:selected {{ color: {theme.ink}; border-bottom-color: {theme.accent}; }}
    QTabBar[look="pages"]:focus::tab:selected {{ color: {theme.accent_text}; }}
    #PagesLine {{ background: {theme.line}; }}

    #Composer {{ background: {theme.panel}; border: 1px solid {theme.line_strong}; border-radius: 10px; }}
    #Composer[has_focus="true"] {{ border-color: {theme.accent}; }}
    #Composer[kind="note"] {{ background: {theme.note_tint}; border: 1px dashed {theme.ageing}; }}
    #Composer QPlainTextEdit {{ background: transparent; border: 0; padding: 0; font-size: {CARD_TEXT}px; }}
    QPushButton[look="kind"] {{
        background: transparent; border: 0; color: {theme.ink_muted}; padding: 0; min-height: 22px;
        text-align: left;
    }}
    QPushButton[look="kind"]:hover {{ color: {theme.ink}; }}
    QPushButton[look="kind"]:checked {{ color: {theme.accent_text}; font-weight: 600; }}
    QPushButton[look="kind"]:focus {{ text-decoration: underline; }}
    #Composer[kind="note"] QPushButton[look="kind"]:checked {{ color: {theme.ageing_text}; }}
    QPushButton[look="tool"] {{
        background: transparent; border: 0; color: {theme.ink_muted}; padding: 0; min-height: 28px;
    }}
    QPushButton[look="tool"]:hover {{ color: {theme.ink}; }}
    QPushButton[look="tool"]:focus {{ text-decoration: underline; }}

    QFrame[look="bar"] {{ background: {theme.accent_tint}; border: 0; border-radius: 6px; }}
    #Pages QFrame[look="bar"] {{ margin-top: 8px; }}
    QFrame[look="bar"][tone="bad"] {{ background: {theme.stale_tint}; }}
    QFrame[look="bar"][tone="bad"] QLabel {{ color: {theme.stale_text}; }}
    QFrame[look="bar"] QLabel {{ color: {theme.ink}; font-size: {SMALL_TEXT}px; }}
    QFrame[look="bar"] QPushButton {{ min-height: 22px; padding: 0 8px; font-size: {SMALL_TEXT}px; }}
    QFrame[look="bar"] QPushButton:focus {{ min-height: 20px; padding: 0 7px; }}

    QLineEdit[look="flat"], QPushButton[look="flat"] {{
        background: transparent; border: 1px solid transparent; border-radius: 6px; color: {theme.ink};
        padding: 0 6px; min-height: 26px; text-align: left;
    }}
    QLineEdit[look="flat"]:hover, QPushButton[look="flat"]:hover {{ background: {theme.column}; }}
    QLineEdit[look="flat"]:focus, QPushButton[look="flat"]:focus {{
        border: 2px solid {theme.accent}; padding: 0 5px; min-height: 24px;
    }}
    QPushButton[look="flat"]:disabled, QLineEdit[look="flat"]:read-only {{
        color: {theme.ink}; background: transparent;
    }}
    QPushButton[look="flat"][is_empty="true"] {{ color: {theme.ink_muted}; }}
    QPushButton[look="choose"] {{
        background: {theme.panel}; color: {theme.ink}; border: 1px solid {theme.line_strong}; border-radius: 6px;
        padding: 0 8px; min-height: 28px; text-align: left;
    }}
    QPushButton[look="choose"]:hover {{ background: {theme.column}; }}
    QPushButton[look="choose"]:focus {{ border: 2px solid {theme.accent}; padding: 0 7px; min-height: 26px; }}
    QPushButton[look="choose"][is_empty="true"] {{ color: {theme.ink_muted}; }}
    QLabel[look="value"] {{ color: {theme.ink}; padding: 4px 5px 4px 4px; }}
    QLabel[look="mark"] {{
        color: {theme.late_text}; background: {theme.late_tint}; border-radius: 4px; padding: 2px 7px;
        font-size: {SMALL_TEXT}px;
    }}
    """
