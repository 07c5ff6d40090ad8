"""The functions of each team, as data."""
