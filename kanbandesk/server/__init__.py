"""The shared backend; its core also serves one desk in-process."""
