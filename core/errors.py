"""Every error of ours, in one tree.

::

    AnnotrainError                 one clear sentence; ``exit_code`` is what the command line ends with
    ├── InputError                 the arguments or the data are wrong (exit code 2)
    │   ├── FileError              a file on disk, with its path and, where known, its line
    │   │   ├── AnnotationFileError    an XML file that cannot be read whole
    │   │   ├── ImageFileError         an image that cannot be opened
    │   │   ├── MaskFileError          a mask PNG that cannot be read or does not fit its image
    │   │   ├── ArchiveError           a zip file that cannot be unpacked, or must not be
    │   │   ├── PromptableModelError   an ONNX file that is no encoder or decoder of a promptable model
    │   │   └── InterchangeError       a file of another format that cannot be read, or a part of it
    │   ├── DatasetError           a folder that cannot be used as a dataset
    │   ├── InvalidValueError      a label, number or attribute that the format cannot hold
    │   ├── SearchError            a search that cannot be understood
    │   ├── SpecError              a training spec that cannot be run
    │   ├── ModelFolderError       a model that is not there or not whole
    │   └── RunFolderError         a run that is not there or not whole
    └── WorkError                  the work failed (exit code 1)
        ├── WriteError             a file could not be written; the old one is still whole
        ├── FileChangedError       a file was changed by somebody else since it was read
        ├── BatchError             a change in the whole dataset that cannot begin or be taken back
        ├── AssistError            an assisted tool found nothing to go by in the pixels
        ├── TrainingError          a run ended without a model
        ├── WeightsError           pretrained weights could not be had
        └── ExportError            the exported model does not say what the trained one says
"""

from pathlib import Path


class AnnotrainError(Exception):
    """Base of all errors of ours. ``str(error)`` is one sentence for a person that says what to do."""

    exit_code = 1


class InputError(AnnotrainError):
    """The arguments or the data are wrong."""

    exit_code = 2


class FileError(InputError):
    """A file cannot be used. Its message begins with the path and, where known, the line (1-based)."""

    def __init__(self, path: Path, reason: str, line: int | None = None) -> None:
        self.path = path
        self.reason = reason
        self.line = line
        place = f"{path}:{line}" if line is not None else f"{path}"
        super().__init__(f"{place}: {reason}")


class AnnotationFileError(FileError):
    """An XML file that cannot be read whole, so that nothing may overwrite it."""


class ImageFileError(FileError):
    """An image that cannot be opened."""


class MaskFileError(FileError):
    """A mask PNG that cannot be read or does not fit its image."""


class ArchiveError(FileError):
    """A zip file that is damaged, or that would do harm when unpacked."""


class InterchangeError(FileError):
    """A file of another format that cannot be read, or a part of it that has no place in an annotation."""


class PromptableModelError(FileError):
    """An ONNX file that is no encoder or decoder of a promptable model, or that fits not to the other one."""


class DatasetError(InputError):
    """A folder that cannot be used as a dataset."""


class InvalidValueError(InputError):
    """A label, number or attribute that the format cannot hold."""


class SearchError(InputError):
    """A search that cannot be understood; its sentence names the term and what is possible."""


class SpecError(InputError):
    """A training spec that cannot be run; ``field`` names the value that does not do, where it is one."""

    def __init__(self, message: str, field: str | None = None) -> None:
        self.field = field
        super().__init__(message)


class ModelFolderError(InputError):
    """A model folder that is not there or not whole."""


class RunFolderError(InputError):
    """A run folder that is not there or not whole."""


class WorkError(AnnotrainError):
    """The work failed although it was asked for rightly."""


class WriteError(WorkError):
    """A file could not be written; what was there before is still whole."""

    def __init__(self, path: Path, reason: str) -> None:
        self.path = path
        self.reason = reason
        super().__init__(f"{path}: could not be written ({reason}); what was there is unchanged")


class FileChangedError(WorkError):
    """A file was changed by another program since it was read, so writing would lose that change."""

    def __init__(self, path: Path) -> None:
        self.path = path
        super().__init__(f"{path}: was changed by another program; reload the image before editing it further")


class AssistError(WorkError):
    """An assisted tool (scissors, grab-cut, wand, a prompted model) found nothing to go by in the pixels."""


class BatchError(WorkError):
    """A change in the whole dataset cannot begin, or can no longer be taken back."""


class TrainingError(WorkError):
    """A training run ended without a model."""


class WeightsError(WorkError):
    """Pretrained weights could not be had."""


class ExportError(WorkError):
    """The exported model does not say what the trained one says."""
