"""Use of a trained model through ONNX Runtime; needs no torch."""
