"""Icons, themes and settings that travel with the program."""
