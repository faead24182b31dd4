"""The whole loop through the real window, driven with mouse and keys, as `annotrain demo` shows it."""
