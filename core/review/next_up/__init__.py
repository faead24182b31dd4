"""What to label next: the images that teach most come first, each with its reasons in numbers."""

from core.review.next_up.material import Material, material_of
from core.review.next_up.proposed import Kind, Proposed, Reason
from core.review.next_up.queue import NextUp, ranked

__all__ = ["Kind", "Material", "NextUp", "Proposed", "Reason", "material_of", "ranked"]
