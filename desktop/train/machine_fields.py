"""The part of the form about the computer: what computes, how exactly, how long, how many processes."""

from PySide6.QtWidgets import QWidget

from desktop.train.spec_fields import Field, choice, decimal, lay_out, optional, switch, whole


class MachineFields(QWidget):
    """Device, time limit, precision, threads, processes."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.device = choice("device", self.tr("Device"), self.tr("What computes"), (
            ("auto", self.tr("Best there is")),
            ("cpu", self.tr("Processor")),
            ("cuda", self.tr("NVIDIA graphics card")),
            ("mps", self.tr("Apple graphics chip")),
        ))  # fmt: skip
        self.budget = optional(
            decimal("time_budget_s", self.tr("Time limit"),
                    self.tr("The run ends in good order when this time is up"), (0.0, 600_000.0), digits=0,
                    step=60.0, suffix=self.tr(" min"), factor=1 / 60, zero=self.tr("no limit")),
            0.0,
        )  # fmt: skip
        self.fields: tuple[Field, ...] = (self.device, self.budget, *self._exactness(), *self._hands())
        lay_out(self, self.fields)

    def gist(self) -> str:
        """Return what is chosen in a few words."""
        return str(self.device.widget.currentText())

    def _exactness(self) -> tuple[Field, ...]:
        return (
            choice("precision", self.tr("Precision"),
                   self.tr("Half precision is quicker on graphics cards and needs half of the memory"), (
                ("auto", self.tr("What suits the device")),
                ("32", self.tr("32 bits")),
                ("bf16", self.tr("bfloat16, mixed")),
                ("16", self.tr("float16, mixed")),
            )),
            switch("channels_last", self.tr("Channels last"),
                   self.tr("Pixels lie in memory with their colours together: quicker for most networks")),
        )  # fmt: skip

    def _hands(self) -> tuple[Field, ...]:
        automatic = self.tr("automatic")
        return (
            whole("processes", self.tr("Processes"),
                  self.tr("How many processes share each batch; more than one for several graphics cards"), (1, 64)),
            whole("threads", self.tr("Threads"), self.tr("How many processor threads compute"), (0, 1024),
                  zero=automatic),
            whole("workers", self.tr("Readers"), self.tr("How many threads make the pictures ready"), (0, 64),
                  zero=automatic),
            whole("cache_mb", self.tr("Memory"), self.tr("How much memory decoded pictures may take"),
                  (0, 1_000_000), step=512, suffix=" MB"),
            switch("tensorboard", self.tr("Write TensorBoard files"),
                   self.tr("The curves are written to the run's folder for TensorBoard as well")),
        )  # fmt: skip
