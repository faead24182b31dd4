"""Tests of the watch folder's parts in the window."""
