"""The server's face over HTTP: thin routes behind one gate. All that decides lies in `core` and `people`."""
