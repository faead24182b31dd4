"""Benchmark sets: named, frozen sets of labelled images on which every published version is measured by itself."""
