"""A promptable segmentation model of the user's own: points and a box in, the mask of one object out.

Such a model comes as two ONNX files. The encoder turns a picture into an embedding, which takes seconds and is done
once a picture; the decoder turns the embedding and the prompts into masks, which takes a fraction of a second. This
package takes the common exports as they are and reads from the names and shapes of their inputs which one they are:

- Segment Anything's official decoder, with an encoder of normalised (1, 3, 1024, 1024), or of (height, width, 3) as
  samexporter and MobileSAM have it, which normalises and pads by itself;
- SAM 2 as samexporter and others export it, with two levels of finer features beside the embedding;
- the decoder of Hugging Face's exports, with another axis for the points.
"""

from core.inference.promptable.embedding import Embedding, EmbeddingStore
from core.inference.promptable.model import Prompt, PromptableModel

__all__ = ["Embedding", "EmbeddingStore", "Prompt", "PromptableModel"]
