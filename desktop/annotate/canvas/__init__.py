"""The picture and the shapes on it: one widget made of layers."""
