"""Student: what a bundle holds as it stands: launchers and a note; nothing of the package."""
