"""What this person was told: kept, shown in the inbox, and echoed by toasts and system notifications."""
