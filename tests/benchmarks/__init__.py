"""Figures of speed, each measured against its limit in one run: ``make bench``. Never part of the tests."""
